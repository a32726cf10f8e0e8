import { Injectable } from '@nestjs/common';
import type { EventMeta, OrderLine, OrderStatus } from '#contracts';
import { Database } from '#database';
import { NameLocks } from '../inbound/locks.js';

/** Statuses as stored (and as the assistant reads them to the customer). */
export const STORED_ORDER_STATUS: Record<OrderStatus, string> = {
  draft: 'brouillon',
  confirmed: 'confirmee',
  preparing: 'en_preparation',
  ready: 'prete',
  'out-for-delivery': 'en_livraison',
  delivered: 'livree',
  cancelled: 'annulee',
  returned: 'retournee',
  'delivery-failed': 'echec_livraison',
};

export interface KnownOrder {
  orderId: string;
  orderNumber: string;
  prospectId: string;
  /** The agreement it came from, where the event tells. */
  agreementId?: string;
  /** What is in it, where the event tells. */
  lines?: OrderLine[];
  /** Sum of the lines, FCFA, where the event tells. */
  total?: number;
  /** FCFA; absent: not known. */
  deliveryFee?: number;
  /** FCFA; absent: nothing. */
  paid?: number;
}

/** What is left to pay of an order, FCFA. */
interface Money {
  toCollect: number;
  paid: number;
  withDelivery: boolean;
}

/** What a fact of an order says of it. */
export interface OrderNews {
  order: KnownOrder;
  meta: EventMeta;
}

/** How far each order got, for the customer who asks. A batch is written in one statement, its rows in the order of their keys: replicas wait for each other, and never in a ring. */
@Injectable()
export class OrderCopy {
  constructor(
    private readonly db: Database,
    private readonly locks: NameLocks,
  ) {}

  /** Keeps the newest status of each order unless something newer is known. */
  async keep(news: readonly (OrderNews & { status: OrderStatus })[]): Promise<void> {
    const newest = await this.newestOf(news);
    const agreements = new Map(
      news.flatMap(({ order }) => (order.agreementId ? [[order.orderId, order.agreementId] as const] : [])),
    );
    await this.db.run(
      `insert into commandes_copie as t (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version, id_accord, lignes, version_lignes, ${MONEY_COLUMNS})
       select n.id, n.vendeur, ${WHO}, n.numero, n.statut, n.version, n.accord, n.lignes, case when n.lignes is null then 0 else n.version end, ${MONEY_OF_N}
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::int[], $7::uuid[], $8::jsonb[], $9::jsonb[])
              n(id, vendeur, prospect, numero, statut, version, accord, lignes, argent)
        order by n.id
       on conflict (id_commande) do update set version = greatest(t.version, excluded.version), id_accord = coalesce(t.id_accord, excluded.id_accord),
         statut_commande = case when t.version < excluded.version then excluded.statut_commande else t.statut_commande end, ${NEWEST_LINES}, ${NEWEST_MONEY}
         where t.version < excluded.version or (t.id_accord is null and excluded.id_accord is not null) or t.version_lignes < excluded.version_lignes
           or t.version_montants < excluded.version_montants`,
      [
        ...columnsOf(newest),
        newest.map(({ status }) => STORED_ORDER_STATUS[status]),
        newest.map(({ meta }) => meta.version),
        newest.map(({ order }) => agreements.get(order.orderId) ?? null),
        newest.map(({ order }) => linesOf(order)),
        newest.map(({ order }) => moneyOf(order)),
      ],
    );
  }

