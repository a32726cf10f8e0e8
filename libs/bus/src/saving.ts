import type { EntityManager, EntityMetadata, ObjectLiteral } from 'typeorm';
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';
import { jsonRows, jsonValue } from '#database';

/*
 * Writing aggregates without asking the database for what is known already. TypeORM's `save` reads a thing (and everything below it) again before it writes, to find out whether it is new
 * and what has changed; a repository that has just made it, or locked and read it, knows both. What that saved: docs/performance.md.
 * Rows go as one JSON document, so that one and the same statement, which PostgreSQL keeps ready, writes one row or two hundred.
 */

type Run = (sql: string, parameters: unknown[]) => Promise<unknown>;

/** Writes new things of one kind and what they hold (relations that cascade). */
export async function insertWhole(
  manager: EntityManager,
  run: Run,
  metadata: EntityMetadata,
  things: readonly ObjectLiteral[],
): Promise<void> {
  await insertRows(manager, run, metadata, things);
  for (const relation of heldBy(metadata)) {
    const parts = things.flatMap((thing) =>
      partsOf(relation, thing).map((part) => ({ ...part, [relation.inverseSidePropertyPath]: thing })),
    );
    if (parts.length > 0) await insertRows(manager, run, relation.inverseEntityMetadata, parts);
  }
}

async function insertRows(
  manager: EntityManager,
  run: Run,
  metadata: EntityMetadata,
  things: readonly ObjectLiteral[],
): Promise<void> {
  const columns = metadata.columns.filter(({ isInsert }) => isInsert);
  // What is left to the database to fill in, the mapper reads back.
  if (things.some((thing) => columns.some((column) => column.getEntityValue(thing) === undefined))) {
    await manager.insert(metadata.target, things as ObjectLiteral[]);
    return;
  }
  const names = columns.map(({ databaseName }) => databaseName).join(', ');
  await run(
    `insert into ${metadata.tablePath} (${names}) select ${names} from json_populate_recordset(null::${metadata.tablePath}, $1)`,
    [jsonRows(things.map((thing) => rowOf(columns, thing)))],
  );
}

/** A thing's columns as they were read, and those of what it holds. */
export type Snapshot = ReadonlyMap<ObjectLiteral, readonly string[]>;

/** To be taken before a change. */
export function snapshotOf(metadata: EntityMetadata, thing: ObjectLiteral): Snapshot {
  const held = heldBy(metadata).flatMap((relation) =>
    partsOf(relation, thing).map((part) => [part, valuesOf(relation.inverseEntityMetadata, part)] as const),
  );
  return new Map([[thing, valuesOf(metadata, thing)] as const, ...held]);
}

/**
 * Writes the columns of things of one kind that are not as in their snapshots.
 * @returns the things of which more has changed than that (what they hold, or what they refer to): they are not written
 */
export async function updateChanged<E extends ObjectLiteral>(
  run: Run,
  metadata: EntityMetadata,
  things: readonly E[],
  before: (thing: E) => Snapshot,
): Promise<E[]> {
  const others: E[] = [];
  const changed = new Map<E, ColumnMetadata[]>();
  for (const thing of things) {
    const columns = changedColumns(metadata, thing, before(thing));
    if (columns) changed.set(thing, columns);
    else others.push(thing);
  }
  const columns = metadata.columns.filter((column) => [...changed.values()].some((list) => list.includes(column)));
  if (columns.length === 0) return others;
  const key = metadata.primaryColumns;
  const set = columns.map(({ databaseName }) => `${databaseName} = n.${databaseName}`).join(', ');
  const same = key.map(({ databaseName }) => `t.${databaseName} = n.${databaseName}`).join(' and ');
  await run(
    `update ${metadata.tablePath} t set ${set} from json_populate_recordset(null::${metadata.tablePath}, $1) n where ${same}`,
    [jsonRows([...changed.keys()].map((thing) => rowOf([...key, ...columns], thing)))],
  );
  return others;
}

function changedColumns(metadata: EntityMetadata, thing: ObjectLiteral, before: Snapshot): ColumnMetadata[] | undefined {
  const parts = heldBy(metadata).flatMap((relation) =>
    partsOf(relation, thing).map((part) => [part, relation.inverseEntityMetadata] as const),
  );
  if (parts.length !== before.size - 1) return undefined;
  if (parts.some(([part, of]) => before.get(part)?.join('\n') !== valuesOf(of, part).join('\n'))) return undefined;
  const [was, now] = [before.get(thing)!, valuesOf(metadata, thing)];
  const changed = metadata.columns.filter((_, i) => was[i] !== now[i]);
  return changed.some(({ relationMetadata, isPrimary, isUpdate }) => relationMetadata || isPrimary || !isUpdate)
    ? undefined
    : changed;
}

const heldBy = (metadata: EntityMetadata) => metadata.oneToManyRelations.filter(({ isCascadeInsert }) => isCascadeInsert);

const partsOf = (relation: EntityMetadata['oneToManyRelations'][number], thing: ObjectLiteral): ObjectLiteral[] =>
  (relation.getEntityValue(thing) as ObjectLiteral[] | undefined) ?? [];

const valuesOf = (metadata: EntityMetadata, thing: ObjectLiteral): string[] =>
  metadata.columns.map((column) => JSON.stringify(column.getEntityValue(thing)) ?? 'undefined');

const rowOf = (columns: readonly ColumnMetadata[], thing: ObjectLiteral): Record<string, unknown> =>
  Object.fromEntries(columns.map((column) => [column.databaseName, jsonValue(column.getEntityValue(thing, true))]));
