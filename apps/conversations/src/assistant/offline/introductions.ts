import { isEveryday } from './everyday.js';
import { fold } from './normalise.js';

/** How people say who they are: a name is no place, whatever town or colour it sounds like. */

const TITLE = String.raw`(?:m|mr|mme|mlle|monsieur|madame|mademoiselle|dr|docteur|el hadj)\b\.?`;
const INTRODUCTION = new RegExp(
  String.raw`\b(?:j(?:e |'| )?m ?'? ?app?ell?e?s?\b|je me nomme\b|my name(?: is|'s)\b|(?:il|elle) s ?'? ?app?ell?e?\b|(?:mon|son) (?:nom|prenom)(?: complet| de famille)? ?(?:c'? ?est|est|:)|(?:c'? ?est|moi c'? ?est|ici c'? ?est|ici) (?=${TITLE} ))\s*(?:${TITLE}\s+)?`,
);
/** At most so many words are one name. */
const MOST_WORDS = 3;

/** « Serge c'est mon nom »: only with capital letters. */
const NAME_FIRST =
  /(?<![\p{L}])(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}),? c['’ ]?\s?(?:est )?mon (?:pr[eé])?nom(?: (?:hein|deh|oh|svp))*(?![\p{L}])/u;
/** She herself, and not somebody she speaks of. */
const HERSELF = /\b(?:m ?'? ?app?ell|je me nomme|my name|mon (?:nom|prenom)|moi c|ici)/;

export interface Introduction {
  introduces: boolean;
  /** What is left of the message. */
  rest: string;
  /** Her own name, as she writes it. */
  name?: string;
}

/** Without « je m'appelle Yao Bassam », « c'est Mme Kouassi »: what is left of the message, and whether somebody was named in it. */
export function withoutIntroduction(message: string): Introduction {
  const first = NAME_FIRST.exec(message);
  if (first) return { introduces: true, rest: message.replace(first[0], '').replace(/^[\s,]+|[\s,]+$/g, ''), name: first[1]! };
  const found = INTRODUCTION.exec(fold(message));
  if (!found) return { introduces: false, rest: message };
  const after = message.slice(found.index + found[0].length);
  const name = nameAtStart(after);
  if (name.length === 0) return { introduces: false, rest: message };
  const left = after.slice(name.length).replace(/^\s*,?\s*/, ' ');
  const rest = `${message.slice(0, found.index).replace(/[\s,;]+$/, ' ')}${left}`.trim();
  return { introduces: true, rest, ...(HERSELF.test(found[0]) ? { name: name.trim() } : {}) };
}

/** The name at the beginning, with where she comes from (« Konan de Yamoussoukro ») and the same name said once more. */
function nameAtStart(text: string): string {
  const words: string[] = [];
  let name = '';
  for (const [all, word = ''] of text.matchAll(/\s*([\p{L}'’-]+)/gu)) {
    const joined = text.startsWith(all, name.length);
    if (!joined || words.length === MOST_WORDS || (words.length > 0 && isEveryday(fold(word)))) break;
    name += all;
    words.push(fold(word));
  }
  const origin = /^ de [\p{L}-]+/u.exec(text.slice(name.length))?.[0] ?? '';
  const again = /^\s*,\s*[^,.;!?\n]+/.exec(text.slice(name.length + origin.length))?.[0] ?? '';
  const repeats = words.some((word) => word.length > 2 && fold(again).includes(word));
  return `${name}${origin}${repeats ? again : ''}`;
}
