import { kindsAsked, kindsNamed } from './kinds.js';
import { withoutOtherModels } from './makers.js';
import { Mention } from './mention.js';

/** "les chaussures Puma", where there is a bag of that name too: the kind she names beside it tells which; a model that is not sold names none of them. */
export function ofNamedKind(named: Mention[], words: string[]): Mention[] {
  const mentions = withoutOtherModels(named, words);
  const asked = words.flatMap((word) => kindsAsked(word));
  if (asked.length === 0) return mentions;
  return mentions.map((mention) => {
    if (mention.candidates.length < 2) return mention;
    const kinds = mention.candidates.map(({ name }) => kindsNamed(name));
    const isOne = mention.candidates.filter((_one, i) => kinds[i]!.some((kind) => asked.includes(kind)));
    const candidates = isOne.length > 0 ? isOne : mention.candidates.filter((_one, i) => kinds[i]!.length === 0);
    return candidates.length > 0 ? { ...mention, candidates } : mention;
  });
}
