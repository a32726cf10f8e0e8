import { Said } from './phrase.js';

/** What is said to who asks what no catalogue tells. */
export const askedWords = {
  noneOf: (name: string, sizes: string[]): string => `Désolé, je n'ai pas ${name} en ${sizes.join(' ni en ')}.`,
  pageUnknown: (seller: string): Said => [
    `Je n'ai pas cette information sous la main : je demande à ${seller}, qui vous répond ici. Nos articles, vous pouvez les voir avec moi.`,
    `Pour nos pages, j'ai transmis à ${seller} ; il vous répond ici.`,
  ],
  materialUnknown: (seller: string): Said => [
    `Je ne peux pas juger de la matière : je demande à ${seller}, qui vous répond ici.`,
    `Sur la matière, ${seller} est prévenu et vous répond ici.`,
  ],
  advice: (seller: string): Said => [
    `C'est une affaire de goût : je demande son conseil à ${seller}, qui vous répond ici.`,
    `Pour un conseil, ${seller} est prévenu et vous répond ici.`,
  ],
  sizeUnknown: (seller: string): Said => [
    `Je ne peux pas dire quelle taille vous ira : je demande à ${seller}, qui vous répond ici.`,
    `Pour la taille qui vous va, ${seller} est prévenu et vous répond ici.`,
  ],
  makeUnknown: (seller: string): Said => [
    `Je n'ai pas ce détail : je demande à ${seller}, qui vous répond ici.`,
    `Pour ce détail, j'ai transmis à ${seller} ; il vous répond ici.`,
  ],
  picturesAsked: (seller: string): Said => [
    `Je n'ai pas de photo à vous envoyer moi-même : je les demande à ${seller}, qui vous répond ici.`,
    `${seller} est prévenu pour les photos et vous répond ici.`,
  ],
  wholesale: (seller: string): Said => [
    `Pour une telle quantité, je préviens ${seller}, qui vous répond ici.`,
    `${seller} sait que vous en voulez beaucoup et vous répond ici.`,
  ],
  triesThere: (seller: string): Said => [
    `Je préviens ${seller} que vous voulez venir voir : il vous dit ici quand passer.`,
    `${seller} sait que vous voulez passer et vous répond ici.`,
  ],
  natureUnknown: (seller: string): Said => [
    `Je n'ai pas ce détail sous la main : je demande à ${seller}, qui vous répond ici.`,
    `Sur ce point, ${seller} est prévenu et vous répond ici.`,
  ],
  questionPassedOn: (seller: string): Said => [
    `Je pose la question à ${seller}, qui vous répond ici.`,
    `${seller} a votre question et vous répond ici.`,
  ],
  notSoldInParts: (name: string, seller: string): Said => [
    `${name} se prend entier ; pour une partie, je demande à ${seller}, qui vous répond ici.`,
    `Pour une partie de ${name}, ${seller} est prévenu et vous répond ici.`,
  ],
  fromOneOn: (): Said => ["Oui, chaque article se prend à partir d'un seul.", "Oui, vous pouvez n'en prendre qu'un."],
  thisFromOneOn: (name: string, price: string): Said => [
    `Oui, ${name} se prend à partir d'un seul : ${price}.`,
    `Oui, un seul ${name} suffit : ${price}.`,
  ],
  notedUntilYes: (): Said => [
    'Pas encore : il ne manque que votre confirmation.',
    "Tout est prêt, mais la commande n'est passée qu'après votre confirmation.",
  ],
  notYetNoted: (): Said => ['Pas encore.', 'Pas tout de suite : il me faut votre accord.'],
  notedWithout: (): Said => [
    "Vos articles, oui. La commande n'est pas encore passée.",
    'Oui pour les articles ; la commande, pas encore.',
  ],
  nothingNoted: (): Said => ["Je n'ai aucune commande en cours à votre nom.", "Rien n'est encore noté."],
  hourUnknown: (seller: string): Said => [
    `Je ne peux pas promettre l'heure : je demande à ${seller}, qui vous répond ici.`,
    `Pour l'heure, ${seller} est prévenu et vous répond ici ; je ne promets rien avant.`,
  ],
  orderUnknown: (seller: string): Said => [
    `Je ne vois pas de commande à votre nom : je demande à ${seller}, qui vous répond ici.`,
    `Toujours pas de commande à votre nom ; ${seller} est prévenu et vous répond ici.`,
  ],
  sellerAnswers: (seller: string): Said => [
    `${seller} est prévenu et vous répond ici. Vous n'avez rien d'autre à faire pour le moment.`,
    `Attendez la réponse de ${seller} : il est prévenu et vous écrit ici.`,
  ],
};
