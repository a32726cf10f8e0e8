import type { Said } from './phrase.js';

/** Why the sum of an order cannot be told at this moment. */
export const sumWords = {
  changes: (number: string): Said => [
    `La modification de la commande ${number} est en cours : je vous écris ici dès qu'elle est faite, avec le nouveau montant.`,
    `Le montant de la commande ${number} change avec votre demande, je vous le confirme ici dès que c'est fait.`,
  ],
  reckoned: (number: string): string =>
    `Le montant de la commande ${number} est en cours de calcul : redemandez-le moi dans un instant, s'il vous plaît.`,
  shopTells: (number: string, seller: string): Said => [
    `Je n'ai pas encore le montant de la commande ${number} : ${seller} est prévenu et vous le dit ici.`,
    `Pour le montant de la commande ${number}, ${seller} est prévenu, il vous répond ici.`,
  ],
};
