import { DraftLine } from '../assistant.js';
import { withoutLines } from '../draft-lines.js';
import { articleName } from '../proposal.js';
import { sameColor, sameSize } from './catalogue.js';
import { linesNotKept } from './keeps-only.js';
import { Mention } from './mention.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { takeOff } from './change-line.js';
import { takesOff } from './take-off.js';
import { Understanding } from './understand.js';
import { askWhichLine } from './which-line.js';

/** Takes off what she does not want any more; returns the burst without it. */
export function removeLines(session: Session, u: Understanding): Understanding {
  const others = linesNotKept(session, u);
  if (others) {
    session.draft = withoutLines(session.draft, (line) => others.includes(line));
    session.say(say.removed(others.map((line) => articleName(line))));
    return nothingMore(u);
  }
  if (takesOff(session, u)) return nothingMore(u);
  const refused = (mention: Mention) => mention.verb === 'remove' || refusesLine(session, mention, u);
  const unwanted = u.mentions.filter(refused);
  const comes = u.mentions.some((mention) => mention.instead);
  const kept = {
    ...u,
    mentions: u.mentions.filter((mention) => !refused(mention)),
    ...(comes ? { intents: new Set([...u.intents, 'want' as const]) } : {}),
  };
  if (unwanted.length === 0) {
    const named = linesNamed(session, u);
    if (named.length > 0) {
      session.draft = withoutLines(session.draft, (line) => named.includes(line));
      session.say(say.removed(named.map((line) => articleName(line))));
      if (session.draft.lines.length === 0) session.say(say.emptied());
      return { ...kept, slots: { sizes: [], colors: [] } };
    }
    if (u.intents.has('remove') && u.mentions.length === 0 && session.draft.lines.length > 1) {
      askWhichLine(session, session.draft.lines, { sizes: [], colors: [], remove: true });
      return { ...kept, slots: { sizes: [], colors: [] } };
    }
    return kept;
  }
  const fewer = unwanted.filter((mention) => leavesSome(session, mention));
  const ids = new Set(
    unwanted.filter((mention) => !fewer.includes(mention)).flatMap((mention) => mention.candidates.map((product) => product.id)),
  );
  const sizes = unwanted.flatMap((mention) => mention.slots.sizes);
  const colors = unwanted.flatMap((mention) => mention.slots.colors);
  const meant = (line: DraftLine) => ids.has(line.productId) && fits(line, sizes, colors);
  const removed = session.draft.lines.filter(meant);
  if (removed.length > 0) {
    session.draft = withoutLines(session.draft, meant);
    session.say(say.removed(removed.map((line) => articleName(line))));
  } else if (session.draft.addsTo) session.update({ takesOff: [...(session.draft.takesOff ?? []), ...ids] });
  else if (!session.draft.interest && session.draft.lines.length > 0 && u.intents.has('remove'))
    session.say(say.notInOrder(unwanted.map(({ candidates: [product] }) => product?.name ?? '')));
  const { interest, pending } = session.draft;
  const waiting = (pending ?? []).filter((item) => !ids.has(item.productId));
  session.forget('pending');
  if (waiting.length > 0) session.update({ pending: waiting });
  if (interest && ids.has(interest.productId)) {
    session.forget('interest');
    if (removed.length === 0)
      session.say(
        say.removed(
          unwanted.flatMap((mention) =>
            mention.candidates.filter((product) => product.id === interest.productId).map((product) => product.name),
          ),
        ),
      );
  }
  if (session.draft.lines.length === 0 && !session.draft.interest && kept.mentions.length === 0 && session.hasSpoken) {
    session.say(say.emptied());
    session.update({ lastAsked: 'product' });
  }
  return kept;
}

/** All that was said is done. */
const nothingMore = (u: Understanding): Understanding => ({ ...u, mentions: [], slots: { sizes: [], colors: [] } });

/** "enlève 1 chaussette et ajoute un sac": so many come off a line that has more. True when some are left. */
function leavesSome(session: Session, { candidates, slots: { quantity, sizes, colors } }: Mention): boolean {
  const [line, ...others] = session.draft.lines.filter(
    (known) => candidates.some(({ id }) => id === known.productId) && fits(known, sizes, colors),
  );
  if (!line || others.length > 0 || quantity === undefined || quantity >= line.quantity) return false;
  takeOff(session, line, quantity);
  return true;
}

/** The lines she takes off by their size or colour alone: "enlève la bleue", "non pas la bleue finalement". */
function linesNamed(session: Session, u: Understanding): DraftLine[] {
  const { sizes, colors } = u.slots;
  if (u.mentions.length > 0 || sizes.length + colors.length === 0) return [];
  const removes = u.intents.has('remove') && !u.intents.has('replace');
  const words = inOneLine(u.words);
  const refuses = session.draft.lines.length > 1 && (REFUSED.test(words) || NO_MORE.test(words)) && !u.asksSomething;
  if (!removes && !(refuses && sizes.length < 2 && colors.length < 2)) return [];
  return session.draft.lines.filter(
    (line) => (sizes.length === 0 || line.size) && (colors.length === 0 || line.color) && fits(line, sizes, colors),
  );
}

/** "non pas la robe bleue": an article she has, named only to be refused. */
function refusesLine(session: Session, mention: Mention, u: Understanding): boolean {
  const lines = session.draft.lines.filter((line) => mention.candidates.some((product) => product.id === line.productId));
  return (
    // « pas la stan, juste la air max »: the first one
    ((u.mentions.length === 1 && lines.length > 0) || (u.mentions.length > 1 && mention === u.mentions[0])) &&
    REFUSED.test(inOneLine(u.words)) &&
    !u.asksSomething &&
    !u.intents.has('want')
  );
}

/** A refusal that opens the sentence: "vous n'avez pas la bleue" refuses nothing. */
const REFUSED = /^ (?:(?:non|et|mais|ok|bon|finalement|plutot|en fait) )*pas (?:la|le|les|l|de) /;

/** "et plus de 37": none of that size any more. */
const NO_MORE = /^ (?:(?:non|et|mais|ok|bon|finalement|en fait) )*plus (?:de|la|le|du) (?:la |le |taille |pointure )?[\w.]+ $/;

/** What is not said, or not known of a line, does not tell lines apart. */
function fits(line: DraftLine, sizes: string[], colors: string[]): boolean {
  return (
    (sizes.length === 0 || !line.size || sizes.some((size) => sameSize(size, line.size))) &&
    (colors.length === 0 || !line.color || colors.some((color) => sameColor(line.color, color)))
  );
}
