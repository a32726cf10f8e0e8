import type { Owed } from '../../assistant.js';
import { formatFcfa } from '../../money.js';
import type { DraftLine } from '../../draft.js';
import { articleName } from '../../proposal.js';
import { listed, Said } from './phrase.js';

/** What she may press when a change is shown to her. */
export const EDIT_ANSWERS = ['Oui, modifier', 'Non, laisser'];

/** What is said of an order already placed: that it is changed, why it is not, and what the shop is told of. */
export const placedWords = {
  changing: (number: string): string => `Je change votre commande ${number} ainsi :`,
  changes: (number: string, lines: DraftLine[]): string =>
    [
      placedWords.changing(number),
      ...lines.map((line) => `• ${line.quantity} x ${articleName(line)} : ${formatFcfa(line.unitPrice * line.quantity)}`),
      `Total des articles : ${formatFcfa(lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0))}, hors livraison.`,
      "D'accord ?",
    ].join('\n'),
  oneDelivery: (): Said => ['Tout part dans la même livraison.', 'Le tout vous est livré ensemble.'],
  whatToAdd: (number: string): Said => [
    `Que faut-il ajouter à la commande ${number} ?`,
    `Oui, dites-moi l'article à ajouter à la commande ${number}.`,
  ],
  cannotAdd: (number: string): Said => [
    `Je ne peux plus rien ajouter à la commande ${number}. Je vous prépare une autre commande, avec sa livraison.`,
    `La commande ${number} ne peut plus changer : ceci sera une autre commande, avec sa livraison.`,
  ],
  changeAsked: (number: string): Said => [
    `Je demande la modification de la commande ${number} ; je vous confirme ici dès que c'est fait.`,
    `C'est demandé pour la commande ${number}, je vous le confirme ici dès que c'est fait.`,
  ],
  keptAsItIs: (number: string): Said => [
    `Très bien, la commande ${number} reste comme elle est.`,
    `D'accord, je ne change rien à la commande ${number}.`,
  ],
  newAddress: (number: string): Said => [
    `Oui, la commande ${number} est encore à la boutique. Quelle est la nouvelle adresse : commune, quartier et un repère ?`,
    `Pour la commande ${number}, écrivez-moi la nouvelle adresse : commune, quartier et un repère.`,
  ],
  newPhone: (number: string): Said => [
    `Oui. Quel numéro le livreur doit-il appeler pour la commande ${number} ?`,
    `Écrivez-moi le nouveau numéro pour la commande ${number}, en entier.`,
  ],
  notInThat: (article: string, choices: string[]): Said => [
    `Désolé, je n'ai pas ${article} : la commande reste comme elle est.${choices.length > 0 ? ` J'ai : ${listed(choices)}.` : ''}`,
    `Je n'ai pas ${article}, je ne change donc rien.${choices.length > 0 ? ` Il y a : ${listed(choices)}.` : ''}`,
  ],
  withCourier: (number: string, seller: string): Said => [
    `La commande ${number} est déjà avec le livreur, je ne peux plus la changer. Je préviens ${seller}, qui voit avec lui.`,
    `Le livreur a déjà la commande ${number}. ${seller} est prévenu de votre demande.`,
  ],
  restToPay: (number: string, { toCollect, paid, withDelivery }: Owed): string => {
    const booked =
      paid > 0
        ? `Pour la commande ${number}, la boutique a noté ${formatFcfa(paid)}.`
        : `Pour la commande ${number}, aucun paiement n'est encore noté.`;
    if (toCollect === 0) return `${booked} Il ne vous reste rien à payer${withDelivery ? '' : ', hors livraison'}.`;
    return `${booked} Reste à payer à la livraison : ${formatFcfa(toCollect)}${withDelivery ? '' : ', plus la livraison'}.`;
  },
  toPay: (number: string, { toCollect, withDelivery }: Owed): string =>
    toCollect === 0
      ? `Pour la commande ${number}, il ne vous reste rien à payer${withDelivery ? '' : ', hors livraison'}.`
      : `Pour la commande ${number}, reste à payer à la livraison : ${formatFcfa(toCollect)}${withDelivery ? ', tout compris' : ', plus la livraison'}.`,
  thatSum: (): Said => ["Oui, c'est bien cela.", "C'est bien cela."],
  notThatSum: (): Said => ["Non, ce n'est pas ce montant.", 'Non, le montant est autre.'],
  deductedOnceSeen: (seller: string): string => `Ce que vous envoyez est déduit dès que ${seller} l'a noté.`,
  changeTold: (seller: string): Said => [
    `Pour la monnaie, je préviens ${seller}, qui le dit au livreur.`,
    `${seller} est prévenu pour la monnaie.`,
  ],
  onlyThatOne: (number: string): Said => [
    `D'accord, je laisse cela de côté. Votre commande ${number}, elle, n'est pas annulée.`,
    `C'est laissé de côté. La commande ${number} n'est pas annulée.`,
  ],
  onlyTheNewOne: (): string => "D'accord, je laisse cela de côté. La commande que vous avez confirmée n'est pas annulée.",
  howToCancel: (): string => "Pour l'annuler, écrivez « annuler ma commande ».",
  withTheCourier: (number: string): Said => [
    `Le livreur est en route avec votre commande ${number}, il arrive chez vous.`,
    `Votre commande ${number} est avec le livreur, qui arrive chez vous.`,
  ],
  contents: (number: string, lines: DraftLine[]): string =>
    [`Votre commande ${number} :`, ...lines.map((line) => `• ${line.quantity} x ${articleName(line)}`)].join('\n'),
  sellersPrice: (seller: string): Said => [
    `Je préviens ${seller} : lui seul peut enregistrer le prix qu'il vous a écrit. Sans cela, c'est le prix de la boutique qui compte.`,
    `${seller} est prévenu pour le prix qu'il vous a écrit, c'est lui qui l'enregistre.`,
  ],
  notHers: (): Said => [
    'Je ne trouve pas cette commande à votre nom. Vérifiez le numéro, s’il vous plaît.',
    'Aucune commande de ce numéro n’est à votre nom.',
  ],
  whenTold: (): Said => [
    "Le jour et l'heure vous sont donnés ici dès que le livreur est prévenu.",
    "Dès que le livreur est prévenu, vous recevez ici l'heure de son passage.",
  ],
  isCancelled: (number: string): string => `Oui, la commande ${number} est bien annulée.`,
  whyCancelled: (number: string, reason: string | undefined, seller: string): string =>
    reason
      ? `La commande ${number} a été annulée par la boutique. Motif : ${reason}.`
      : `La commande ${number} est annulée ; ${seller} est prévenu et vous dit pourquoi ici.`,
  passedOn: (seller: string): Said => [
    `Je préviens ${seller} de votre demande, il vous répond ici. Je reste là pour le reste.`,
    `C'est transmis à ${seller}. Je continue avec vous si vous avez une autre question.`,
  ],
  allRight: (): Said => ["D'accord, je reste là si vous avez une question.", 'Entendu. Je reste là si besoin.'],
  whatElse: (): Said => ['Que puis-je faire pour vous ?', 'Je vous écoute.'],
};
