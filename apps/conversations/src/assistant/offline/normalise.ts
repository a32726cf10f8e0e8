/** Reading what people type: accents, elisions, SMS spelling and repeated letters, brought to plain words. */

/** Lower case without accents, one output character per input character, so that positions stay those of the original. */
export function fold(text: string): string {
  return Array.from(text.toLowerCase())
    .map((char) => {
      const base = char === 'œ' ? 'o' : char === '’' || char === '‘' || char === '`' ? "'" : char.normalize('NFD').charAt(0);
      return char.length === 1 ? base : char;
    })
    .join('');
}

/** What SMS spelling stands for. Keys and values are folded words. */
const SMS: Record<string, string> = {
  c: 'c est',
  cest: 'c est',
  ct: 'c etait',
  cmb: 'combien',
  cb: 'combien',
  cbien: 'combien',
  kombien: 'combien',
  conbien: 'combien',
  combi1: 'combien',
  sa: 'ca',
  sava: 'ca va',
  cv: 'ca va',
  jveux: 'je veux',
  jveu: 'je veux',
  jvx: 'je veux',
  jve: 'je veux',
  veu: 'veux',
  veut: 'veux',
  jprends: 'je prends',
  jprend: 'je prends',
  jpren: 'je prends',
  prend: 'prends',
  pren: 'prends',
  jvoudrais: 'je voudrais',
  jsuis: 'je suis',
  chui: 'je suis',
  chuis: 'je suis',
  jss: 'je suis',
  jfais: 'je fais',
  jfait: 'je fais',
  jfe: 'je fais',
  fai: 'fais',
  jai: 'j ai',
  g: 'j ai',
  jhabite: 'j habite',
  jaimerais: 'j aimerais',
  jconfirme: 'je confirme',
  jvalide: 'je valide',
  bjr: 'bonjour',
  bjour: 'bonjour',
  bonjours: 'bonjour',
  bnjr: 'bonjour',
  bsr: 'bonsoir',
  bonswar: 'bonsoir',
  slt: 'salut',
  salu: 'salut',
  mrc: 'merci',
  mci: 'merci',
  mersi: 'merci',
  stp: 'svp',
  silvouplait: 'svp',
  dispo: 'disponible',
  dispos: 'disponible',
  disponibles: 'disponible',
  disponibe: 'disponible',
  pr: 'pour',
  pk: 'pourquoi',
  pkoi: 'pourquoi',
  kan: 'quand',
  kand: 'quand',
  qd: 'quand',
  koi: 'quoi',
  kwa: 'quoi',
  ke: 'que',
  ki: 'qui',
  kel: 'quel',
  kelle: 'quelle',
  vs: 'vous',
  vou: 'vous',
  ds: 'dans',
  tt: 'tout',
  avc: 'avec',
  tjrs: 'toujours',
  tjr: 'toujours',
  wi: 'oui',
  oue: 'oui',
  ouais: 'oui',
  ouai: 'oui',
  yes: 'oui',
  yep: 'oui',
  ui: 'oui',
  oe: 'oui',
  nn: 'non',
  nan: 'non',
  nope: 'non',
  dak: 'd accord',
  dac: 'd accord',
  dacc: 'd accord',
  dacord: 'd accord',
  dacor: 'd accord',
  daccord: 'd accord',
  dakor: 'd accord',
  accor: 'accord',
  okay: 'ok',
  okey: 'ok',
  oki: 'ok',
  okok: 'ok',
  ya: 'il y a',
  livrezon: 'livraison',
  livreson: 'livraison',
  livrason: 'livraison',
  pointur: 'pointure',
  pointures: 'pointure',
  pair: 'paire',
  paires: 'paire',
  tailles: 'taille',
  kartier: 'quartier',
  ossi: 'aussi',
  demin: 'demain',
  dem1: 'demain',
  auj: 'aujourd hui',
  ajd: 'aujourd hui',
  b1: 'bien',
  adress: 'adresse',
  anule: 'annule',
  anuler: 'annuler',
  anulez: 'annulez',
  marchee: 'marche',
  interesse: 'interesse',
  interessee: 'interesse',
  interesser: 'interesse',
  commender: 'commander',
  comande: 'commande',
  comander: 'commander',
};

