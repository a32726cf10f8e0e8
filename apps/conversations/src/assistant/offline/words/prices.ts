import { formatFcfa } from '../../money.js';
import { costs, Said } from './phrase.js';

/** What is said to who bargains. */
export const priceWords = {
  priceIs: (name: string, price: string): Said => [
    `Attention, ${name} ${costs(price)}, c'est le prix qui sera demandé.`,
    `Pas à ce prix, désolé : ${name} ${costs(price)}.`,
  ],
  priceStands: (name: string, price: string): Said => [
    `Je comprends, mais ce n'est pas notre prix : ${name} ${costs(price)}.`,
    `Ici, ${name} ${costs(price)} ; je ne peux pas suivre un autre prix.`,
  ],
  fixedPrice: (name: string, price: string): Said => [
    `${name} ${costs(price)}, c'est déjà notre meilleur prix 🙏 Je ne peux pas le changer.`,
    `Je comprends, mais le prix est fixe : ${price} pour ${name}.`,
  ],
  grantsHers: (name: string, price: string) => `C'est d'accord, je vous fais ${name} à ${price}.`,
  comesDown: (name: string, price: string) => `Pour vous, je peux faire ${name} à ${price}.`,
  lastPrice: (name: string, price: string) =>
    `Allez, mon dernier prix pour ${name} : ${price}. Je ne peux pas descendre plus bas.`,
  lastWord: (name: string, price: string): Said => [
    `C'est vraiment mon dernier prix pour ${name} : ${price}.`,
    `Je ne peux pas faire moins : ${price} pour ${name}.`,
  ],
  soForAll: (quantity: number, unitPrice: number) =>
    `${formatFcfa(unitPrice)} l'unité, soit ${formatFcfa(quantity * unitPrice)} les ${quantity}.`,
  lotGranted: (sum: number) => `C'est d'accord pour le tout. Total des articles : ${formatFcfa(sum)}.`,
  lotComesDown: (sum: number) => `Pour le tout, voici ce que je peux faire. Total des articles : ${formatFcfa(sum)}.`,
  lotLastPrice: (sum: number) =>
    `Allez, mon dernier mot pour le tout. Total des articles : ${formatFcfa(sum)}. Je ne peux pas descendre plus bas.`,
  lotLastWord: (sum: number): Said => [
    `Je ne peux vraiment pas faire moins pour le tout. Total des articles : ${formatFcfa(sum)}.`,
    `C'est mon dernier mot pour le tout. Total des articles : ${formatFcfa(sum)}.`,
  ],
  lotFixed: (sum: number): Said => [
    `Je comprends, mais ces prix sont fixes. Total des articles : ${formatFcfa(sum)}.`,
    `Ce sont déjà nos meilleurs prix 🙏 Total des articles : ${formatFcfa(sum)}.`,
  ],
  lotIs: (sum: number) => `Pour le tout, pas plus que cela. Total des articles : ${formatFcfa(sum)}.`,
  firstChoose: (): Said => [
    "Choisissez d'abord, on parle du prix juste après 🙂",
    'Dites-moi d’abord lequel, je vous fais ensuite mon meilleur prix.',
  ],
  alreadyAt: (name: string, price: string): Said => [
    `Pour vous c'est ${price} pour ${name}.`,
    `${name} ${costs(price)} pour vous.`,
  ],
  bargainInGeneral: (): Said => [
    'Dites-moi quel article vous intéresse, je vous donne mon meilleur prix.',
    'Pour quel article voulez-vous mon meilleur prix ?',
  ],
};
