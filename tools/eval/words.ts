/** How replies are read: folded, cut into what is said at once, and searched for whole words. */

/** Lower case, no accents; separators in numbers stay. */
export const flat = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").replaceAll(/[*_]/g, '').toLowerCase();

export const segments = (text: string) =>
  text.split(/\n|(?<=[!?;])\s|(?<=[^\d]\.)\s|(?<=\d\.)\s(?!\d)/).filter((one) => one.trim() !== '');
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
/** Where a name stands in a folded text, in the plural too; -1 when it does not. */
export const wordAt = (text: string, name: string) =>
  text.search(new RegExp(`(?<![a-z0-9])${escaped(name)}(?:s|x)?(?![a-z0-9]${name.length === 1 ? "|'" : ''})`));
export const hasWords = (text: string, name: string) => wordAt(text, name) >= 0;
