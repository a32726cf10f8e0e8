import { numberOf } from './lexicon.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const STAYS =
  / (?:reste|restons|rester|restez|restera|garde|gardons|gardez|laisse|laissez|laissons|maintiens|maintenons) (?:donc |alors |juste |seulement )?(?:sur |a |avec |pour )?(?:(?:les|mes|mon|ma|nos) (\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)|ce que j (?:ai|avais)|comme (?:ca|c est|avant|c etait)|la meme (?:quantite|commande)) /;

/** "non restons sur les 8", after a number that she only supposed: what is offered beside is left, and what she has stays. @returns the burst without it */
export function staysWithHers(session: Session, u: Understanding): Understanding {
  const { interest, lines } = session.draft;
  const found = STAYS.exec(inOneLine(u.words));
  if (!found || !interest || interest.wanted || lines.length === 0 || u.mentions.length > 0 || u.asksSomething) return u;
  const number = numberOf(found[1]);
  const total = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const hers = number === undefined || number === total || lines.some(({ quantity }) => quantity === number);
  if (!hers) return u;
  session.forget('interest', 'pending', 'aside', 'asked');
  session.say(say.staysSo());
  return {
    ...u,
    slots: { sizes: [], colors: [] },
    intents: new Set([...u.intents].filter((one) => one !== 'no' && one !== 'want')),
  };
}
