import type { Owed, PlacedOrder } from '../../assistant.js';
import { formatFcfa } from '../../money.js';
import { articleName } from '../../proposal.js';
import { listed, Said } from './phrase.js';

/** What is said to who has several orders open at once: each by its number, so that none is taken for another. */
export const severalWords = {
  /** @param status as a customer reads it @param planned the day of its delivery, where it is still to come */
  each: ({ number, lines = [] }: PlacedOrder, status: string, planned: string | undefined): string => {
    const goods = lines.map((line) => `${line.quantity} x ${articleName(line)}`);
    return `• Commande ${number}${goods.length > 0 ? ` (${listed(goods)})` : ''} : ${status}.${planned ? ` Livraison prévue ${planned}.` : ''}`;
  },
  eachToPay: ({ number, owed }: PlacedOrder): string =>
    `• Commande ${number} : ${owed ? toPay(owed) : 'montant pas encore noté'}.`,
  inAll: (orders: number): string => `Vous avez ${orders} commandes en cours :`,
  sum: ({ toCollect, withDelivery }: Owed): string =>
    toCollect === 0
      ? 'En tout, il ne vous reste rien à payer.'
      : `En tout, il vous reste à payer : ${formatFcfa(toCollect)}${withDelivery ? ', tout compris' : ', plus la livraison'}.`,
  sumUnknown: (seller: string): string => `Pour le total, ${seller} vous le confirme ici.`,
  whichToCancel: (): Said => ['Laquelle voulez-vous annuler ?', 'Dites-moi laquelle annuler, par son numéro.'],
  whichToChange: (): Said => ['Laquelle faut-il changer ?', 'Dites-moi laquelle changer, par son numéro.'],
  cancelAll: (numbers: string[]): string => `Voulez-vous vraiment annuler les commandes ${listed(numbers)} ?`,
};

const toPay = ({ toCollect, withDelivery }: Owed): string =>
  toCollect === 0
    ? 'rien à payer'
    : `reste à payer ${formatFcfa(toCollect)}${withDelivery ? ', tout compris' : ', plus la livraison'}`;
