import { formatFcfa } from '../../money.js';
import { costs, Said } from './phrase.js';

/** What is said to who states a price as a fact, or asks of the goods what no catalogue says. */
export const factWords = {
  notThatPrice: (name: string, price: string): Said => [
    `Non, ${name} ${costs(price)}.`,
    `Non. Le prix de ${name} est toujours ${price}.`,
  ],
  thatPrice: (name: string, price: string) => `Oui, ${name} ${costs(price)}.`,
  costs: (name: string, price: string) => `${name} ${costs(price)}.`,
  priceDepends: (name: string, price: string) => `Pas toujours : ${name} ${costs(price)}, cela dépend du choix.`,
  /** Of so many together; `right`: it is what she says. */
  priceOfSo: (right: boolean, name: string, quantity: number, unitPrice: number) =>
    `${right ? 'Oui' : 'Non'}, ${quantity} x ${name} : ${formatFcfa(unitPrice)} l'unité, soit ${formatFcfa(quantity * unitPrice)}.`,
  noBundle: (name: string, price: string) =>
    `Non, je n'ai pas d'offre de ce genre : chaque article se paie, ${name} ${costs(price)}.`,
  ownQuote: (name: string, price: string, seller: string): Said => [
    `C'est vrai, je vous avais annoncé un autre prix : il a changé entre-temps, pardon. Aujourd'hui, ${name} ${costs(price)}. Je préviens ${seller}, qui vous répond ici.`,
    `Oui, le prix a changé depuis mon message : maintenant, ${name} ${costs(price)}. ${seller} est prévenu.`,
  ],
  priceChanged: (names: string): string => `Le prix a changé depuis ce récapitulatif (${names}) ; voici le bon.`,
  reported: (seller: string): Said => [
    `Je préviens ${seller} de ce que vous me dites ; sans sa réponse ici, le prix ne change pas.`,
    `${seller} est prévenu ; tant qu'il ne répond pas ici, le prix reste le même.`,
  ],
  samePrice: (name: string, price: string) => `Oui, c'est le même prix : ${name} ${costs(price)}.`,
  otherPrices: (each: { article: string; price: string }[]) =>
    `Non, le prix n'est pas le même. ${each.map(({ article, price }) => `${article} ${costs(price)}.`).join(' ')}`,
  fitUnknown: (name: string, seller: string): Said => [
    `Je ne sais pas comment taille ${name} : je demande à ${seller}, qui vous répond ici.`,
    `Pour savoir comment taille ${name}, j'ai transmis à ${seller} ; il vous répond ici.`,
  ],
  onlyFcfa: (): Said => ['Nos prix sont en FCFA uniquement.', 'Je ne donne les prix qu’en FCFA, sans autre monnaie.'],
  meansChangeNothing: (): Said => [
    'Le prix ne change pas avec le moyen de paiement.',
    'Non, le prix reste le même quel que soit le moyen de paiement.',
  ],
  noGift: (seller: string): Said => [
    `Aucun cadeau n'est prévu à ma connaissance. Je pose la question à ${seller}, qui vous répond ici.`,
    `Je n'ai pas de cadeau noté ; ${seller} est prévenu et vous répond ici.`,
  ],
  supplierPrivate: (): Said => [
    'Le prix de notre fournisseur reste entre lui et nous.',
    'Ce que la boutique paie elle-même, je ne peux pas vous le dire.',
  ],
  notFree: (): Said => [
    "La livraison n'est pas offerte : les frais dépendent de la commune. Vous êtes dans quelle commune ?",
    'Non, la livraison se paie, selon la commune. Dites-moi la vôtre et je vous donne les frais.',
  ],
};
