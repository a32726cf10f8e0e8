import {
  GetOrderReportLines,
  ListConversations,
  ListDeliveries,
  ListEmails,
  ListJournal,
  ListMessages,
  ListNotifications,
  ListOrders,
  ListProducts,
  ListProspects,
  ListStockMovements,
  type Page,
} from '#contracts';
import { newId } from '#database';
import { ordersByHand } from './baseline.js';
import { seatCustomers } from './customers.js';
import { FAR, PAGE, pagesOfList } from './pages.js';
import type { Row } from './row.js';
import { type BenchShop, openShops } from './shops.js';
import { Stage } from './stage.js';
import { figure } from './statistics.js';

/** Things of each kind of one seller: what makes {@link FAR} pages, and some beyond them. */
const THINGS = PAGE * (FAR + 20);

type Ask = (page: { limit: number; cursor?: string }) => Promise<Page<unknown>>;

export const listsRow: Row = {
  name: 'lists',
  title: 'Lists',
  says: `The first page and the ${FAR}th of each list of a seller who has ${THINGS.toLocaleString('en-US')} things of each kind (orders and what comes with them were written by hand), ${PAGE} on a page, asked of the service as the gateway asks.`,
  async run({ root, say }) {
    const stage = await Stage.open({ root });
    try {
      const [shop] = await openShops(stage, 1);
      const [customer] = await seatCustomers(stage, [shop!], THINGS);
      await ordersByHand(stage, { orders: THINGS }, say);
      await fill(stage, shop!, customer!.conversationId);
      await stage.rig.sql('vacuum analyze');
      const found: { list: string; firstP95: number; farP95: number }[] = [];
      const [sold] = await stage.rig.sql<{ product: string }>('select product from bench.customers limit 1');
      for (const [list, ask] of Object.entries(listsOf(stage, shop!.sellerId, customer!.conversationId, sold!.product))) {
        const pages = await pagesOfList(ask);
        found.push({ list, ...pages });
        say(`${list}: ${figure(pages.firstP95)} and ${figure(pages.farP95)} ms`);
      }
      const slowest = Math.max(...found.flatMap(({ firstP95, farP95 }) => [firstP95, farP95]));
      return {
        table: [
          ['list', 'first page p95, ms', `page ${FAR} p95, ms`],
          ...found.map(({ list, firstP95, farP95 }) => [list, figure(firstP95), figure(farP95)]),
        ],
        facts: { found },
        bars: [{ what: 'any page of any list, p95', wanted: '< 50 ms', got: `${figure(slowest)} ms`, met: slowest < 50 }],
      };
    } finally {
      await stage.close();
    }
  },
};

function listsOf(stage: Stage, sellerId: string, conversationId: string, productId: string): Record<string, Ask> {
  return {
    conversations: (page) => stage.ask(ListConversations, page, sellerId),
    'messages of a conversation': (page) => stage.ask(ListMessages, { conversationId, ...page }, sellerId),
    prospects: (page) => stage.ask(ListProspects, page, sellerId),
    products: (page) => stage.ask(ListProducts, page, sellerId),
    'stock movements of a product': (page) => stage.ask(ListStockMovements, { productId, ...page }, sellerId),
    orders: (page) => stage.ask(ListOrders, page, sellerId),
    'report of order lines': (page) => stage.ask(GetOrderReportLines, page, sellerId),
    deliveries: (page) => stage.ask(ListDeliveries, page, sellerId),
    notices: (page) => stage.ask(ListNotifications, page, sellerId),
    mails: (page) => stage.ask(ListEmails, page, sellerId),
    'audit trail': (page) => stage.ask(ListJournal, page, sellerId),
  };
}

/** What no order brings: messages, products, mails. */
async function fill({ rig }: Stage, { sellerId }: BenchShop, conversationId: string): Promise<void> {
  await rig.sql(
    `insert into conversations.messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, date_creation, type_message, phone_number_id, wamid, statut_message)
     select gen_random_uuid(), $2, $1, 'Bonjour, vous avez la Air Max en 42 ?', 'entrant', now() - n * interval '1 minute', 'text', 'bench', 'wamid.' || gen_random_uuid(), 'recu'
     from generate_series(1, ${THINGS}) n`,
    [sellerId, conversationId],
  );
  await rig.sql(
    `insert into orders.produits (id_produit, id_utilisateur, nom_produit, prix_unitaire, quantite_stock, texte_recherche, version, date_creation)
     select gen_random_uuid(), $1, 'Article ' || n, 15000, 10, 'article ' || n, 1, now() from generate_series(1, ${THINGS}) n`,
    [sellerId],
  );
  const mailbox = newId();
  await rig.sql(
    `insert into emails.boites (id_compte_email, id_utilisateur, adresse_email, etat, version, date_connexion, id_correlation)
     values ($1, $2, 'vendeur@exemple.ci', 'deconnectee', 1, now(), 'bench')`,
    [mailbox, sellerId],
  );
  await rig.sql(
    `insert into emails.emails_recus (id_email, id_compte_email, id_utilisateur, identifiant_message_email, email_expediteur, nom_expediteur, sujet_email, niveau_priorite, automatique,
       date_reception, id_correlation, analyse_le)
     select gen_random_uuid(), $2, $1, 'bench-' || n, 'client@exemple.ci', 'Client', 'Votre commande', 'normal', false, now() - n * interval '1 minute', 'bench', now()
     from generate_series(1, ${THINGS}) n`,
    [sellerId, mailbox],
  );
}
