import { formatFcfa } from '../../money.js';
import { listed, Said } from './phrase.js';

/** What is said of numbers and of single lines of the order. */
export const lineWords = {
  notInOrder: (names: string[]) => `Votre commande ne contient pas ${listed(names)}.`,
  notInThatSize: (size: string) => `Votre commande n'a rien en ${size}.`,
  notSoldHere: (asked: string[]): Said => [
    `Désolé, je n'ai pas trouvé ${listed(asked.map((one) => `« ${one} »`))} en boutique.`,
    `Pour ${listed(asked.map((one) => `« ${one} »`))}, désolé, je n'en ai pas en boutique.`,
  ],
  notGiven: (name: string, price: string): Said => [
    `Désolé, je ne peux pas offrir ${name} : le prix est de ${price}.`,
    `${name} n'est pas offert : c'est ${price}.`,
  ],
  /** @param unitPrice whole FCFA */
  priceOfSeveral: (article: string, quantity: number, unitPrice: number): Said => [
    `${article} : ${formatFcfa(unitPrice)} l'unité, soit ${formatFcfa(unitPrice * quantity)} les ${quantity}. Je vous en mets ${quantity} ?`,
    `Les ${quantity} font ${formatFcfa(unitPrice * quantity)} : ${article} est à ${formatFcfa(unitPrice)} l'unité. J'en mets ${quantity} ?`,
  ],
};
