import { Offer } from '../assistant.js';
import { formatFcfa } from '../money.js';
import { articleName } from '../proposal.js';
import { wornAs } from './lexicon.js';
import { fold } from './normalise.js';
import { colorsOf, inStock, Product, sizesInStock } from './catalogue.js';

/** « a, b et c » */
export function listed(items: string[], last = 'et'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** « 45.000 FCFA » or « de 45.000 FCFA à 50.000 FCFA » when the variants differ. */
export function priceOf(offers: Offer[]): string {
  const prices = offers.map((offer) => offer.unitPrice);
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  return low === high ? formatFcfa(low) : `de ${formatFcfa(low)} à ${formatFcfa(high)}`;
}

/** What the offline assistant says, in French. One place, so that a persona or another language can replace it whole. */
export const say = {
  fine: () => 'Ça va très bien, merci !',
  whatWouldYouLike: () => 'Dites-moi ce qui vous ferait plaisir.',
  catalogue: (products: Product[]) =>
    products.length === 0
      ? "Je n'ai aucun article à vous proposer pour le moment."
      : ['Voici ce que j’ai en boutique :', ...products.map((product) => catalogueLine(product)), 'Lequel vous intéresse ?'].join(
          '\n',
        ),
  whichOne: (products: Product[]) => ['Vous pensez à lequel ?', ...products.map((product) => catalogueLine(product))].join('\n'),
  notSold: (asked: string, products: Product[]) =>
    [
      `Désolé, je n'ai pas « ${asked} » en boutique.`,
      ...(products.length > 0
        ? ['Voici ce que je peux vous proposer :', ...products.map((product) => catalogueLine(product))]
        : []),
    ].join('\n'),
  closest: (products: Product[]) =>
    [
      "Voici ce que j'ai qui s'en approche :",
      ...products.map((product) => catalogueLine(product)),
      'Est-ce un de ceux-là ?',
    ].join('\n'),
  inSize: (size: string, products: Product[]) =>
    [
      `En ${size}, voici ce que j'ai :`,
      ...products.map((product) => `• ${product.name} : ${priceOf(product.offers)}`),
      'Lequel vous intéresse ?',
    ].join('\n'),
  nothingInSize: (size: string) => `Désolé, je n'ai plus rien en ${size} pour le moment.`,

  askSize: (product: Product, withPrice: boolean, clothes: boolean) => {
    const sizes = sizesInStock(product);
    const what = clothes ? 'Quelle taille' : 'Quelle pointure';
    const price = withPrice
      ? `${capital(the(product.name))} est à ${priceOf(product.offers)}.`
      : `Très bon choix, ${the(product.name)} !`;
    return `${price} ${what} vous faut-il ?${sizes.length > 0 ? ` J'ai : ${listed(sizes)}.` : ''}`;
  },
  askSizeAgain: (product: Product, clothes: boolean) =>
    `${clothes ? 'Quelle taille' : 'Quelle pointure'} vous faut-il pour ${the(product.name)} ?`,
  bothSizes: (product: Product, sizes: string[]) =>
    `${capital(the(product.name))} est disponible en ${listed(sizes)}. Vous prenez quelle taille ?`,
  askColor: (product: Product, size: string | undefined, colors: string[]) =>
    `${capital(the(product.name))}${size ? ` en ${size}` : ''} existe en ${listed(colors)}. Quelle couleur préférez-vous ?`,
  offer: (offer: Offer, size: string | undefined, color: string | undefined, quantity: number, hasAddress: boolean) =>
    `Oui, j'ai ${the(articleName({ productName: offer.productName, ...((offer.size ?? size) ? { size: offer.size ?? size } : {}), ...((offer.color ?? color) ? { color: offer.color ?? color } : {}) }))} à ${formatFcfa(offer.unitPrice)}` +
    `${quantity > 1 ? ` l'unité, soit ${formatFcfa(offer.unitPrice * quantity)} les ${quantity}` : ''}. ` +
    (hasAddress
      ? 'Je vous mets ça de côté ?'
      : 'Si cela vous convient, donnez-moi votre adresse de livraison : commune, quartier et un repère.'),
  offerAgain: (name: string) => `Je vous mets ${the(name)} ?`,
  added: (article: string, quantity: number) => `C'est noté : ${quantity} x ${article}.`,
  soldOut: (name: string) => `Désolé, ${the(name)} n'est plus disponible pour le moment.`,
  sizeSoldOut: (name: string, size: string) => `Désolé, ${the(name)} en ${size} n'est plus disponible.`,
  noSuchSize: (name: string, size: string) => `Désolé, je n'ai pas ${the(name)} en ${size}.`,
  noSuchColor: (name: string, size: string | undefined, color: string) =>
    `Désolé, je n'ai pas ${the(name)} ${size ? `en ${size} ` : ''}en ${color}.`,
  otherSizes: (name: string, sizes: string[]) =>
    `${capital(the(name))} est disponible en ${listed(sizes)}. L'une de ces tailles vous irait ?`,
  otherColors: (colors: string[]) => `Je l'ai en ${listed(colors)}. Cela vous plairait ?`,
  otherProducts: (products: Product[]) =>
    ['À la place, je peux vous proposer :', ...products.map((product) => catalogueLine(product))].join('\n'),
  onlyLeft: (article: string, left: number) => `Il ne m'en reste que ${left} pour ${the(article)}. Je vous en mets ${left} ?`,

  noMore: (article: string) => `Désolé, je n'en ai pas plus pour ${the(article)}.`,
  colorToConfirm: (color: string, seller: string) => `Je note la couleur (${color}) ; ${seller} vous confirme s'il l'a.`,

  askAddress: () => 'Quelle est votre adresse de livraison ? Donnez-moi la commune, le quartier et un repère.',
  askLandmark: (commune: string) => `Vous êtes à ${commune}, dans quel quartier ? Donnez-moi aussi un repère pour le livreur.`,
  addressNoted: () => "C'est noté pour l'adresse.",
  phoneNoted: () => "C'est noté pour le numéro.",
  fee: (commune: string, fee: number) =>
    fee === 0 ? `Pour ${commune}, il n'y a pas de frais de livraison.` : `La livraison pour ${commune} est à ${formatFcfa(fee)}.`,
  feeUnknown: (place: string, seller: string) =>
    `Je n'ai pas encore de livreur pour ${place}. ${seller} vous précise les frais avant l'envoi ; vous pouvez commander quand même.`,
  feeWhere: () => 'Les frais de livraison dépendent de la commune. Vous êtes dans quelle commune ?',
  delay: (seller: string) =>
    `Le jour et l'heure de livraison vous sont confirmés dès que la commande est passée et le livreur prévenu. Si c'est urgent, dites-le et ${seller} regarde.`,
  hours: (hours: string) => `Nos horaires : ${hours}. Vous pouvez commander ici à toute heure.`,
  hoursUnknown: (seller: string) =>
    `Je n'ai pas les horaires sous la main. Vous pouvez commander ici à toute heure, et ${seller} vous répondra pour le reste.`,
  location: (shop: string, seller: string) =>
    `Chez ${shop}, nous livrons à domicile. Pour passer sur place, ${seller} vous donnera le lieu.`,
  payment: () =>
    'Vous payez à la livraison, quand vous avez votre article en main. Pour un autre moyen de paiement, dites-le moi et je transmets.',
  trust: () => "Je comprends. Vous ne payez rien d'avance ici : vous payez à la livraison, après avoir vu votre article.",
  bargain: (name: string, price: string) => `Pour ${the(name)}, notre prix est ${price}. Je ne peux pas le changer.`,
  priceIs: (name: string, price: string) => `Attention, ${the(name)} est à ${price}, c'est le prix qui sera demandé.`,
  bargainInGeneral: () => 'Nos prix sont déjà les meilleurs que je peux faire, je ne peux pas les changer.',
  robot: (shop: string, seller: string, name: string | undefined) =>
    `Je suis ${name ? `${name}, ` : ''}l'assistant de ${shop}, un programme qui répond à toute heure. Si vous préférez parler à ${seller}, dites-le moi.`,
  noPhotos: (seller: string) =>
    `Je ne peux pas envoyer de photos ici. Si vous voulez en voir, dites-moi « parler à ${seller} » et il vous en enverra.`,

  changed: (article: string, quantity: number) => `C'est modifié : ${quantity} x ${article}.`,
  removed: (names: string[]) => `C'est retiré : ${listed(names)}.`,
  emptied: () => 'Votre panier est vide. Autre chose vous intéresse ?',
  whichLine: (articles: string[]) => `Pour quel article : ${listed(articles, 'ou')} ?`,
  whatToChange: () =>
    "D'accord, je n'enregistre rien. Que voulez-vous changer : un article, la taille, la quantité ou l'adresse ?",
  stillOpen: () => 'Pour valider votre commande, appuyez sur Confirmer ou répondez « je confirme ».',
  recapChanged: () => 'Votre commande a changé depuis ce récapitulatif ; voici le bon.',
  recapGone: () => "Ce récapitulatif n'est plus ouvert.",
  short: (article: string, left: number) =>
    left > 0 ? `Il ne m'en reste que ${left} pour ${the(article)}.` : `Désolé, ${the(article)} n'est plus disponible.`,
  confirmed: (name: string | undefined) =>
    `Merci${name ? ` ${name}` : ''} ! Je transmets votre commande à l'instant ; vous recevez son numéro et l'heure de livraison dès qu'elle est enregistrée.`,
  draftCancelled: () => "D'accord, rien n'est commandé. Je reste à votre disposition si vous changez d'avis.",
  nothingToCancel: () => "Vous n'avez pas de commande en cours, il n'y a donc rien à annuler.",
  cancelOrder: (number: string) => `Voulez-vous vraiment annuler la commande ${number} ?`,
  orderCancelled: (number: string) => `C'est entendu, je demande l'annulation de la commande ${number}.`,
  earlierOrder: () => 'Ce bouton concernait une commande plus ancienne.',
  orderKept: (number: string) => `Très bien, la commande ${number} est maintenue.`,
  cannotCancel: (number: string, status: string) => `La commande ${number} est ${status}, je ne peux plus l'annuler.`,
  status: (number: string, status: string, planned: string | undefined) =>
    `Votre commande ${number} est ${status}.${planned ? ` Livraison prévue ${planned}.` : ''}`,
  noOrder: () => 'Je ne vois pas encore de commande à votre nom. Si vous voulez, on en passe une ensemble.',

  handOver: (seller: string) => `Je passe la main à ${seller}, qui vous répond ici dès que possible.`,
  complaint: (seller: string) =>
    `Je suis désolé pour ce désagrément. Je préviens ${seller}, qui vous répond ici dès que possible.`,
  insult: (seller: string) =>
    `Je comprends que vous soyez mécontent. Dites-moi comment vous aider, ou demandez à parler à ${seller}.`,
  puzzled: (seller: string) =>
    `Excusez-moi, je n'ai pas bien compris. Vous pouvez me donner le nom d'un article, votre taille ou votre adresse, ou demander à parler à ${seller}.`,
  unreadable: () => "Je ne peux lire que les messages écrits. Pouvez-vous m'écrire ce que vous souhaitez ?",
};

/** « la Nike Air Max 90 » for shoes; other goods keep their name as it is, since a name does not tell its gender. */
function the(name: string): string {
  if (wornAs(fold(name)) !== 'shoes') return `l'article ${name}`;
  return /^[aeiouyh]/.test(fold(name)) ? `l'${name}` : `la ${name}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function catalogueLine(product: Product): string {
  if (!inStock(product)) return `• ${product.name} : épuisé`;
  const sizes = sizesInStock(product);
  const colors = colorsOf(product.offers.filter((offer) => offer.available > 0));
  const details = [sizes.length > 0 ? `en ${listed(sizes)}` : '', colors.length > 0 ? listed(colors) : '']
    .filter(Boolean)
    .join(', ');
  return `• ${product.name} : ${priceOf(product.offers.filter((offer) => offer.available > 0))}${details ? ` (${details})` : ''}`;
}
