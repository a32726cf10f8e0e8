import { fold } from './normalise.js';

/** One word, amount or mark of an address, and what it says of money. */
interface Piece {
  kind: 'claim' | 'hint' | 'filler' | 'number' | 'place' | 'end';
  from: number;
  to: number;
}

const NUMBER = String.raw`(?:\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+(?:[.,]\d+)?)`;
const IN_WORDS =
  '(?:(?:un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|cinquante|soixante|cents?|mille|millions?)[ -])+';
const CURRENCY = String.raw`(?:f\.? ?cfa|cfa|xof|francs?|frs?|balles|euros?|€|\$|dollars?)`;
const AMOUNT = String.raw`${NUMBER} ?(?:${CURRENCY}|f|mille|k)(?![a-z0-9])|${NUMBER} ?(?:%|pour ?cents?)|${IN_WORDS}${CURRENCY}(?![a-z])`;
const PIECE = new RegExp(String.raw`(${AMOUNT})|(tout compris)|([a-z]+)|(${NUMBER})|([,;.:\n/|()!?-]+)`, 'g');

/** Said by themselves these are about money, whoever writes them in an address. */
const CLAIM =
  /^(gratuit\w*|gratis|offert\w*|payer|paye(e|s|es|ez)?|paie|payable|paiement|prepaye\w*|rembours\w*|reductions?|rabais|fcfa|cfa|ttc)$/;
/** These are about money beside an amount or another of them; alone they may be a landmark ("station Total"). */
const HINT =
  /^(prix|tarif|total|montant|somme|cout|coute|frais|facture|remise|promo|promotion|solde|acompte|avance|compris\w*|inclus\w*|livraison|cadeau|regle|reglee|dois|doit)$/;
const FILLER =
  /^(a|au|de|du|d|la|le|les|l|est|c|ca|fait|tout|deja|je|j|ai|on|pour|seulement|net|final|convenu|par|wave|orange|money|avec|et|en|moi|me|sur|article|articles|commande|doit|coute|zero)$/;
/** After these a number with a letter is a door ("villa 120 F"), not an amount. */
const DOOR = /\b(villa|lots?|ilot|bloc|porte|appartement|appart|apt|immeuble|rue|batiment|bat|no|n°|numero|tour|zone)\s*:?\s*$/;

/** After these a bare number is that of a plot or a door, however large. */
const PLOT = /\b(villa|lots?|ilot|porte|appartement|appart|apt|no|n°|numero|bp|code|parcelle)\s*:?\s*$/;
/** What is called by a number, or by a name with one: « tour 2000 », « cité Génie 2000 ». */
const CALLED =
  /\b(bloc|immeuble|imm|rue|avenue|av|boulevard|bd|batiment|bat|tour|zone|cite|carrefour|quartier|residence|res|centre|pharmacie|ecole|lycee|hotel|station|antenne|bus|ligne|gare|chambre|portail|boutique|magasin|supermarche|secteur|sicogi|sipim)\s+([a-z]+\s+){0,2}$/;

