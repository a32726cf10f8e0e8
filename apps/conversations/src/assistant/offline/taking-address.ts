import { reopened } from '../draft.js';
import { withoutMoney } from './address-money.js';
import { fold } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Keeps the address she gives, as she wrote it: the commune she gave before is its beginning, a landmark said after is its end. */
export function takeAddress(session: Session, u: Understanding): void {
  const { draft } = session;
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
  const known = continues && !fold(u.address ?? '').includes(fold(draft.commune ?? '')) ? `${draft.commune}, ` : '';
  const commune = u.commune ?? (known ? draft.commune : undefined);
  session.draft = reopened(draft);
  session.forget('commune', 'unserved');
  if (commune) session.update({ commune });
  if (u.vagueAddress) session.forget('address');
  else session.update({ address: `${known}${u.address}` });
  if (session.draft.lines.length === 0 && !session.draft.interest) session.say(say.addressNoted());
}

/** Nobody delivers to her address: she orders all the same, gives another one, or a person is called. True when that was the answer. */
export function insists(session: Session, u: Understanding): boolean {
  const words = ` ${u.words.join(' ')} `;
  if (
    / (quand meme|tant pis|malgre|expedi\w+|(?<!(en face de|pres de|derriere|devant|cote de) la )gare|car|transporteur|je (confirme|valide)|commande[rz]?) /.test(
      words,
    )
  )
    session.update({ unserved: true });
  else if (/ autre adresse | autre lieu | ailleurs /.test(words)) {
    session.forget('address', 'commune');
  } else if (u.intents.has('yes') || u.intents.has('no')) {
    session.decide({ kind: 'hand-over', reason: 'adresse où personne ne livre' });
    session.say(say.handOver(session.sellerFirstName));
    return true;
  }
  return false;
}
