import { remindOfRecap } from './closing.js';
import { goesOn } from './goes-on.js';
import { isOver, latestOrder, tellStatus } from './latest-order.js';
import { inOneLine } from './normalise.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';

const NOTED =
  / (c est|est ce|bien|vous avez|as|avez vous) (bien |tout |deja )*(note\w*|enregistre\w*|pris en compte|valide\w*|passee?|confirmee?|compris) $| (ma|la) commande (est |a ete )?(bien |deja )?(notee|enregistree|validee|prise|passee|confirmee) $/;

/** « c'est noté ? »: her order, or what is missing before it is one. */
export async function asksWhetherNoted(session: Session, u: Understanding): Promise<boolean> {
  const asks = session.turn.inbound.some(({ text }) => text.includes('?'));
  const more = u.mentions.length > 0 || u.amounts.length > 0 || u.slots.sizes.length > 0 || u.intents.has('price');
  if (!asks || more || !NOTED.test(inOneLine(u.words)) || u.words.length > 8) return false;
  const { interest, lines, recapNonce } = session.draft;
  if (recapNonce) {
    session.say(askedWords.notedUntilYes());
    remindOfRecap(session);
  } else if (interest) {
    session.say(askedWords.notYetNoted());
    goesOn(session);
  } else if (lines.length > 0) {
    session.say(askedWords.notedWithout());
    goesOn(session);
  } else {
    const order = await latestOrder(session);
    if (!order || (order !== 'on its way' && isOver(order.status))) session.say(askedWords.nothingNoted());
    else await tellStatus(session);
  }
  return true;
}
