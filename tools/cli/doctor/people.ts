import { statements } from './statements.js';

/** Statement of what is left of erased people, by how a table names them and by what it still says. */
const leftOf = (id: string, table: string, says: string) =>
  `select ${id} as id from ${table} t join conversations.prospects p using (id_prospect) where p.efface_le is not null and ${says}`;

/** Who asked to be forgotten keeps his row, so that references hold; his name, numbers and words must be gone, from what is over at least. */
export const namedPeople = statements(
  'named-people',
  'people who asked to be forgotten and are still named',
  ['conversations', 'orders', 'deliveries', 'notifications', 'gateway'],
  {
    'person with a telephone number or an address on WhatsApp': `
      select id_prospect as id from conversations.prospects p where efface_le is not null
        and (numero_telephone is not null or exists (select from conversations.identites_prospect i where i.id_prospect = p.id_prospect))`,
    'conversation in which his words stand': leftOf(
      'id_conversation',
      'conversations.conversations',
      `exists (select from conversations.messages m where m.id_conversation = t.id_conversation and m.contenu_message <> '[effacé]')`,
    ),
    'order that is over and has his number': leftOf(
      'id_commande',
      'orders.commandes',
      `statut_commande in ('livree', 'annulee', 'retournee') and telephone_client <> ''`,
    ),
    'delivery that is over and has his number': leftOf(
      'id_livraison',
      'deliveries.livraisons',
      `statut_livraison in ('livree', 'annulee') and telephone_destinataire <> '+2250000000000'
       and not exists (select from deliveries.commandes_en_attente a where a.id_commande = t.id_commande)`,
    ),
    'notice to his number': leftOf(
      'id_notification',
      'notifications.notifications',
      `role_destinataire = 'client' and destinataire <> ''`,
    ),
    'event kept for programs that names him': leftOf(
      'id_evenement',
      'gateway.flux_evenements',
      `contenu ?| array['fullName', 'phone', 'customerName', 'customerPhone', 'deliveryAddress', 'deliveryPhone']`,
    ),
  },
);
