import { plain } from './normalise.js';

const OPENERS =
  'non|finalement|enfin|en fait|attends|attendez|pardon|plutot|ah|euh|bon|ok|c est|mets|mettez|moi|je veux|je prends|donne|donnez|je voulais dire|mieux vaut';
const NUMBER = String.raw`(?:\d{1,2}|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix)`;
const COUNTED = '(?: (?:paire|paires|pieces?|lots?|articles?|seule?s?|seulement|suffit))*';
/** Nothing but a number, whatever introduces it: "finalement 2", "non 1", "mets 3 paires". */
const ONLY_A_NUMBER = new RegExp(`^ (?:(?:${OPENERS}) )*${NUMBER}${COUNTED} $`);
/** A number that puts right what was said before it. */
const PUTS_RIGHT = new RegExp(
  `^ (?:(?:${OPENERS}) )*(?:non|finalement|en fait|attends|attendez|pardon|plutot|je voulais dire|mieux vaut) (?:(?:${OPENERS}) )*${NUMBER}${COUNTED} $`,
);
/** What she wrote just before was no earnest. */
const JOKES =
  /^ (?:(?:non|mais|euh|ah|attends|lol|mdr) )*(?:je |c est |c etait |on )(?:blague|blaguais|blaguait|plaisante|plaisantais|rigole|rigolais|rigolait|amuse|amusais|deconne|(?:une |pour )?(?:blague|rire|rigoler|jouer))(?= )(?! (?:pas|plus) )/;
/** She takes her giving up back in the same breath. */
const STAYS =
  /^ (?:(?:non|mais|attends|attendez|euh|ah|pardon) )*(?:annulez? pas|n annulez? pas|n annulez? rien|garde|gardez|maintiens|maintenez|je (?:la |le |les )?(?:garde|veux toujours|prends quand meme))(?: (?:la|le|les|tout|ma commande|la commande))?(?= )/;
/** Said before the last word, it only asks for a moment. */
const WAIT = /^ (?:(?:non|ah|oh|euh) )*(?:attends|attendez|une minute|un instant|pardon|oups) $/;
const A_MOMENT = 'attends';
const GIVES_UP = / (annule|annuler|annulez|laisse tomber|laissez tomber|je ne veux plus|je veux plus|plus besoin) /;

/** "…, plateau dokui... non je rigole plateau face palais": only the clause she jokes about is taken back. */
const JOKES_INSIDE =
  /(,)[^,;!?]*?(?:\.{2,}|…|[,;.!]|\s)\s*(?:non|nan|nn|nonn|mais)\s+(?:je |c'?\s?est (?:une )?|on )?(?:rigole|rigolais|blague|blaguais|plaisante|plaisantais|deconne)(?![a-z])(?! pas)[\s,:;.!]*/i;

/** Of a burst that contradicts itself, what she says last: a number put right replaces the one before it, a joke takes back what it follows. */
export function lastWord(messages: string[]): string[] {
  const kept: string[] = [];
  for (const [at, said] of messages.entries()) {
    const message = said.replace(JOKES_INSIDE, ', ');
    const words = plain(message);
    if (WAIT.test(words) && at < messages.length - 1) continue;
    const takenBack = JOKES.test(words)
      ? JOKES
      : GIVES_UP.test(plain(kept.at(-1) ?? '')) && STAYS.test(words)
        ? STAYS
        : undefined;
    if (takenBack && kept.length > 0) {
      kept.pop();
      const more = words.replace(takenBack, ' ').trim();
      if (more !== '') kept.push(more);
    } else {
      if (PUTS_RIGHT.test(words))
        for (let i = kept.length - 1; i >= 0; i--) if (ONLY_A_NUMBER.test(plain(kept[i] ?? ''))) kept.splice(i, 1);
      kept.push(message);
    }
  }
  // all of it taken back: nothing is asked, and what she has stays
  return kept.length > 0 || messages.length === 0 ? kept : [A_MOMENT];
}
