import { DraftLine } from '../assistant.js';
import { withoutLines } from '../draft.js';
import { articleName } from '../proposal.js';
import { sameSize } from './catalogue.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

/** Takes off what she does not want any more; returns the burst without it. */
export function removeLines(session: Session, u: Understanding): Understanding {
  const unwanted = u.mentions.filter((mention) => mention.verb === 'remove');
  const kept = { ...u, mentions: u.mentions.filter((mention) => mention.verb === 'take') };
  if (unwanted.length === 0) {
    const named = u.slots.sizes.length > 0 && u.mentions.length === 0 && u.intents.has('remove') && !u.intents.has('replace');
    const bySize = named ? session.draft.lines.filter((line) => u.slots.sizes.some((size) => sameSize(size, line.size))) : [];
    if (bySize.length > 0) {
      session.draft = withoutLines(session.draft, (line) => bySize.includes(line));
      session.say(say.removed(bySize.map((line) => articleName(line))));
      if (session.draft.lines.length === 0) session.say(say.emptied());
      return { ...kept, slots: { sizes: [], colors: [] } };
    }
    if (u.intents.has('remove') && u.mentions.length === 0 && session.draft.lines.length > 1) {
      session.say(say.whichLine(session.draft.lines.map((line) => articleName(line))));
      return { ...kept, slots: { sizes: [], colors: [] } };
    }
    return kept;
  }
  const ids = new Set(unwanted.flatMap((mention) => mention.candidates.map((product) => product.id)));
  const sizes = unwanted.flatMap((mention) => mention.slots.sizes);
  const meant = (line: DraftLine) =>
    ids.has(line.productId) && (sizes.length === 0 || !line.size || sizes.some((size) => sameSize(size, line.size)));
  const removed = session.draft.lines.filter(meant);
  if (removed.length > 0) {
    session.draft = withoutLines(session.draft, meant);
    session.say(say.removed(removed.map((line) => articleName(line))));
  }
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
