import { CONDITION, startOfInstruction } from './courier-words.js';
import { fold } from './normalise.js';
import { withoutPayLandmarks } from './pay-landmark.js';
import { paymentSaid } from './payment-said.js';
import { Preparation, preparationIn } from './preparation.js';
import { onlyIntroducesPhone, readPhone } from './phone.js';
import { positionNote } from './position.js';
import { receiverIn } from './receiver.js';
import { tellsWhoSentHer } from './referred.js';

/** What a burst says beside goods and place: a word for the courier, who receives it, how it is paid. It is neither bought nor an address, and must not be lost. */
export interface Beside {
  /** For the courier, in her words. */
  notes: string[];
  /** Who receives it. */
  receiver?: string;
  /** « c'est elle qui reçoit »: somebody she has spoken of, in her words. */
  sameReceiver?: string;
  /** How she pays, in her words, where it is not at the door. */
  pays?: string;
  /** She pays at the door, as the shop expects. */
  paysAtTheDoor?: boolean;
  /** How it is to be made or wrapped, and what paper goes with it, in her words. */
  made?: { about: Preparation['about']; said: string }[];
  /** She is called on the number she writes from. */
  sameNumber?: boolean;
  /** A contact card she sent. */
  card?: { name?: string; phone: string };
}

const POSITION = /position gps (-?\d{1,3}(?:\.\d+)?), ?(-?\d{1,3}(?:\.\d+)?)/i;
/** As the inbox reads a shared contact. */
const CARD = /^contact partagé : ([^\d+]*?)\s*(\+?[\d\s.-]{8,})$/i;
const SENT_POSITION =
  /(?:^|\s)(?:et |mais )?(?:(?:je (?:vous |t'|te )?|j'? ?ai |jai |g )(?:deja )?(?:envoi\w*|envoy\w*|partag\w*|mis)|voici|voila)\b[^,;.!?\n]*\b(?:position|localisation|loc|gps)\b[^,;.!?\n]*/;

/** « c'est le même numéro », « appelez-moi sur ce numéro » */
const SAME_NUMBER =
  /(?<![\p{L}])(?:(?:mon |le |pour le )?(?:numero|num|contact)\s*:?\s*)?(?:(?:c'? ?est|c) (?:le |sur le |au |tjrs |toujours le )?(?:meme|mm) (?:numero|num|contact)|(?<=^\W*(?:et )?)(?:sur |au |le |tjrs |toujours )*(?:meme|mm) (?:numero|num|contact)|ap+el+e[zr]?(?:[- ]moi)? (?:sur|au|a) (?:ce|le (?:meme|mm)) (?:numero|num)(?:[- ](?:ci|la))?|(?:c'? ?est|c) (?:ce |mon )(?:numero|num)(?:[- ](?:ci|la))?(?: (?:meme|whatsapp))?)(?![\p{L}])(?!\s*\d)/u;

/** « c'est elle qui reçoit », « mets son nom dessus »: somebody she has spoken of. */
const SAME_RECEIVER =
  /(?<![\p{L}])(?:(?:c'? ?est|c) (?:elle|lui|ma \w+|mon \w+) (?:qui|ki) (?:va |doit )?(?:recoi|recev|recup|recep|prend)|(?:mets|mettez|note[zr]?|ecri\w+|marque[zr]?) (?:bien )?(?:son|le) nom\b)/u;

/**
 * Takes out of the messages what is said beside goods and place; a telephone number stays in its message, for it is read there.
 * @param isGoods whether words name something of the shop
 */
export function heardBeside(
  messages: string[],
  isGoods: (words: string[]) => boolean,
): { messages: string[]; beside: Beside | undefined } {
  const beside: Beside = { notes: [] };
  const left = messages.flatMap((message) => {
    const rest = withoutBeside(message, beside, isGoods);
    return rest === message || /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(rest) ? [rest] : [];
  });
  const { notes, ...others } = beside;
  return { messages: left, beside: notes.length > 0 || Object.keys(others).length > 0 ? beside : undefined };
}

function withoutBeside(message: string, beside: Beside, isGoods: (words: string[]) => boolean): string {
  const card = CARD.exec(message);
  const called = card?.[2] && readPhone(card[2]).phone;
  if (called) {
    const name = /^[\p{L}][\p{L}'’ -]{1,39}$/u.exec(card?.[1]?.trim() ?? '')?.[0];
    beside.card = { phone: called, ...(name ? { name } : {}) };
    return '';
  }
  const point = POSITION.exec(message);
  if (point) beside.notes.push(positionNote(point[1] ?? '', point[2] ?? ''));
  const written = point ? message.replace(POSITION, ' ') : message;
  const clauses = written.split(/(?<=[,;!?\n]|(?<!(?<!\p{L})(?:m|mr|mme|mlle|dr|st|ste))\.(?!\d))/iu);
  const kept: string[] = [];
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i] ?? '';
    const next = clauses[i + 1];
    // « si je suis pas là, donnez au gardien »: the one without the other says nothing
    const together = next !== undefined && CONDITION.test(fold(clause)) && startOfInstruction(fold(next)) !== undefined;
    if (together) {
      note(beside, `${clause}${next}`);
      i++;
    } else kept.push(clauseWithout(clause, beside, isGoods));
  }
  const rest = kept.join('');
  return rest === message ? message : rest.replace(/\s*(?:,\s*)?(?:\b(?:et|mais)\s*)?$/, '');
}

/** The clause without what it says beside, its telephone number left in. */
function clauseWithout(clause: string, beside: Beside, isGoods: (words: string[]) => boolean): string {
  const folded = fold(clause);
  const end = /[,;.!?\n\s]*$/.exec(clause)?.[0] ?? '';
  const payment = paymentSaid(withoutPayLandmarks(folded), end.includes('?'));
  if (payment) {
    const said = clause.slice(payment.from, payment.to).trim();
    if (payment.how === 'door') beside.paysAtTheDoor = true;
    else beside.pays = beside.pays ? `${beside.pays}, ${said}` : said;
    return clauseWithout(cutOut(clause, payment.from, payment.to), beside, isGoods);
  }
  const made = preparationIn(folded, end.includes('?'), isGoods);
  if (made) {
    const said = clause.slice(made.from, made.to).trim();
    (beside.made ??= []).push({ about: made.about, said });
    return clauseWithout(cutOut(clause, made.from, made.to), beside, isGoods);
  }
  const instruction = startOfInstruction(folded);
  if (instruction !== undefined) {
    const said = clause.slice(instruction);
    const call = readPhone(said);
    if (call.phone && onlyIntroducesPhone(call.rest)) return clause;
    note(beside, call.phone ? call.rest.replace(/\s+(?:au|a|à|sur|le)\s*(?=$|(?:en|quand|des|dès|avant)\s)/, ' ') : said);
    return `${clause.slice(0, instruction)}${call.phone ? ` ${call.phone}` : ''}`;
  }
  const receiver = tellsWhoSentHer(folded) ? undefined : receiverIn(clause, isGoods);
  if (receiver) {
    beside.receiver = receiver.name;
    const left = cutOut(clause, receiver.from, receiver.to);
    // « contacter Awa au 07… »: the number stands by itself
    return left.replace(/(^|[\s,])(?:au|a|à|sur(?: le)?)\s+(?=(?:\+|00)?(?:225\s?)?0[157][\d\s.-]{8,})/iu, '$1');
  }
  const same = SAME_RECEIVER.exec(folded);
  if (same) {
    const said = clause.slice(same.index);
    beside.sameReceiver ??= said.trim().replace(/[\s,;.]+$/, '');
    return `${clause.slice(0, same.index)}${readPhone(said).phone ?? ''}`;
  }
  const number = SAME_NUMBER.exec(folded);
  if (number && !end.includes('?')) {
    beside.sameNumber = true;
    return cutOut(clause, number.index, number.index + number[0].length);
  }
  const sent = SENT_POSITION.exec(folded);
  return sent ? cutOut(clause, sent.index, sent.index + sent[0].length) : clause;
}

const cutOut = (text: string, from: number, to: number): string =>
  `${text.slice(0, from).replace(/[\s,]+$/, ' ')}${text.slice(to)}`;

function note(beside: Beside, said: string): void {
  const clean = said.replace(/\s+/g, ' ').replace(/^[\s,;.!-]*(?:(?:et|mais)\s+)?|[\s,;.!]+$/gi, '');
  if (clean !== '' && !beside.notes.includes(clean)) beside.notes.push(clean);
}