  /** @returns those of which it is known that they were cancelled since; whoever tells of a cancellation holds the order's conversation, as who asks has to */
  async cancelledSince(news: readonly OrderNews[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id: string }>(
      `select n.id from unnest($1::uuid[], $2::uuid[], $3::int[]) n(id, vendeur, version)
         join commandes_copie t on t.id_commande = n.id and t.id_utilisateur = n.vendeur where t.statut_commande = $4 and t.version >= n.version`,
      [
        news.map(({ order }) => order.orderId),
        news.map(({ meta }) => meta.sellerId),
        news.map(({ meta }) => meta.version),
        STORED_ORDER_STATUS.cancelled,
      ],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** The people of these orders stay who they are until the open transaction ends; to be said before a conversation is locked. */
  async share(news: readonly Pick<OrderNews, 'meta'>[]): Promise<void> {
    await this.locks.share(news.map(({ meta }) => meta.sellerId!));
  }

  /** A plan may come before its order: the row begins at version 0, which any fact of the order overwrites. */
  async keepPlans(news: readonly (OrderNews & { plannedFor: string })[]): Promise<void> {
    const newest = await this.newestOf(news);
    await this.db.run(
      `insert into commandes_copie as t (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version, livraison_prevue, version_livraison)
       select n.id, n.vendeur, ${WHO}, n.numero, 'confirmee', 0, n.prevue, n.version
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::int[]) n(id, vendeur, prospect, numero, prevue, version)
        order by n.id
       on conflict (id_commande) do update set livraison_prevue = excluded.livraison_prevue, version_livraison = excluded.version_livraison
         where t.version_livraison < excluded.version_livraison`,
      [...columnsOf(newest), newest.map(({ plannedFor }) => plannedFor), newest.map(({ meta }) => meta.version)],
    );
  }

  /** An edit tells what is in the order and nothing of how far it is, so it must not outrank a status that comes late; but from it, too, the order is known. */
  async keepEdited(news: readonly OrderNews[]): Promise<void> {
    const newest = await this.newestOf(news);
    await this.db.run(
      `insert into commandes_copie as t (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version, lignes, version_lignes, ${MONEY_COLUMNS})
       select n.id, n.vendeur, ${WHO}, n.numero, 'confirmee', 0, n.lignes, case when n.lignes is null then 0 else n.version end, ${MONEY_OF_N}
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::jsonb[], $6::int[], $7::jsonb[]) n(id, vendeur, prospect, numero, lignes, version, argent)
        order by n.id
       on conflict (id_commande) do update set ${NEWEST_LINES}, ${NEWEST_MONEY}
         where t.version_lignes < excluded.version_lignes or t.version_montants < excluded.version_montants`,
      [
        ...columnsOf(newest),
        newest.map(({ order }) => linesOf(order)),
        newest.map(({ meta }) => meta.version),
        newest.map(({ order }) => moneyOf(order)),
      ],
    );
  }

  /** What is left to pay once money was booked, or a booking struck out. */
  async keepPayments(news: readonly (OrderNews & { owed: Money })[]): Promise<void> {
    const newest = await this.newestOf(news);
    await this.db.run(
      `insert into commandes_copie as t (id_commande, id_utilisateur, id_prospect, numero_commande, statut_commande, version, ${MONEY_COLUMNS})
       select n.id, n.vendeur, ${WHO}, n.numero, 'confirmee', 0, ${MONEY_OF_N}
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::jsonb[]) n(id, vendeur, prospect, numero, version, argent) order by n.id
       on conflict (id_commande) do update set ${NEWEST_MONEY} where t.version_montants < excluded.version_montants`,
      [...columnsOf(newest), newest.map(({ meta }) => meta.version), newest.map(({ owed }) => JSON.stringify(owed))],
    );
  }

  private async newestOf<N extends OrderNews>(news: readonly N[]): Promise<N[]> {
    await this.share(news);
    const newest = new Map<string, N>();
    for (const one of news) {
      const known = newest.get(one.order.orderId);
      if (!known || known.meta.version < one.meta.version) newest.set(one.order.orderId, one);
    }
    return [...newest.values()];
  }
}

/** SQL: of what is known to be in an order, the newest. */
const NEWEST_LINES =
  'lignes = case when t.version_lignes < excluded.version_lignes then excluded.lignes else t.lignes end, version_lignes = greatest(t.version_lignes, excluded.version_lignes)';

const MONEY_COLUMNS = 'a_encaisser, montant_paye, livraison_comprise, version_montants';
/** SQL: those of a row `n` whose `argent` is what is left to pay, or nothing. */
const MONEY_OF_N = `(n.argent->>'toCollect')::bigint, (n.argent->>'paid')::bigint, (n.argent->>'withDelivery')::boolean,
              case when n.argent is null then 0 else n.version end`;
/** SQL: of what is known to be left to pay, the newest. */
const NEWEST_MONEY = [
  ...['a_encaisser', 'montant_paye', 'livraison_comprise'].map(
    (column) =>
      `${column} = case when t.version_montants < excluded.version_montants then excluded.${column} else t.${column} end`,
  ),
  'version_montants = greatest(t.version_montants, excluded.version_montants)',
].join(', ');

/** What is left to pay of what the event tells; null where it tells nothing. */
function moneyOf({ total, deliveryFee, paid = 0 }: KnownOrder): string | null {
  if (total === undefined) return null;
  const owed: Money = {
    toCollect: Math.max(0, total + (deliveryFee ?? 0) - paid),
    paid,
    withDelivery: deliveryFee !== undefined,
  };
  return JSON.stringify(owed);
}

/** Lines as the assistant reads them. */
const linesOf = ({ lines }: KnownOrder): string | null =>
  lines ? JSON.stringify(lines.map(({ lineTotal: _sum, agreedPrice: _agreed, ...line }) => line)) : null;

/** SQL: the prospect an order (a row `n`) names, or the one he is part of by now. */
const WHO =
  'coalesce((select f.id_prospect from prospects_fusionnes f where f.id_fusionne = n.prospect and f.id_utilisateur = n.vendeur), n.prospect)';

/** Order, seller, prospect and number of each. */
const columnsOf = (news: readonly OrderNews[]): unknown[] => [
  news.map(({ order }) => order.orderId),
  news.map(({ meta }) => meta.sellerId),
  news.map(({ order }) => order.prospectId),
  news.map(({ order }) => order.orderNumber),
];
