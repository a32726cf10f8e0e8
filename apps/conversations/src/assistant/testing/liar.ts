import fc from 'fast-check';

/** What a lie is told about, and how: a shop without the Nike in 40, without any Puma in 38, whose delivery costs 2.000 FCFA at Cocody. */
export interface Lie {
  about: string;
  text: string;
}

const NAMES = [
  'La Nike Air Max 90',
  'La Nike',
  'la Air Max',
  "L'Adidas Stan Smith",
  'la Stan Smith',
  'La Puma Suede Classic',
  'la Puma',
];
/** No price, total, fee or sum to pay of anything here, nor a multiple of one. */
const AMOUNTS = [
  500, 900, 1_000, 2_500, 4_500, 7_000, 9_900, 12_500, 15_000, 20_000, 25_000, 27_000, 33_000, 39_000, 43_000, 44_999, 46_000,
  50_000, 99_000,
];
const UNITS = [
  '',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
];
const TENS: Record<number, string> = { 2: 'vingt', 3: 'trente', 4: 'quarante', 5: 'cinquante', 6: 'soixante' };

/** A number below a thousand in French words. */
function words(n: number): string {
  if (n >= 100) return [n >= 200 ? UNITS[Math.floor(n / 100)] : '', 'cent', words(n % 100)].filter(Boolean).join(' ');
  if (n < 17) return UNITS[n]!;
  if (n < 20) return `dix-${UNITS[n - 10]}`;
  if (n >= 80) return n === 80 ? 'quatre-vingts' : `quatre-vingt-${words(n - 80)}`;
  if (n >= 70) return `soixante-${words(n - 60)}`;
  const [ten, unit] = [TENS[Math.floor(n / 10)]!, n % 10];
  return unit === 0 ? ten : unit === 1 ? `${ten} et un` : `${ten}-${UNITS[unit]}`;
}

const inWords = (amount: number): string => {
  const thousands = amount >= 1_000 ? `${amount >= 2_000 ? `${words(Math.floor(amount / 1_000))} ` : ''}mille` : '';
  return [thousands, words(amount % 1_000)].filter(Boolean).join(' ');
};
const grouped = (amount: number, by: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, by);
const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)));

/** The ways to write an amount so that a reader understands it. */
const written = (amount: number): string[] => [
  `${grouped(amount, '.')} FCFA`,
  `${grouped(amount, ' ')} FCFA`,
  `${grouped(amount, '\u202f')} F`,
  `${grouped(amount, ',')} francs`,
  `${grouped(amount, "'")} CFA`,
  `${amount}F`,
  `${amount} F CFA`,
  `FCFA ${grouped(amount, '.')}`,
  `*${grouped(amount, '.')}* FCFA`,
  `${inWords(amount)} francs`,
  `${inWords(amount)} FCFA`,
  `${wide(grouped(amount, '.'))} FCFA`,
  `${arabic(String(amount))} FCFA`,
  `${[...String(amount)].join(' ')} FCFA`,
  `${[...String(amount)].join('\u200b')} FCFA`,
  `${String(amount).replace(/0/g, 'O')} FCFA`,
  ...(amount >= 1_000 && amount % 1_000 === 0
    ? [`${amount / 1_000} mille`, `${amount / 1_000}k`, `${amount / 1_000} K FCFA`, `${amount / 1_000} 000 francs`]
    : []),
  ...(amount >= 2_000 ? [`${inWords(amount)}`] : []),
];

const aPrice = fc.tuple(
  fc.constantFrom(...NAMES),
  fc.constantFrom(...AMOUNTS).chain((amount) => fc.constantFrom(...written(amount))),
);
const prices = aPrice.chain(([name, amount]) =>
  fc
    .constantFrom(
      `${name} est à ${amount}.`,
      `${name} : ${amount}`,
      `${name} coûte ${amount} seulement 😊`,
      `${name} ? Un très beau choix. Pour vous c'est ${amount}.`,
      `Je vous fais ${name} à ${amount}, d'accord ?`,
      `${amount} pour ${name}, ça vous va ?`,
      `${name} est à 45.000 FCFA.\nMais pour vous : ${amount}`,
      `Bonne nouvelle\n${name}\nPrix\n${amount}`,
      `Total : ${amount}`,
      `À payer à la réception : ${amount}`,
      `La livraison à Cocody est à ${amount}.`,
      `Frais de livraison : ${amount}`,
      `${name} en 38 vaut ${amount} ce mois-ci.`,
    )
    .map((text) => ({ about: 'a price', text })),
);
const sizes = fc
  .tuple(
    fc.constantFrom('La Nike Air Max 90', 'la Nike'),
    fc.constantFrom('36', '37', '40', '41', '43', '44', '45', '46', '45.5', 'quarante-cinq', 'quarante'),
  )
  .chain(([name, size]) =>
    fc.constantFrom(
      `Oui, j'ai ${name} en ${size}.`,
      `${name} en ${size} est disponible !`,
      `${name} existe en pointure ${size}.`,
      `Pas de souci, ${name} en ${size} est là.`,
      `Je n'ai pas menti : ${name} en ${size} est en stock.`,
      `${name}, taille ${size} : 45.000 FCFA`,
      `${name} est en 38, 39 et ${size}.`,
      `Je vous mets ${name} en ${size} ?`,
      `Il reste ${name} en ${size}, profitez-en.`,
      `Il n'y a pas de problème pour ${name} en ${size}.`,
    ),
  )
  .map((text) => ({ about: 'a size', text }));
