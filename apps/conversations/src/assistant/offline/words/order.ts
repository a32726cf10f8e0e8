import { formatFcfa } from '../../money.js';
import { DeliveryFee } from '../../assistant.js';
import { listed, Said } from './phrase.js';

/** What is said of the order: where it goes, what changes on it, its recap, and what becomes of it. */
export const orderWords = {
  askAddress: (): Said => [
    'Quelle est votre adresse de livraison ? Donnez-moi la commune, le quartier et un repère.',
    'Où faut-il vous livrer ? Il me faut la commune, le quartier et un repère pour le livreur.',
  ],
  askLandmark: (commune: string): Said => [
    `Vous êtes à ${commune}, dans quel quartier ? Donnez-moi aussi un repère pour le livreur.`,
    `Pour ${commune}, précisez-moi le quartier et un repère (pharmacie, carrefour, école…).`,
  ],
  askOnlyLandmark: (): Said => [
    'Je note le quartier. Donnez-moi aussi un repère pour le livreur (pharmacie, carrefour, école…).',
    "D'accord pour le quartier. C'est près de quoi ? Un repère aide le livreur à vous trouver.",
  ],
  sameAddress: (): Said => ["C'est noté, même adresse.", "Même adresse, c'est noté."],
  oneAddress: (seller: string) =>
    `Une commande va à une seule adresse : laquelle prend tout ? Pour deux adresses, on passe deux commandes l'une après l'autre, ou dites « parler à ${seller} ».`,
  addressNoted: () => "C'est noté pour l'adresse.",
  phoneNoted: () => "C'est noté pour le numéro.",
  phoneIncomplete: (): Said => [
    'Il manque des chiffres à ce numéro : écrivez-le en entier, dans un seul message.',
    'Écrivez-moi le numéro complet, avec tous ses chiffres, dans un seul message.',
  ],
  changed: (article: string, quantity: number) => `C'est modifié : ${quantity} x ${article}.`,
  removed: (names: string[]) => `C'est retiré : ${listed(names)}.`,
  staysSo: (): Said => ['Entendu, on reste sur ce que vous avez.', 'Très bien, rien ne change.'],
  emptied: (): Said => [
    'Votre panier est vide. Autre chose vous intéresse ?',
    'Il ne reste plus rien dans votre panier. Que voulez-vous ?',
  ],
  whichLine: (articles: string[]): Said => [
    `Pour quel article : ${listed(articles, 'ou')} ?`,
    `C'est pour lequel : ${listed(articles, 'ou')} ?`,
  ],
  whatToChange: (): Said => [
    "D'accord, je n'enregistre rien. Que voulez-vous changer : un article, la taille, la quantité ou l'adresse ?",
    'Dites-moi ce que je corrige : un article, la taille, la quantité ou l’adresse ?',
  ],
  total: (articles: number, fee: DeliveryFee | undefined) =>
    [
      `Total des articles : ${formatFcfa(articles)}`,
      ...(fee
        ? [
            `Frais de livraison (${fee.commune}) : ${formatFcfa(fee.fee)}`,
            `À payer à la réception : ${formatFcfa(articles + fee.fee)}`,
          ]
        : []),
    ].join('\n'),
  stillOpen: (): Said => [
    'Pour valider votre commande, appuyez sur Confirmer ou répondez « je confirme ».',
    'Il ne manque que votre accord : répondez « je confirme » pour valider.',
  ],
  recapChanged: () => 'Votre commande a changé depuis ce récapitulatif ; voici le bon.',
  recapGone: () => "Ce récapitulatif n'est plus ouvert.",
  confirmed: (name: string | undefined) =>
    `Merci${name ? ` ${name}` : ''} ! Je transmets votre commande à l'instant ; vous recevez son numéro et l'heure de livraison dès qu'elle est enregistrée.`,
  draftCancelled: () => "D'accord, rien n'est commandé. Je reste à votre disposition si vous changez d'avis.",
  nothingToCancel: (): Said => [
    "Vous n'avez pas de commande en cours, il n'y a donc rien à annuler.",
    "Il n'y a rien à annuler : aucune commande n'est en cours.",
  ],
  cancelOrder: (number: string): Said => [
    `Voulez-vous vraiment annuler la commande ${number} ?`,
    `J'annule la commande ${number}, c'est bien cela ?`,
  ],
  orderCancelled: (number: string) => `C'est entendu, je demande l'annulation de la commande ${number}.`,
  earlierOrder: () => 'Ce bouton concernait une commande plus ancienne.',
  orderKept: (number: string) => `Très bien, la commande ${number} est maintenue.`,
  cannotCancel: (number: string, status: string) => `La commande ${number} est ${status}, je ne peux plus l'annuler.`,
  orderIsPlaced: (number: string, seller: string): Said => [
    `Votre commande ${number} est déjà enregistrée, je ne peux pas la modifier moi-même. Je transmets votre demande à ${seller}, qui vous répond ici.`,
    `Je ne peux pas toucher à la commande ${number} : ${seller} voit votre demande et vous répond ici.`,
  ],
  beingRecorded: (): Said => [
    "Votre commande est en cours d'enregistrement ; vous recevez ici son numéro et l'heure de livraison dès que c'est fait.",
    "L'enregistrement de votre commande se termine : son numéro arrive ici.",
  ],
  orderIsOnItsWay: (seller: string): Said => [
    `Votre commande part à l'enregistrement telle que vous l'avez confirmée, je ne peux plus la modifier moi-même. Je transmets votre demande à ${seller}, qui vous répond ici.`,
    `Je ne peux plus toucher à cette commande pendant son enregistrement : ${seller} voit votre demande et vous répond ici.`,
  ],
  status: (number: string, status: string, planned: string | undefined): Said => {
    const when = planned ? ` Livraison prévue ${planned}.` : '';
    return [`Votre commande ${number} est ${status}.${when}`, `Toujours pour la commande ${number} : elle est ${status}.${when}`];
  },
  noOrder: (): Said => [
    'Je ne vois pas encore de commande à votre nom. Si vous voulez, on en passe une ensemble.',
    "Aucune commande n'est enregistrée à votre nom pour le moment. On en passe une ?",
  ],

  fee: ({ commune, fee, delay }: DeliveryFee): Said => {
    const when = delay ? ` Délai : ${delay}.` : '';
    return fee === 0
      ? `Pour ${commune}, il n'y a pas de frais de livraison.${when}`
      : [
          `La livraison pour ${commune} est à ${formatFcfa(fee)}.${when}`,
          `Pour ${commune}, la livraison coûte ${formatFcfa(fee)}.${when}`,
        ];
  },
  feeIsFixed: (): Said => [
    'Les frais de livraison dépendent de la zone, je ne peux pas les changer.',
    'Pour la livraison, le tarif de la zone est fixe.',
  ],
  feeStands: ({ commune, fee }: DeliveryFee): Said => [
    `La livraison pour ${commune} est à ${formatFcfa(fee)}, je ne peux pas la changer.`,
    `Pour ${commune}, la livraison reste à ${formatFcfa(fee)} : c'est le tarif de la zone.`,
  ],
  feeAsSaid: ({ commune, fee }: DeliveryFee) => `Oui, la livraison pour ${commune} est à ${formatFcfa(fee)}.`,
  totalAsSaid: (payable: number): Said => [
    `Oui, c'est bien cela. En tout : ${formatFcfa(payable)}, articles et livraison.`,
    `C'est exact. À payer à la réception : ${formatFcfa(payable)}.`,
  ],
  notThatSum: (): Said => ['Non, voici le compte exact :', 'Non, pas tout à fait. Le compte exact :'],
  goodsAsSaid: (): Said => ["Oui, c'est bien cela pour les articles :", 'Oui, pour les articles c’est exact :'],
  feeUnknown: (place: string, seller: string): Said => [
    `Je n'ai pas encore de livreur pour ${place}. ${seller} vous précise les frais avant l'envoi ; vous pouvez commander quand même.`,
    `Pour ${place}, ${seller} vous dira les frais avant l'envoi : aucun livreur n'y va pour l'instant, mais la commande reste possible.`,
  ],
  notServed: (place: string, zones: string[], seller: string): Said => [
    `Je n'ai pas de livreur pour ${place} pour le moment. Nous livrons à : ${listed(zones)}. Avez-vous une autre adresse, ou préférez-vous parler à ${seller} ?`,
    `Personne ne livre encore à ${place}. Donnez-moi une adresse à ${listed(zones, 'ou')}, ou demandez « parler à ${seller} ».`,
  ],
  zones: (zones: string[]): Said => [
    `Nous livrons à : ${listed(zones)}. Vous êtes dans quelle commune ?`,
    `Les zones livrées : ${listed(zones)}. Et vous, vous êtes où ?`,
  ],
  feeWhere: (): Said => [
    'Les frais de livraison dépendent de la commune. Vous êtes dans quelle commune ?',
    'Dites-moi votre commune et je vous donne les frais de livraison.',
  ],
  delayWhere: (): Said => [
    'Le délai dépend de la commune. Vous êtes dans quelle commune ?',
    'Dites-moi votre commune et je vous donne le délai.',
  ],
  delay: (seller: string): Said => [
    `Le jour et l'heure de livraison vous sont confirmés dès que la commande est passée et le livreur prévenu. Si c'est urgent, dites-le et ${seller} regarde.`,
    `L'heure exacte vous est donnée dès que la commande est passée et le livreur prévenu.`,
  ],
  arrives: (commune: string, delay: string): Said => [
    `Délai de livraison pour ${commune} : ${delay}. Le jour et l'heure exacts vous sont donnés une fois la commande passée.`,
    `Livraison à ${commune} : ${delay}. L'heure exacte vous est donnée une fois la commande passée.`,
  ],
};
