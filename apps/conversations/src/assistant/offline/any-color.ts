import { Interest } from '../assistant.js';
import { reopened } from '../draft.js';
import { articleName } from '../proposal.js';
import { colorsOf, sameSize } from './catalogue.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const ANY_COLOR =
  / (?:n importe|peu importe|qu importe)(?: (?:quelle|quel|la|les|une|de))* couleurs? | couleurs? (?:(?:la|ca|c est) )?(?:peu importe|n importe|importe peu|m est egal|au choix|comme (?:tu|vous)) | (?:toutes les|une) couleurs? (?:me va|me vont|quelconque)/;
const ANY =
  /^ (?:(?:ok|bon|oui|ah) )*(?:n importe(?: (?:laquelle|lequel|quoi))?|peu importe|comme (?:tu|vous) (?:veux|voulez)|(?:a (?:ton|votre)|au) choix|c est pareil|ca m est egal)(?: |$)/;

/**
 * "n'importe quelle couleur": what is there is chosen for her, and a colour she named before of goods without colours is no longer asked for.
 * @returns the burst without it
 */
export function leavesTheColor(session: Session, u: Understanding): Understanding {
  const words = inOneLine(u.words);
  const asked = session.draft.lastAsked === 'color' && ANY.test(words);
  if (!asked && !ANY_COLOR.test(words)) return u;
  const { interest } = session.draft;
  if (interest) session.update({ interest: inAnyColor(session, interest) });
  else {
    const free = session.draft.lines.filter(
      (line) => line.color && colorsOf(session.product(line.productId)?.offers ?? []).length === 0,
    );
    const lines = session.draft.lines.map((line) => {
      const { color: _any, ...rest } = line;
      return free.includes(line) ? rest : line;
    });
    if (free.length > 0) session.draft = { ...reopened(session.draft), lines };
    for (const { color: _any, ...line } of free) session.say(say.changed(articleName(line), line.quantity));
  }
  const { hints } = session.draft;
  if (hints?.color) {
    const { color: _any, ...rest } = hints;
    session.update({ hints: rest });
  }
  const intents = new Set([...u.intents].filter((intent) => intent !== 'colorsThere' && intent !== 'catalogue'));
  return { ...u, intents, slots: { ...u.slots, colors: [] } };
}

/** The first colour there is in her size; none where the goods have none. */
function inAnyColor(session: Session, interest: Interest): Interest {
  const { color: _any, ...rest } = interest;
  const offers = session.product(interest.productId)?.offers ?? [];
  const there = offers.filter((offer) => offer.available > 0 && (!rest.size || !offer.size || sameSize(offer.size, rest.size)));
  const [color] = colorsOf(there);
  return { ...rest, ...(color ? { color } : {}) };
}
