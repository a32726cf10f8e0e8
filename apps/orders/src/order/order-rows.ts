import type { EntityManager, EntityMetadata } from 'typeorm';
import { jsonRows } from '#database';
import { OrderLine } from './order-line.entity.js';
import { STORED_STATUS } from './order-status.js';
import { Order } from './order.entity.js';

/** A statement with its parameters. */
export interface Statement {
  sql: string;
  parameters: unknown[];
}

/** A row of the history. */
export type StepRow = Record<string, string | null>;

/** The rows of new orders, their lines and their first steps, in one statement. */
export function insertion(tx: EntityManager, orders: readonly Order[], steps: StepRow[]): Statement {
  const [head, line] = [tx.connection.getMetadata(Order), tx.connection.getMetadata(OrderLine)];
  const lines = orders.flatMap((order) => order.lines.map((one) => ({ ...rowOf(line, one), id_commande: order.id })));
  return {
    sql: `with written as (
        insert into commandes (${namesOf(head)}) select ${namesOf(head)} from json_populate_recordset(null::commandes, $1)
      ), listed as (
        insert into details_commande (${namesOf(line)}) select ${namesOf(line)} from json_populate_recordset(null::details_commande, $2)
      ) ${history('$3')}`,
    parameters: [jsonRows(orders.map((order) => rowOf(head, order))), jsonRows(lines), jsonRows(steps)],
  };
}

/** The rows of orders that changed, their lines apart, and their steps, in one statement. */
export function alteration(tx: EntityManager, orders: readonly Order[], steps: StepRow[]): Statement {
  const head = tx.connection.getMetadata(Order);
  const kept = head.columns.map(({ databaseName }) => databaseName).filter((name) => name !== 'id_commande');
  return {
    sql: `with written as (
        update commandes c set ${kept.map((name) => `${name} = n.${name}`).join(', ')}
        from json_populate_recordset(null::commandes, $1) n where c.id_commande = n.id_commande and c.id_utilisateur = n.id_utilisateur
      ) ${history('$2')}`,
    parameters: [jsonRows(orders.map((order) => rowOf(head, order))), jsonRows(steps)],
  };
}

/** Steps alone. */
export const chronicle = (steps: StepRow[]): Statement => ({ sql: history('$1'), parameters: [jsonRows(steps)] });

/** The steps an order has taken since the last time, as rows. @param actor who took them */
export const stepsOf = (order: Order, actor: string): StepRow[] =>
  order.takeSteps().map(({ from, to, reason }) => ({
    id_commande: order.id,
    id_utilisateur: order.sellerId,
    statut_avant: from && STORED_STATUS[from],
    statut_apres: STORED_STATUS[to],
    acteur: actor,
    motif: reason ?? null,
  }));

const namesOf = ({ columns }: EntityMetadata) => columns.map(({ databaseName }) => databaseName).join(', ');

const rowOf = ({ columns }: EntityMetadata, entity: object): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column.databaseName, column.getEntityValue(entity, true) as unknown]));

const history = (rows: string) => `
  insert into historique_commande (id_commande, id_utilisateur, statut_avant, statut_apres, acteur, motif)
  select id_commande, id_utilisateur, statut_avant, statut_apres, acteur, motif from json_populate_recordset(null::historique_commande, ${rows})`;
