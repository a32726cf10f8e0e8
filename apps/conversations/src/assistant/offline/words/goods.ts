import { formatFcfa } from '../../money.js';
import { Offer } from '../../assistant.js';
import { articleName } from '../../proposal.js';
import { inStock, Product, sizesInStock } from '../catalogue.js';
import { costs, catalogueLine, listed, priceOf, Said, sizeQuestion, withSizes } from './phrase.js';

/** What is said of products: what there is, in which sizes and colours, and for how much. Names are said without an article: a name does not tell its gender. */
export const goodsWords = {
  whatWouldYouLike: (): Said => ['Dites-moi ce qui vous ferait plaisir.', 'Que puis-je faire pour vous ?'],
  listening: (): Said => ['Je vous écoute.', 'Dites-moi, je vous réponds.'],
  catalogue: (products: Product[]) =>
    products.length === 0
      ? "Je n'ai aucun article à vous proposer pour le moment."
      : lines('Voici ce que j’ai en boutique :', products, 'Lequel vous intéresse ?'),
  whichOne: (products: Product[]): Said => [
    lines('Vous pensez à lequel ?', products),
    lines("Il y a plusieurs articles, c'est lequel ?", products),
  ],
  notSold: (asked: string, products: Product[]) =>
    products.length > 0
      ? lines(`Désolé, je n'ai pas trouvé « ${asked} » en boutique. Voici ce que je peux vous proposer :`, products)
      : `Désolé, je n'ai pas trouvé « ${asked} » en boutique.`,
  noSuchModel: (model: string, products: Product[]) =>
    lines(`Désolé, nous n'avons pas « ${model} ». Voici ce que nous avons dans cette marque :`, products, 'Lequel vous plaît ?'),
  closest: (products: Product[]): Said => lines("Voici ce que j'ai qui s'en approche :", products, 'Est-ce un de ceux-là ?'),
  inSize: (size: string, products: Product[]) =>
    [
      `En ${size}, voici ce que j'ai :`,
      ...products.map((product) => `• ${product.name} : ${priceOf(product.offers)}`),
      'Lequel vous intéresse ?',
    ].join('\n'),
  nothingInSize: (size: string): Said => [
    `Désolé, je n'ai plus rien en ${size} pour le moment. Une autre taille vous irait ?`,
    `En ${size} je n'ai rien. Dites-moi une autre taille, ou le nom d'un article.`,
  ],
  inColor: (color: string, products: Product[]) => lines(`En ${color}, voici ce que j'ai :`, products, 'Lequel vous intéresse ?'),
  nothingInColor: (color: string, products: Product[]) =>
    lines(`Désolé, je n'ai rien en ${color} pour le moment. Voici ce que j’ai en boutique :`, products),
  notInThatColor: (color: string, products: Product[]): Said =>
    lines(`Désolé, je n'ai pas cela en ${color} pour le moment. Voici ce que j’ai :`, products, 'Lequel vous intéresse ?'),
  ofTheAd: (products: Product[]): Said => lines('De notre publicité, voici ce que j’ai :', products, 'Lequel vous intéresse ?'),
  unknownAd: (products: Product[]): Said =>
    lines(
      'Je ne vois pas d’ici quel article montre cette publicité. Voici ce que j’ai en boutique :',
      products,
      'Lequel était-ce ?',
    ),
  listAbove: () => ' Tout ce que j’ai est dans la liste ci-dessus.',
  within: (products: Product[]) => lines('Dans ce budget, voici ce que j’ai :', products, 'Lequel vous intéresse ?'),

  /** @param praised her choice was praised before: once is enough */
  askSize: (product: Product, offers: Offer[], shoes: boolean, praised = false): Said => {
    const sizes = sizesInStock({ ...product, offers });
    const choice = sizes.length > 0 ? ` J'ai : ${listed(sizes)}.` : '';
    return [
      `${praised ? '' : 'Très bon choix ! '}${product.name} : ${priceOf(offers)}. ${sizeQuestion(product, shoes)} vous faut-il ?${choice}`,
      `${product.name} : ${priceOf(offers)}. ${sizeQuestion(product, shoes)} prenez-vous ?${choice}`,
    ];
  },
  askSizeAgain: (product: Product, shoes: boolean): Said => {
    const sizes = sizesInStock(product);
    const choice = sizes.length > 0 ? ` (${listed(sizes, 'ou')})` : '';
    return [
      `${sizeQuestion(product, shoes)} vous faut-il pour ${product.name} ?`,
      `Dites-moi ${lower(sizeQuestion(product, shoes))} vous prenez pour ${product.name}${choice}.`,
    ];
  },
  bothSizes: (product: Product, sizes: string[]) =>
    `${product.name} est disponible ${withSizes(sizes)}. Vous prenez quelle taille ?`,
  askColor: (article: string, offers: Offer[], colors: string[]): Said => [
    `${article} : ${priceOf(offers)}, en ${listed(colors)}. Quelle couleur préférez-vous ?`,
    `${article} ${costs(priceOf(offers))}. Quelle couleur : ${listed(colors, 'ou')} ?`,
  ],
  pricesOf: (products: Product[]) => lines('Voici les prix :', products, 'Lequel vous intéresse ?'),
  cheapest: (products: Product[]) => lines('Du moins cher au plus cher, j’ai :', products, 'Lequel vous intéresse ?'),
  dearest: (products: Product[]) => lines('Du plus cher au moins cher, j’ai :', products, 'Lequel vous intéresse ?'),
  notSorted: (): Said => [
    'Mes articles ne sont pas rangés par homme, femme ou enfant : dites-moi la taille et je vous dis ce que j’ai.',
    'Je n’ai pas de rayon à part ; avec la taille, je vous dis ce qui convient.',
  ],
  ofKind: (products: Product[]): Said => [
    lines('Voici ce que j’ai :', products, products.length > 1 ? 'Lequel vous intéresse ?' : 'Cela vous convient ?'),
    lines('Dans ce genre, j’ai :', products, products.length > 1 ? 'Lequel vous plaît ?' : 'Cela vous plaît ?'),
  ],
  theDearest: (product: Product) => `L'article le plus cher :\n${catalogueLine(product)}\nCela vous convient ?`,
  theCheapest: (product: Product) => `L'article le plus abordable :\n${catalogueLine(product)}\nCela vous convient ?`,
  offer: (price: number, article: string, quantity: number, hasAddress: boolean): Said => {
    const sum = quantity > 1 ? ` l'unité, soit ${formatFcfa(price * quantity)} les ${quantity}` : '';
    const next = hasAddress
      ? 'Je vous mets ça de côté ?'
      : 'Si cela vous convient, donnez-moi votre adresse de livraison : commune, quartier et un repère.';
    return [`Oui, j'ai ${article} à ${formatFcfa(price)}${sum}. ${next}`, `${article} : ${formatFcfa(price)}${sum}. ${next}`];
  },
  offerAgain: (name: string): Said => [`Je vous mets ${name} ?`, `On fait la commande pour ${name} ?`],
  added: (article: string, quantity: number) => `C'est noté : ${quantity} x ${article}.`,
  soldOut: (name: string) => `Désolé, ${name} n'est plus disponible pour le moment.`,
  sizeSoldOut: (article: string) => `Désolé, ${article} n'est plus disponible.`,
  noSuchSize: (name: string, size: string) => `Désolé, je n'ai pas ${articleName({ productName: name, size })}.`,
  noSuchColor: (name: string, size: string | undefined, color: string) =>
    `Désolé, je n'ai pas ${articleName({ productName: name, ...(size ? { size } : {}) })} en ${color}.`,
  otherSizes: (name: string, sizes: string[]): Said => [
    `${name} est disponible ${withSizes(sizes)}. ${sizes.length > 1 ? "L'une de ces tailles" : 'Cela'} vous irait ?`,
    `J'ai ${name} ${withSizes(sizes)}. Cela vous irait ?`,
  ],
  colorsOf: (name: string, colors: string[]): Said => [
    `${name} est disponible en ${listed(colors)}.`,
    `J'ai ${name} en ${listed(colors)}.`,
  ],
  noSizeChoice: (name: string): Said => [`${name} n'a pas de choix de taille.`, `Il n'y a pas de taille à choisir pour ${name}.`],
  endOfSizes: (name: string, end: 'petite' | 'grande', size: string): Said => [
    `Pour ${name}, ce que j'ai de plus ${end === 'petite' ? 'petit' : 'grand'} est ${size}.`,
    `La plus ${end} taille que j'ai pour ${name} : ${size}.`,
  ],
  noColorChoice: (name: string): Said => [
    `${name} n'existe qu'en un seul modèle, sans choix de couleur.`,
    `Je n'ai pas de choix de couleur pour ${name}.`,
  ],
  otherColors: (colors: string[]): Said => [
    `Je l'ai en ${listed(colors)}. Cela vous plairait ?`,
    `Les couleurs que j'ai : ${listed(colors)}. Laquelle prenez-vous ?`,
  ],
  otherProducts: (products: Product[]) => lines('À la place, je peux vous proposer :', products),
  onlyLeft: (article: string, left: number): Said => [
    `Il ne m'en reste que ${left} pour ${article}. Je vous en mets ${left} ?`,
    `Je n'ai que ${left} pour ${article}. On fait avec ${left} ?`,
  ],
  noMore: (article: string) => `Désolé, je n'en ai pas plus pour ${article}.`,
  colorToConfirm: (color: string, seller: string) =>
    `Je note la couleur (${color}) ; ${seller} vous confirme si elle est possible.`,
  short: (article: string, left: number) =>
    left > 0 ? `Il ne m'en reste que ${left} pour ${article}.` : `Désolé, ${article} n'est plus disponible.`,

  noDetail: (seller: string): Said => [
    `Je n'ai pas ce détail sous la main, ${seller} peut vous le préciser.`,
    `Pour ce détail, ${seller} vous répondra mieux que moi : dites « parler à ${seller} ».`,
  ],

  left: (article: string, left: number | 'several') =>
    left === 'several' ? `${article} : il en reste plusieurs.` : `${article} : il en reste ${left}.`,
  leftOfEach: (name: string, each: { article: string; left: number | 'several' }[]) =>
    [
      `${name}, ce qu'il me reste :`,
      ...each.map(({ article, left }) => `• ${article} : ${left === 'several' ? 'plusieurs' : left} en stock`),
    ].join('\n'),
  whichOfThese: () => 'Lequel vous faut-il ?',

  photo: (product: Product) =>
    inStock(product)
      ? `Voici ${product.name} : ${priceOf(product.offers.filter((offer) => offer.available > 0))}.`
      : `Voici ${product.name}.`,
  photoOfWhich: (products: Product[]) => lines('La photo de quel article ?', products),
  noPhotos: (seller: string): Said => [
    `Je n'ai pas de photo sous la main. Dites « parler à ${seller} » si vous voulez en recevoir une.`,
    `Je ne peux pas envoyer de photo pour cet article. Demandez « parler à ${seller} » et vous en recevrez une.`,
  ],
};

function lines(before: string, products: Product[], after?: string): string {
  return [before, ...products.map((product) => catalogueLine(product)), ...(after ? [after] : [])].join('\n');
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
