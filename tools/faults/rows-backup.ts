import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME } from '#database';
import { type Facts, firstEffect, type Row, sleep, type Stage } from './stage.js';

const COPY = 'fluxasync_copie';

/**
 * The database is lost and an export is restored, by the operator's own commands, with a broker that is ahead of it: readers had acknowledged events that are news to
 * them again. What was taken after the export is lost, which is what an export means. What was taken before must all be there.
 */
async function restoreBehind(stage: Stage): Promise<Facts> {
  const { rig, crowd, quick } = stage;
  const file = join(rig.dir.root, 'export.dump');
  rmSync(file, { force: true });
  const promised = { webhooks: new Set(rig.edge.acknowledged), orders: new Set(crowd.books.orders) };
  await rig.operate('export', file, '--format', 'custom');
  await sleep(quick ? 4 : 15);
  await Promise.all(rig.members.map((member) => member.stop()));
  await rig.operate('restore', file, '--into', COPY);
  await rig.rename(DATABASE_NAME, 'fluxasync_perdue');
  await rig.rename(COPY, DATABASE_NAME);
  // The broker holds events of a time that never was, and takes for repetitions what has to be told again: it is emptied, and filled from the archives.
  await rig.nats.wipeStore();
  await rig.operate('infra');
  await rig.operate('arm', '--yes');
  for (const member of rig.members) await member.start();
  await rig.allReady();
  const back = await firstEffect(stage);
  const lost = {
    webhooks: await forget(
      stage,
      promised.webhooks,
      rig.edge.acknowledged,
      'select wamid as id from conversations.messages where wamid is not null',
    ),
    orders: await forget(stage, promised.orders, crowd.books.orders, 'select id_commande::text as id from orders.commandes'),
  };
  return {
    'messages of the time after the export, lost': lost.webhooks,
    'orders of that time, lost': lost.orders,
    'first effect after (ms)': back,
  };
}

/** What was acknowledged after the export and is not there counts as lost with it. @returns how many */
async function forget(stage: Stage, promised: ReadonlySet<string>, books: Set<string>, sql: string): Promise<number> {
  await sleep(3);
  const there = new Set((await stage.rig.sql<{ id: string }>(sql)).map(({ id }) => id));
  const lost = [...books].filter((id) => !there.has(id) && !promised.has(id));
  for (const id of lost) books.delete(id);
  return lost.length;
}

export const backupRows: readonly Row[] = [
  {
    name: 'backup-behind-broker',
    strikes: 'the database lost and an export restored, behind a broker that went on and is then emptied',
    // WhatsApp has its own memory: it was sent things by rows that are lost, and what waited at the export leaves once more.
    beyond: [
      'taken by WhatsApp and of no row of ours',
      'taken more often than counted',
      'taken from the sandbox and not stored as a message',
      'another status than WhatsApp told',
    ],
    strike: restoreBehind,
  },
];