/** The delivery address without what was written into it about money: no sum, gift or payment reaches the recap, the order or the courier. */
export function withoutMoney(address: string): string {
  const written = address.normalize('NFKC');
  const clean = spans(written).reduceRight((left, [from, to]) => `${left.slice(0, from)} ${left.slice(to)}`, written);
  const kept = clean === written ? clean : withoutBareNouns(clean);
  return kept
    .replace(/\(\s*\)|["“«]\s*["”»]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/(?:\s*[,;:])+(?=\s*[,;:])/g, '')
    .replace(/\s+(?=[,;])/g, '')
    .replace(/^[\s,;:.-]+|[\s,;:.(-]+$/g, '');
}

/** « Cocody, rue du prix 5000F, villa 12 »: the rue that was named after a price is none. */
const withoutBareNouns = (address: string): string => {
  const clauses = address.split(',');
  const kept = clauses.filter(
    (clause) => !/^\s*(rue|avenue|boulevard|villa|lot|immeuble|tour|carrefour|residence|cité|cite)\s*$/i.test(clause),
  );
  return (kept.length > 0 ? kept : clauses).join(',');
};

/** What an address says about money, as it is written there; empty when it only says where she lives. */
export function moneyIn(address: string): string[] {
  const written = address.normalize('NFKC');
  return spans(written).map(([from, to]) => written.slice(from, to));
}

/** Sums without a word of money (« cocody 25000 »), as they are written in an address. */
export function bareSumsIn(address: string): string[] {
  const written = address.normalize('NFKC');
  const folded = fold(written);
  const pieces = piecesOf(folded);
  return pieces.filter((_, i) => isBareSum(folded, pieces, i)).map(({ from, to }) => written.slice(from, to));
}

/** As large and as round as a price, and no number of a house, a street or so many dwellings. */
function isBareSum(folded: string, pieces: Piece[], at: number): boolean {
  const piece = pieces[at];
  if (piece?.kind !== 'number') return false;
  const number = folded.slice(piece.from, piece.to);
  const value = Number(number.replace(/\D/g, ''));
  if (value < 1_000 || value % 50 !== 0 || number.startsWith('0')) return false;
  const before = folded.slice(0, piece.from);
  const named = value < 10_000 && (CALLED.test(before) || pieces[at + 1]?.kind === 'place');
  return !named && !PLOT.test(before);
}

/** Where the address speaks of money: each claim with the words around it that belong to it. */
function spans(written: string): [number, number][] {
  const folded = fold(written);
  const pieces = piecesOf(folded);
  const found: [number, number][] = [];
  for (let i = 0; i < pieces.length; i++) {
    const bare = isBareSum(folded, pieces, i);
    if (pieces[i]?.kind !== 'claim' && pieces[i]?.kind !== 'hint' && !bare) continue;
    let [first, last] = [i, i];
    while (['filler', 'hint', 'claim', 'number'].includes(pieces[last + 1]?.kind ?? 'end')) last++;
    // "payé par Wave," belongs together; "5000 F à Angré" does not
    if (pieces[last + 1]?.kind === 'place') while (pieces[last]?.kind === 'filler') last--;
    const run = pieces.slice(first, last + 1);
    const hints = run.filter((piece) => piece.kind === 'hint').length;
    const sum = run.some((piece) => piece.kind === 'number' && isSum(written.slice(piece.from, piece.to)));
    const houses = sum && run.at(-1)?.kind === 'number' && pieces[last + 1]?.kind === 'place';
    if (bare || run.some((piece) => piece.kind === 'claim') || hints > 1 || (sum && !houses)) {
      while (pieces[first - 1]?.kind === 'filler') first--;
      found.push([pieces[first]?.from ?? 0, pieces[last]?.to ?? 0]);
    }
    i = last;
  }
  return found;
}

function piecesOf(folded: string): Piece[] {
  return [...folded.matchAll(PIECE)].map((match) => {
    const [all, amount, included, word, number] = match;
    const piece = (kind: Piece['kind']): Piece => ({ kind, from: match.index, to: match.index + all.length });
    if (amount) return piece(/(f|k|mille)$/.test(amount) && isDoor(folded, match.index, amount) ? 'place' : 'claim');
    if (included) return piece('claim');
    if (number) return piece('number');
    if (!word) return piece(/^[:-]+$/.test(all) ? 'filler' : 'end');
    return piece(CLAIM.test(word) ? 'claim' : HINT.test(word) ? 'hint' : FILLER.test(word) ? 'filler' : 'place');
  });
}

/** "villa 120 F", "porte 12 K": a letter of the door; a sum of francs is at least a coin of 25. */
function isDoor(folded: string, at: number, amount: string): boolean {
  if (DOOR.test(folded.slice(0, at))) return true;
  return /\df?$|\d f$/.test(amount) && Number(amount.replace(/\D/g, '')) < 25;
}

/** A bare number that can be a sum of money beside a word of money. */
const isSum = (number: string): boolean => Number(number.replace(/\D/g, '')) >= 100;
