import { goesOn } from './goes-on.js';
import { inOneLine, plain } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { greet } from './questions.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';

const FEASIBLE =
  / (faisable|jouable|realisable|(c est|est ce|ca|sera|serait) (\w+ )?possible|(c est|ca (va|sera|peut)) (etre )?(bon|ok)|(vous|tu) (pouvez|pourrez|peux|pourras)|possible|ca peut (se )?faire) /;
/** An hour or today: a day of the week is answered from the opening days. */
const WHEN = / (aujourd hui|ce soir|cet apres midi|tout de suite|maintenant|midi|\d{1,2} ?h\w*|\d{1,2} heures?) /;
const ALONE =
  /^ (?:(?:et|alors|donc|ok|mais|vous pensez que|est ce que|svp|hein) )*(?:c est|ca|est ce|est|sera|serait)(?: (?:bien|sera|est))* (?:faisable|possible|jouable|realisable)(?: (?:ou pas|svp|pour vous|hein|non))* $/;

/** « c'est faisable aujourd'hui à 14h ? »: no hour is promised; the seller is asked. True when that was the answer. */
export function asksWhetherFeasible(session: Session, u: Understanding): boolean {
  const said = inOneLine(u.words);
  const more = u.mentions.length > 0 || u.amounts.length > 0 || u.commune || u.intents.has('collect') || u.intents.has('payment');
  if (more || u.intents.has('bargain') || u.intents.has('price') || u.intents.has('want') || u.intents.has('delivery'))
    return false;
  const lately = session.turn.history.filter(({ author }) => author === 'customer').slice(-2);
  const wished = lately.findLast(({ text }) => WHEN.test(plain(text)))?.text;
  const asks = session.draft.interest !== undefined || (u.asksSomething && u.words.length <= 8);
  const now = WHEN.test(said) && FEASIBLE.test(said) && session.draft.lines.length === 0 && asks;
  const alone = ALONE.test(said) && wished !== undefined;
  if (!now && !alone) return false;
  greet(session, u);
  const written = [...(now ? [] : [wished]), ...session.turn.inbound.map(({ text }) => text)].map((one) => one?.trim()).join(' ');
  passOnWish(
    session,
    `savoir si l'heure souhaitée est possible : « ${written.slice(0, 240)} »`,
    undefined,
    askedWords.hourUnknown(session.sellerFirstName),
  );
  goesOn(session);
  return true;
}
