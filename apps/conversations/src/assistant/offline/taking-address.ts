import { reopened } from '../draft.js';
import { inFull } from './address-in-full.js';
import { tellUnserved } from './delivery.js';
import { withoutMoney } from './address-money.js';
import { landmarkBefore } from './landmark-before.js';
import { fold, inOneLine } from './normalise.js';
import { sentPosition } from './position.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Keeps the address she gives, as she wrote it: the commune she gave before is its beginning, a landmark said after is its end. */
export function takeAddress(session: Session, u: Understanding): void {
  const { draft } = session;
  if (u.correctsAddress) {
    session.draft = { ...reopened(draft), address: withoutMoney(u.address ?? '') };
    if (u.address === draft.address) session.say(say.sameAddress());
    return;
  }
  if (u.completesAddress) {
    session.draft = { ...reopened(draft), address: withoutMoney(`${draft.address}, ${u.address}`) };
    return;
  }
  // she gave the commune first and the quarter now: the address is both
  const continues =
    draft.commune !== undefined &&
    !draft.address &&
    draft.lastAsked === 'address' &&
    (u.commune ?? draft.commune) === draft.commune;
  const commune = u.commune ?? (continues ? draft.commune : undefined);
  const said =
    continues && draft.quarter && !sameWords(u.address ?? '', draft.quarter)
      ? `${draft.quarter}, ${u.address}`
      : (u.address ?? '');
  const landmark = landmarkBefore(session, u);
  session.draft = reopened(draft);
  session.forget('commune', 'unserved', 'quarter');
  if (commune) session.update({ commune });
  if (landmark !== undefined) session.update({ address: `${inFull(said, commune)}, ${landmark}` });
  else if (u.vagueAddress) session.forget('address');
  else if (u.quarterAlone && !continues) {
    session.forget('address');
    session.update({ quarter: inFull(said, commune) });
  } else session.update({ address: inFull(said, commune) });
}

/** Her address is noted before she has chosen anything; where nobody goes there she hears that instead. */
export async function answersAddressAlone(session: Session): Promise<boolean> {
  if (session.draft.lines.length > 0 || session.draft.interest) return false;
  if (await tellUnserved(session)) return true;
  session.say(say.addressNoted());
  return false;
}

/** A landmark was asked for once; the quarter is her address when she has none to tell. */
export function contentWithQuarter(session: Session): void {
  const { quarter, address } = session.draft;
  if (!quarter || address || session.turn.draft.quarter !== quarter || session.turn.draft.lastAsked !== 'address') return;
  session.forget('quarter');
  session.update({ address: quarter });
}

/** With a point on the map, the quarter or the commune is address enough. */
export function contentWithPosition(session: Session): void {
  const { address, quarter, commune } = session.draft;
  const place = quarter ?? commune;
  if (address || !place || !sentPosition(session.draft)) return;
  session.forget('quarter');
  session.update({ address: place });
}

const sameWords = (text: string, part: string): boolean => fold(text).includes(fold(part));

/** Nobody delivers to her address: she orders all the same, gives another one, or a person is called. True when that was the answer. */
export function insists(session: Session, u: Understanding): boolean {
  const words = inOneLine(u.words);
  if (
    / (quand meme|tant pis|malgre|expedi\w+|(?<!(en face de|pres de|derriere|devant|cote de) la )gare|car|transporteur|je (confirme|valide)|commande[rz]?) /.test(
      words,
    )
  )
    session.update({ unserved: true });
  else if (/ autre adresse | autre lieu | ailleurs /.test(words)) {
    session.forget('address', 'commune');
  } else if ((u.intents.has('yes') || u.intents.has('no')) && u.mentions.length === 0) {
    session.decide({ kind: 'hand-over', reason: 'adresse où personne ne livre' });
    session.say(say.handOver(session.sellerFirstName));
    return true;
  }
  return false;
}