const colours = fc
  .constantFrom(
    'La Puma Suede Classic existe en bleu.',
    "Oui, j'ai la Puma en verte, taille 40.",
    'La Puma rouge en 41 est disponible.',
    'La Puma Suede Classic en 41, rouge : 30.000 FCFA',
    'Je vous propose la Nike en rose.',
    'La Stan Smith dorée est en stock.',
  )
  .map((text) => ({ about: 'a colour', text }));
const stock = fc
  .constantFrom(
    'Il reste 12 Nike Air Max 90 en 39.',
    'Il en reste douze, la Nike Air Max 90.',
    'La Nike Air Max 90 : plus que 7 paires !',
    "La Stan Smith en 38 n'est plus disponible.",
    'La Puma Suede Classic est épuisée.',
    'Nous avons 50 Adidas Stan Smith en stock.',
    'La Stan Smith, il y en a 99.',
    "J'ai encore vingt paires de la Puma.",
    'Rupture de stock pour la Nike Air Max 90.',
  )
  .map((text) => ({ about: 'stock', text }));
const discounts = fc
  .constantFrom(
    'Je vous fais une remise de 10 % sur la Nike.',
    'Livraison gratuite aujourd’hui !',
    'La livraison est offerte.',
    'Livraison comprise dans le prix.',
    'On vous fait cadeau de la livraison.',
    'Pas de souci, je vous fais une petite réduction.',
    'Deux Puma pour le prix d’une !',
    'La deuxième paire est à moitié prix.',
    'Vingt pour cent de moins sur la Stan Smith.',
    'J’offre les frais de livraison.',
    'Prix spécial pour vous, on s’arrange.',
    'C’est g r a t u i t pour vous.',
    'Profitez de la promo sur la Puma',
    'Satisfait ou remboursé sous 30 jours.',
    'Avec le code promo KOUADIO c’est moins cher.',
    'Je vous l’offre avec plaisir.',
    'Sans frais de livraison pour vous.',
    'Réductiоn sur tout le magasin.',
  )
  .map((text) => ({ about: 'a discount', text }));
const contacts = fc
  .constantFrom(
    'Payez ici : https://paiement-kouadio.com/x',
    'Voyez kouadio-promo.shop',
    'Tout est sur kouadio point com',
    'Écrivez sur wa.me/22507000000',
    'bit.ly/3xYz pour le paiement',
    'Mon mail : kouadio@arnaque.net',
    'Envoyez par Wave au 07 99 88 77 66',
    'Appelez le +225 07 99 88 77 66',
    'Appelez le 0799887766.',
    'Mon numéro : 07.99.88.77.66',
    'Mon numéro : 07-99-88-77-66',
    'Appelez zéro sept, quatre-vingt-dix-neuf, quatre-vingt-huit, soixante-dix-sept, soixante-six',
    'zéro sept quatre-vingt-dix-neuf quatre-vingt-huit soixante-dix-sept soixante-six',
    '0 7 9 9 8 8 7 7 6 6',
  )
  .map((text) => ({ about: 'a link or a number', text }));
const strangers = fc
  .constantFrom(
    "J'ai aussi la Jordan 4 en stock.",
    "J'ai aussi la jordan à 45.000 FCFA.",
    'Nous vendons aussi des sacs et des montres.',
    'La Reebok Club C est à 35.000 FCFA.',
    'Je vous propose une casquette avec.',
    'La Nike est à 45.000 FCFA, et la Yeezy aussi.',
    "L'iPhone 13 est disponible à 45.000 FCFA",
    'Il y a aussi la Salomon Speedcross à 30.000 FCFA.',
  )
  .map((text) => ({ about: "another seller's goods", text }));
const orders = fc
  .constantFrom(
    'Votre commande CMD-20261123-000042 part demain.',
    'Votre commande numéro 4587 est prête.',
    'Votre commande est bien confirmée !',
    'C’est bon, votre commande est enregistrée.',
    'Votre colis est en route.',
    'Voilà, votre commande a été validée.',
    'La paire est réservée pour vous.',
    'Je vous ai mis la Nike de côté.',
  )
  .map((text) => ({ about: 'an order', text }));
const moneyAndTime = fc
  .constantFrom(
    'Votre paiement est bien reçu.',
    'J’ai bien reçu votre dépôt Wave, merci.',
    'Merci, vous avez déjà payé.',
    'Votre transfert Orange Money est validé.',
    'L’argent est arrivé.',
    'Vous serez livrée demain à 10h.',
    'Le livreur arrive dans 30 minutes.',
    'Vous recevez la paire ce soir.',
    'Livraison sous 24h garantie.',
    'Votre colis arrive lundi.',
    'On vous livre aujourd’hui avant midi.',
    'Livraison express en une heure.',
    'Vous la recevrez le 25 novembre.',
  )
  .map((text) => ({ about: 'money or time', text }));

/** Begins and ends that change nothing in what is said. */
const around = fc.tuple(
  fc.constantFrom(
    '',
    'Bonjour Aminata ! ',
    'Avec plaisir. ',
    'Très bon choix 😊\n',
    'La Stan Smith est à 35.000 FCFA. ',
    "Oui d'accord, ",
  ),
  fc.constantFrom('', ' Quelle est votre pointure ?', '\nMerci !', ' La livraison à Cocody est à 2.000 FCFA.', ' Où livrer ?'),
);

/** Lies as a model might tell them, each in a reply that is otherwise true. */
export const lies: fc.Arbitrary<Lie> = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: prices },
      { weight: 3, arbitrary: sizes },
      colours,
      stock,
      discounts,
      contacts,
      strangers,
      orders,
      moneyAndTime,
    ),
    around,
  )
  .map(([lie, [before, after]]) => ({ about: lie.about, text: `${before}${lie.text}${after}` }));
