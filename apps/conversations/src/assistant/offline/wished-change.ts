import { inOneLine } from './normalise.js';
import { Understanding } from './understand.js';

/** What she wants otherwise of an order that stands, where she names no article. */

/** Sizes, colours and number she names. */
export function saidOf({ slots: { sizes, colors, quantity } }: Understanding): string {
  return [
    ...sizes.map((size) => `taille ${size}`),
    ...colors.map((color) => `couleur ${color}`),
    ...(quantity === undefined ? [] : [`quantité ${quantity}`]),
  ].join(', ');
}

/** "et mettez 2 paires", "non je veux 3": nothing but another number of what she ordered. */
const SO_MANY =
  /^ (?:(?:et|non|ok|oui|mais|ah|pardon|bon) )*(?:mets|mettez|mettre|je (?:veux|voulais|prends)|j en (?:veux|voulais|prends))(?: (?:moi|en))? (?:\d{1,2}|deux|trois|quatre|cinq|six|dix)(?: (?:paires?|pieces?|lots?))? $/;

/** What she wants otherwise, in the seller's words; undefined when she changes nothing. */
export function wishedChange(u: Understanding): string | undefined {
  const words = inOneLine(u.words);
  const changes =
    / (changez?|changer|modifie[rz]?|corrige[rz]?|rectifie[rz]?|remplace[rz]?|echange[rz]?|trompee?|wrong|exchange) /.test(words);
  if (u.phone) return `nouveau numéro (${u.phone})`;
  if (u.address && (!u.asksSomething || changes)) return `nouvelle adresse (${u.address})`;
  if (
    / (nouvelle|autre|change\w*|modifi\w*|corrig\w*|trompee? (de|d)|new|wrong) (l |la |mon |d |the |my )?(adresse|address) /.test(
      words,
    ) ||
    (changes && u.commune)
  )
    return `nouvelle adresse${u.commune ? ` (${u.commune})` : ''}`;
  const said = saidOf(u);
  const insteadOf =
    changes ||
    (u.intents.has('replace') && !u.asksSomething) ||
    / (c est pas|\d+ pas|au lieu) /.test(words) ||
    SO_MANY.test(words);
  if (insteadOf && said) return said;
  if (!changes) return undefined;
  return / numero /.test(words)
    ? 'le numéro'
    : / (adresse|address) /.test(words)
      ? "l'adresse"
      : 'ce qui change est à lui demander';
}