const TOKEN = /\d+(?:eme|ieme|ere|er)\b|\d{1,3}(?:[ .]\d{3})+(?!\d)|\d+[.,]5(?!\d)|\d+|[a-z]+(?:1\b)?/g;

/** The words of a text, SMS spelling written out; numbers are tokens ("45.000" → "45000", "2paires" → "2", "paire"). */
export function wordsOf(text: string): string[] {
  const readable = fold(text.normalize('NFC'))
    .replace(/%/g, ' pourcent ')
    .replace(/[👍👌✅🆗💯🤝]/gu, ' ok ')
    .replace(/([a-z])\1{2,}/g, '$1');
  const tokens = readable.match(TOKEN) ?? [];
  return tokens.flatMap((token, i) => {
    // "c'est" is written out already; only a lone "c" stands for it
    if (token === 'c' && /^(est|etait)$/.test(tokens[i + 1] ?? '')) return [token];
    if (/^\d{1,3}([ .]\d{3})+$/.test(token)) return [token.replace(/[ .]/g, '')];
    if (/^\d+[.,]5$/.test(token)) return [token.replace(',', '.')];
    return Object.hasOwn(SMS, token) ? (SMS[token] ?? token).split(' ') : [token];
  });
}

/** The words joined by one space, with one space at each end, so that rules can say " je prends ". */
export function plain(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}

/** The same few words are compared again and again within a turn and between turns; what was found is kept, up to this many pairs. */
const KEPT_PAIRS = 20_000;
const compared = new Map<string, boolean>();

/** True when two words are the same but for an accent, a plural, a slip of the finger or the way it sounds. */
export function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (!sameSound(a[0], b[0]) || /\d/.test(a) || /\d/.test(b)) return false;
  const pair = `${a} ${b}`;
  const known = compared.get(pair);
  if (known !== undefined) return known;
  if (compared.size >= KEPT_PAIRS) compared.clear();
  const result = closeEnough(a, b);
  compared.set(pair, result);
  return result;
}

function closeEnough(a: string, b: string): boolean {
  const [x, y] = [singular(a), singular(b)];
  if (x === y) return true;
  const shortest = Math.min(x.length, y.length);
  if (shortest < 4) return false;
  const prefix = commonPrefix(x, y);
  if (prefix >= 5 && Math.max(x.length, y.length) - prefix <= 3) return true;
  if (prefix === shortest && Math.abs(x.length - y.length) <= 2) return true;
  const allowed = shortest >= 7 ? 2 : 1;
  return Math.abs(x.length - y.length) <= allowed && editDistance(x, y, allowed) <= allowed;
}

/** A slip hardly ever hits the first letter; writing it as it sounds does ("klassic", "zara"). */
function sameSound(a: string | undefined, b: string | undefined): boolean {
  return a === b || (/[ckq]/.test(a ?? '') && /[ckq]/.test(b ?? '')) || (/[sz]/.test(a ?? '') && /[sz]/.test(b ?? ''));
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/[sx]$/, '') : word;
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/**
 * Insertions, deletions, replacements and swaps of neighbours that lead from a to b. Beyond `limit` the exact number does not matter and
 * the count stops: thousands of pairs of words are compared in a turn.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  const width = b.length + 1;
  let [before, last, row] = [new Uint8Array(width), Uint8Array.from({ length: width }, (_, j) => j), new Uint8Array(width)];
  for (let i = 1; i <= a.length; i++) {
    row[0] = i;
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row[j] = best;
      least = Math.min(least, best);
    }
    if (least > limit) return least;
    [before, last, row] = [last, row, before];
  }
  return last[b.length] ?? 0;
}
