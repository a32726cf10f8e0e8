const THERE = String.raw`(?:il |n'|ne )?(?:y a|ya|y'a|y en a|vous avez|vous n'avez|tu as|t'as|avez)`;
const VALUE = String.raw`(\d{2}|x{0,3}l|m|x{0,3}s)`;
const TAKE = String.raw`(?:alors |donc )?(?:je (?:prends|veux|choisis)|mets|mettez|met|donnez|donne|envoyez|envoie)(?:[- ]moi)?`;
const UNLESS = new RegExp(
  String.raw`\bsi ${THERE} (?:pas|plus) (?:de |du |le |la |en |la taille |la pointure )*${VALUE}\b,? ${TAKE} (?:le |la |du |en |une )*${VALUE}\b`,
  'gi',
);

/** « si y a pas 43 donnez 42 » as « 43 sinon 42 »: the 43 is no size that she denies. */
export const asFirstElse = (text: string): string => text.replace(UNLESS, '$1 sinon $2');
