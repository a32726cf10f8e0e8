import type { Draft, Turn } from '../assistant.js';
import { reopened } from '../draft.js';
import { toldToCourier } from '../for-the-courier.js';
import { moneyIn, withoutMoney } from '../offline/address-money.js';
import { wordsOf } from '../offline/normalise.js';
import { readPhone } from '../offline/phone.js';
import { textArg } from './arguments.js';

/** Where it goes, who receives it and what the courier is to know: all of it in the customer's own words, for a model makes up none. */

type Args = Record<string, unknown>;
type Changed = { draft: Draft } | { error: string };

/** The address among the arguments, where it is made of her own words. */
export function addressArg(turn: Turn, args: Args): { address: string } | { error: string } {
  const said = textArg(args, 'address');
  if (!said) return { error: 'address manque ou dépasse 300 caractères' };
  const address = withoutMoney(said);
  if (!address) return { error: "l'adresse ne dit que de l'argent ; demande où livrer" };
  const foreign = notHers(turn, address, turn.draft.address);
  return foreign.length > 0 ? { error: `le client n'a pas écrit : ${foreign.join(', ')}` } : { address };
}

/** Where it goes, and whom the courier calls. */
export function withAddress(turn: Turn, draft: Draft, args: Args): Changed {
  const read = addressArg(turn, args);
  if ('error' in read) return read;
  const phone = phoneArg(turn, args);
  const { commune: _commune, ...rest } = reopened(draft);
  return { draft: { ...rest, address: read.address, ...(phone ? { phone } : {}) } };
}

/** Who receives it where it is somebody else, and the number that person answers. */
export function withReceiver(turn: Turn, draft: Draft, args: Args): Changed {
  const name = textArg(args, 'name', 80);
  const phone = phoneArg(turn, args);
  if (!name && !phone) return { error: 'donne name ou phone, tels que le client vient de les écrire' };
  const foreign = notHers(turn, name ?? '', draft.receiver);
  if (foreign.length > 0) return { error: `le client n'a pas écrit : ${foreign.join(', ')}` };
  if (moneyIn(name ?? '').length > 0) return { error: 'un nom ne dit rien d’argent' };
  return { draft: { ...reopened(draft), ...toldToCourier(draft, { receiver: name, phone }) } };
}

/** What the courier is to know; what it says of money is the shop's affair. */
export function withCourierNote(turn: Turn, draft: Draft, args: Args): Changed {
  const note = textArg(args, 'note', 120);
  if (!note) return { error: 'note manque ou dépasse 120 caractères' };
  const foreign = notHers(turn, note);
  if (foreign.length > 0) return { error: `le client n'a pas écrit : ${foreign.join(', ')}` };
  if (moneyIn(note).length > 0) return { error: 'il y est question d’argent : pass_on' };
  return { draft: { ...reopened(draft), ...toldToCourier(draft, { notes: [note] }) } };
}

/** The number among the arguments, where she has just written it. */
function phoneArg(turn: Turn, args: Args): string | undefined {
  const phone = readPhone(textArg(args, 'phone', 30) ?? '').phone;
  return phone !== undefined && turn.inbound.some(({ text }) => readPhone(text).phone === phone) ? phone : undefined;
}

/** The words that tell something and that she never wrote. @param known words she was shown before */
function notHers({ history, inbound }: Turn, text: string, known = ''): string[] {
  const said = [...history, ...inbound].filter(({ author }) => author === 'customer');
  const hers = new Set([...said.flatMap((one) => wordsOf(one.text)), ...wordsOf(known)]);
  return wordsOf(text).filter((word) => (word.length > 3 || /\d/.test(word)) && !hers.has(word));
}
