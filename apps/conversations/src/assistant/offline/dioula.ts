/** The few words of Dioula that a market-goer drops into a sale, and what they say; folded. */
const PHRASES: [RegExp, string][] = [
  // "a songo ye joli ye ?", "joli joli ye"
  [/\b(?:a |o )?songo(?: (?:ye|be))?(?: (?:joli|jol[iy]|dioli))*(?: ye)?\b/g, ' combien '],
  [/\b(?:a ye )?(?:joli|dioli) (?:(?:joli|dioli) )?(?:ye|lo|be)\b/g, ' combien '],
  // "n b'a ta", "n'b'a fe", "n'bena a ta"
  [/\bn ?'? ?b(?:e|ena|i na)? ?'? ?a (?:ta|san|fe)\b/g, ' je prends '],
  [/\ba (?:barika|barka)|\bi ni ?ce\b/g, ' merci '],
  // "attiéké kilo fila", "saba n'be fe"
  [/\b(?:n ?'? ?b'?e|n be|mbe) (?:a )?fe\b/g, ' je veux '],
  [/\b(kilo|litre|paquet|piece|lot|fen)s? (kelen|fila|saba|naani|nani|duuru|looru|wooro)\b/g, '$2 $1'],
  [/\bkelen\b/g, ' 1 '],
  [
    /\bfila\b(?=.*\b(?:je veux|be fe|san|kilo|litre|paquet|barika|barka|ani)\b)|(?<=\b(?:yards?|kilo|litre|barika|barka|ani)\b.*)\bfila\b/g,
    ' 2 ',
  ],
  [/\bsaba\b/g, ' 3 '],
  [/\b(?:naani|nani)\b/g, ' 4 '],
  [/\b(?:duuru|looru)\b/g, ' 5 '],
  [/\bani (?=\p{L})/gu, ' et '],
  [/\bjege\b/g, ' poisson '],
  [/\b(\d{2}) ?(?:be|b'a|be yan|be yen)\b/g, '$1 disponible'],
];

/** Dioula in the middle of French, brought to French. @param folded lower case, without accents */
export const dioulaInFrench = (folded: string): string =>
  PHRASES.reduce((text, [phrase, meant]) => text.replace(phrase, meant), folded);
