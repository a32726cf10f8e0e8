import { DraftLine } from '../../assistant.js';
import { formatFcfa } from '../../money.js';
import { articleName } from '../../proposal.js';
import { listed, Said } from './phrase.js';

/** What is said of numbers and of single lines of the order. */
export const lineWords = {
  notInOrder: (names: string[]) => `Votre commande ne contient pas ${listed(names)}.`,
  noOrderKnown: (): Said => [
    "Je n'ai pas d'ancienne commande à votre nom. Dites-moi quel article vous voulez, avec la taille ou la couleur, et je vous le note.",
    "Aucune ancienne commande n'est connue à votre nom. Quel article était-ce ?",
  ],
  notInThatSize: (size: string) => `Votre commande n'a rien en ${size}.`,
  notSoldHere: (asked: string[]): Said => [
    `Désolé, je n'ai pas trouvé ${listed(asked.map((one) => `« ${one} »`))} en boutique.`,
    `Pour ${listed(asked.map((one) => `« ${one} »`))}, désolé, je n'en ai pas en boutique.`,
  ],
  notGiven: (name: string, price: string): Said => [
    `Désolé, je ne peux pas offrir ${name} : le prix est de ${price}.`,
    `${name} n'est pas offert : c'est ${price}.`,
  ],
  soldInLots: (name: string, lot: number, pieces: number, lots: number): string =>
    `${name} se vend par lot de ${lot} : pour ${pieces}, je compte ${lots} ${lots > 1 ? 'lots' : 'lot'}.`,
  lotSize: (name: string, lot: number, price: string): string => `${name} : le lot de ${lot} est à ${price}.`,
  /** @param open lines of which a size or colour is still to be chosen */
  pricedTogether: (goods: DraftLine[], open: boolean[], total: string): string =>
    [
      ...goods.map((line, i) => {
        const sum = line.quantity > 1 ? ` l'unité, soit ${formatFcfa(line.unitPrice * line.quantity)}` : '';
        return `• ${line.quantity} x ${articleName(line)} : ${formatFcfa(line.unitPrice)}${sum}${open[i] ? ' (à choisir)' : ''}`;
      }),
      total,
      goods.length === 2 ? 'Je vous mets les deux ?' : 'Je vous mets le tout ?',
    ].join('\n'),
  /** @param unitPrice whole FCFA */
  priceOfSeveral: (article: string, quantity: number, unitPrice: number): Said => [
    `${article} : ${formatFcfa(unitPrice)} l'unité, soit ${formatFcfa(unitPrice * quantity)} les ${quantity}. Je vous en mets ${quantity} ?`,
    `Les ${quantity} font ${formatFcfa(unitPrice * quantity)} : ${article} est à ${formatFcfa(unitPrice)} l'unité. J'en mets ${quantity} ?`,
  ],
};
