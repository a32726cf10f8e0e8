import { isEveryday } from './everyday.js';
import { wordsOf } from './normalise.js';

/** How the goods are to be made or wrapped, and what paper goes with them: the shop's to do, and neither an article nor an address. Clauses of hers, folded. */

/** Up to the next article of a list. */
const TAIL = String.raw`(?:(?!\s(?:et|avec|plus|puis|aussi)\s+(?:\d|une?\b|deux|trois|quatre|cinq|six|du\b|des\b|le\b|la\b|les\b))[^,;.!?\n])*`;
const ASKS_FOR = String.raw`(?:(?:et|mais|surtout|svp|stp|aussi|mettez|mets|met|faites|fais|ajoutez|ajoute|rajoutez|je|j'en|le|la|les|veux|voudrais|que|ce soit|soit|vous|tu|pouvez|peux|on|peut|est-ce que|possible|de|bien vouloir)[\s-]+)*`;
const TASTE = String.raw`(?:piment\w*|epice\w*|oignons?|tomates?|sel|salee?s?|sucre\w*|glace|glacons?|huile|mayo\w*|ketchup|moutarde|cubes?|maggi|legumes?|salade|ail|poivre|citron|sauce a part|cuite?s?|grillee?s?|croustillant\w*|chaude?s?|froide?s?|frais|fraiche)`;
const MADE = new RegExp(
  String.raw`(?<![\p{L}\p{N}'-])${ASKS_FOR}(?:avec|sans|pas|bien|tres|trop|peu|beaucoup|un peu|plus|moins|extra|zero|sauce a part)\s+(?:(?:de|d'|du|des|la|le|l'|trop|beaucoup|un peu|peu|bien|tres|rien)\s*)*(${TASTE})(?![\p{L}])${TAIL}`,
  'u',
);
const WRAPPED = new RegExp(
  String.raw`(?<![\p{L}\p{N}'-])${ASKS_FOR}(?:(?:un|une|du|le|la|mon|son|dans|avec|de|en)\s+)*(?:(?:joli|beau|petit|belle|bel)\s+)*(?:papier cadeau|paquet cadeau|emballage cadeau|emball(?:ez|er|es?|age)(?![\p{L}])|(?:joli|beau) (?:papier|paquet|emballage|sachet)|petit mot|mot doux|carte (?:de|d'|avec|ou)|ruban|brod\w+|grav(?:er|ez|ure)(?![\p{L}])|floqu\w+)[^;.!?\n]*`,
  'u',
);
const NOUN = String.raw`(?:factures?|invoices?|bon de livraison|(?:un|le|mon|de) recu(?: d'achat)?|recu d'achat)`;
const LEADS_TO_PAPER = String.raw`(?:(?:et|mais|svp|stp|aussi|avec|je|j'|tu|vous|on|il|y'?a|y a|c'est|ce|est-ce que|est ce que|veux|voudrais|aimerais|peux|peut|pouvez|possible|d'avoir|avoir|recevoir|donnez?|donnes|donner|faites?|fais|faire|avez|as|me|m'|nous|faut|mettez|livrez|de|d'|des|la|une?|ma|les)[\s-]*\s)*`;
const PAPER = new RegExp(
  String.raw`(?<![\p{L}\p{N}'-])${LEADS_TO_PAPER}${NOUN}(?:\s+(?:normalisee?s?|proforma|pro forma|definitive|svp|stp|electronique|aussi|avec|possible|c'est possible))*(?:\s+(?:sera |est )?(?:au nom d|a l'ordre d|au nom)${TAIL})?(?=\s*(?:$|[,;.!?\n]|svp|stp))`,
  'u',
);
/** « facture ? » and « le reçu ? » are asked about too; a question of how much stands on it is none. */
const NOT_PAPER = /\b(?:sans|pas|prix|montant|dire|montre\w*|combien|paye[rz]?|regle[rz]?)\b/;

export interface Preparation {
  from: number;
  to: number;
  /** What it is, as the shop reads it. */
  about: 'la préparation' | 'un emballage ou un mot' | 'une facture';
}

/** @param clause folded @param question it ends with a question mark @param isGoods whether words name something of the shop */
export function preparationIn(clause: string, question: boolean, isGoods: (words: string[]) => boolean): Preparation | undefined {
  const wrapped = WRAPPED.exec(clause);
  if (
    wrapped &&
    (!question || /\b(?:pouvez|peux|peut|possible|faites|emball\w+)\b/.test(wrapped[0])) &&
    !named(wrapped[0], isGoods)
  )
    return { from: wrapped.index, to: wrapped.index + wrapped[0].length, about: 'un emballage ou un mot' };
  const paper = PAPER.exec(clause);
  if (paper && !NOT_PAPER.test(clause)) return { from: paper.index, to: paper.index + paper[0].length, about: 'une facture' };
  const made = MADE.exec(clause);
  const asked = !question || /\b(?:pouvez|peux|peut|possible)\b/.test(made?.[0] ?? '');
  if (!made || !asked || isGoods(wordsOf(made[1] ?? ''))) return undefined;
  return { from: made.index, to: made.index + made[0].length, about: 'la préparation' };
}

/** « emballage » may be what is sold. */
const named = (said: string, isGoods: (words: string[]) => boolean): boolean =>
  wordsOf(said).some((word) => !isEveryday(word) && /^(emball|papier|carte|ruban|brod)/.test(word) && isGoods([word]));
