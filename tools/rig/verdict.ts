import { setTimeout as pause } from 'node:timers/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { ServiceName } from '#contracts';
import { DATABASE_NAME, requestRole, SELLER_SETTING } from '#database';
import { PLATFORM_NUMBER } from '../launcher/cast.js';
import { deadLetters, type Unsettled, unsettled } from './conservation.js';
import type { CrowdBooks } from './crowd.js';
import type { Rig } from './rig.js';
import { auditNotices, auditSends, ledgerOf, type SendAudit } from './send-ledger.js';
import type { RigShop } from './shops.js';
import { bookedWithoutEffect, handledTwice } from './witness.js';

export type Invariant = 'I1' | 'I2' | 'I3' | 'I4' | 'I5' | 'I6' | 'I7' | 'I8';

/** What each invariant says. */
export const INVARIANTS: Readonly<Record<Invariant, string>> = {
  I1: 'nothing acknowledged at the edge is lost',
  I2: 'every event published is booked by each of its readers; nothing waits',
  I3: 'every event, message and order has one effect',
  I4: 'stock and money are conserved',
  I5: 'states only go forward; nothing is stuck',
  I6: 'what left for WhatsApp left once, but for resends that are counted; every status is right',
  I7: 'sellers are apart',
  I8: 'no dead letters but planted ones; no unhandled error; no forgotten transaction',
};

/** Something that should not be. */
export interface Breach {
  readonly invariant: Invariant;
  readonly what: string;
  readonly count: number;
  readonly examples: readonly string[];
}

export interface Verdict {
  readonly breaches: readonly Breach[];
  readonly messages: number;
  readonly orders: number;
  readonly sends: number;
  /** Sends that WhatsApp had taken before, each counted in our rows. */
  readonly resent: number;
}

/** As long as an event may be between its commit and the books of its readers on a busy machine. */
const SETTLING_MS = 10_000;

const runsIn = (rig: Rig) => (service: ServiceName) => rig.of(service).length > 0;

/** Waits until everything that was begun is at its end. @param stalledMs is given up when so long nothing more came to its end @returns undefined, or what was left when time was up */
export async function drain(rig: Rig, books: CrowdBooks, withinMs: number, stalledMs = Infinity): Promise<string | undefined> {
  let left = 'not looked at';
  let least = Infinity;
  let movedAt = Date.now();
  for (const end = Date.now() + withinMs; Date.now() < end && Date.now() < movedAt + stalledMs; await pause(150)) {
    try {
      const waiting = await underWay(rig, books);
      if (Object.keys(waiting).length === 0) return undefined;
      left = JSON.stringify(waiting);
      const all = Object.values(waiting).reduce((sum, n) => sum + n, 0);
      if (all < least) [least, movedAt] = [all, Date.now()];
    } catch (error) {
      left = String(error);
    }
  }
  return left;
}

/** What is not settled at any moment of a few seconds: a mailbox that is looked into tells of it also when nobody writes, and such an event is under way for a moment. */
async function stillUnsettled(rig: Rig, runs: (service: ServiceName) => boolean): Promise<Unsettled> {
  for (const end = Date.now() + SETTLING_MS; ; await pause(100)) {
    const left = await unsettled(rig, runs);
    if (Object.keys(left).length === 0 || Date.now() > end) return left;
  }
}

async function underWay(rig: Rig, books: CrowdBooks): Promise<Record<string, number>> {
  const runs = runsIn(rig);
  const questions: Record<string, string | false> = {
    'messages to answer': `select count(*)::int as n from conversations.messages where a_repondre`,
    'messages to send': `select count(*)::int as n from conversations.messages where statut_message in ('en_attente', 'en_envoi', 'inconnu')`,
    'notices to send':
      runs('notifications') &&
      `select count(*)::int as n from notifications.notifications where etat in ('en_attente', 'en_cours_envoi', 'incertaine')`,
  };
  const found: Record<string, number> = { ...(await unsettled(rig, runs)) };
  for (const [what, sql] of Object.entries(questions)) {
    if (!sql) continue;
    const [row] = await rig.sql<{ n: number }>(sql);
    if (row!.n > 0) found[what] = row!.n;
  }
  if (runs('email-intelligence')) {
    const unread = (await rig.sql<{ id: string }>(MAILS_NOT_READ, [[...books.mails]])).length;
    if (unread > 0) found['mails to read'] = unread;
  }
  const { counts } = await rig.sandboxed<{ counts: { pending: number } }>('GET', 'ledger/counts');
  if (counts.pending > 0) found['webhooks of the sandbox'] = counts.pending;
  return found;
}

/** Asks everything. @param planted dead letters that belong there, by a part of their line */
export async function judge(
  rig: Rig,
  shops: readonly RigShop[],
  books: CrowdBooks,
  { planted = [], undrained }: { planted?: readonly string[]; undrained?: string } = {},
): Promise<Verdict> {
  const runs = runsIn(rig);
  const breaches: Breach[] = [];
  const must = (invariant: Invariant, what: string, wrong: readonly string[]) => {
    if (wrong.length > 0) breaches.push({ invariant, what, count: wrong.length, examples: wrong.slice(0, 3) });
  };
  const ids = async (sql: string, values: unknown[] = []) => (await rig.sql<{ id: string }>(sql, values)).map(({ id }) => id);

  if (undrained) must('I2', 'not drained in time', [undrained]);
  for (const [place, n] of Object.entries(await stillUnsettled(rig, runs))) must('I2', `not settled: ${place}`, [`${n} events`]);

  const acknowledged = [...rig.edge.acknowledged];
  must(
    'I1',
    'acknowledged and not in the webhook log',
    await ids(
      `select a as id from unnest($1::text[]) a where not exists (select from gateway.journal_webhooks j where j.origine = 'whatsapp' and j.contenu->>'id' = a)`,
      [acknowledged],
    ),
  );
  must(
    'I1',
    'acknowledged and not stored as a message',
    await ids(
      `select a as id from unnest($1::text[]) a where not exists (select from conversations.messages m where m.wamid = a and m.direction_message = 'entrant')`,
      [acknowledged.filter((id) => books.written.has(id))],
    ),
  );
  must(
    'I1',
    'taken from the sandbox and not stored as a message',
    await ids(
      `select a as id from unnest($1::text[]) a where not exists (select from conversations.messages m where m.wamid = a and m.direction_message = 'entrant')`,
      [undrained ? [] : (await ledgerOf(rig)).inbound.map(({ wamid }) => wamid)],
    ),
  );
  must(
    'I3',
    'stored and never written',
    await ids(
      `select wamid as id from conversations.messages where direction_message = 'entrant' and not (wamid = any($1::text[]))`,
      [[...books.written]],
    ),
  );
  must('I3', 'worked on twice by a reader', await handledTwice(rig));
  must('I2', 'booked without having had an effect', await bookedWithoutEffect(rig, runs));
  if (runs('orders')) {
    must(
      'I1',
      'an order confirmed to its seller and not there',
      await ids(
        'select o as id from unnest($1::uuid[]) o where not exists (select from orders.commandes c where c.id_commande = o)',
        [[...books.orders]],
      ),
    );
    must(
      'I3',
      'an order that nobody was told of',
      await ids(
        `select id_commande || ' ' || statut_commande as id from orders.commandes
          where id_accord is null and not (id_commande = any($1::uuid[])) and not (adresse_livraison = any($2::text[]))`,
        [[...books.orders], [...books.uncertain]],
      ),
    );
    must(
      'I3',
      'an order entered once and taken twice',
      await ids('select adresse_livraison as id from orders.commandes where id_accord is null group by 1 having count(*) > 1'),
    );
    must('I4', 'stock and reserve that do not follow from the orders', await ids(WRONG_STOCK));
    must('I4', 'an order whose total is not what its lines cost', await ids(WRONG_TOTAL));
    must('I5', 'an order whose history jumps', await ids(BROKEN_HISTORY));
  }
  if (runs('orders') && runs('deliveries')) {
    must(
      'I3',
      'an order with two deliveries',
      await ids('select id_commande::text as id from deliveries.livraisons group by 1 having count(*) > 1'),
    );
    must('I5', 'a confirmed order without a delivery', await ids(NO_DELIVERY));
  }
  if (runs('analytics')) must('I4', 'figures that differ from the orders', await ids(WRONG_FIGURES));
  if (runs('email-intelligence')) {
    must('I1', 'a mail that arrived and was not read', await ids(MAILS_NOT_READ, [[...books.mails]]));
    must('I3', 'a mail that was stored twice', await ids(MAILS_TWICE));
  }
  const sends = await auditSends(rig, PLATFORM_NUMBER.phoneNumberId);
  const notices = runs('notifications') ? await auditNotices(rig, PLATFORM_NUMBER.phoneNumberId) : undefined;
  for (const audit of [sends, ...(notices ? [notices] : [])]) judgeSends(audit, must);
  must('I7', 'a row of another seller than its parent', await ids(STRANGERS));
  must('I7', 'rows that another seller sees', await peeped(rig, shops));
  const letters = await deadLetters(rig, runs);
  must(
    'I8',
    'dead letters',
    letters.filter((letter) => !planted.some((part) => letter.includes(part))),
  );
  must('I8', 'unhandled errors in a log', unhandled(rig));
  must(
    'I8',
    'idle in a transaction for more than 15 s',
    await ids(
      `select pid || ' ' || application_name as id from pg_stat_activity where state = 'idle in transaction' and now() - state_change > interval '15 s'`,
    ),
  );
  const [counted] = await rig.sql<{ messages: number; orders: number }>(
    `select (select count(*)::int from conversations.messages where direction_message = 'entrant') as messages, (select count(*)::int from orders.commandes) as orders`,
  );
  return {
    breaches,
    ...counted!,
    sends: sends.sends + (notices?.sends ?? 0),
    resent: sends.resent + (notices?.resent ?? 0),
  };
}

function judgeSends(audit: SendAudit, must: (invariant: Invariant, what: string, wrong: readonly string[]) => void): void {
  must('I6', 'taken by WhatsApp and of no row of ours', audit.strangers);
  must('I6', 'taken more often than counted', audit.uncountedRepetitions);
  must('I6', 'another status than WhatsApp told', audit.wrongStatus);
  must('I5', 'still under way', audit.stuck);
  must('I5', 'a status that went backwards', audit.backwards);
}

/** Of each variant: what came in less what open orders hold and finished ones took. */
const WRONG_STOCK = `
  with held as (
    select d.id_variante, sum(d.quantite_commandee) filter (where c.statut_commande in ('confirmee', 'en_preparation', 'prete', 'en_livraison', 'echec_livraison')) as reserve,
           sum(d.quantite_commandee) filter (where c.statut_commande = 'livree') as gone
      from orders.details_commande d join orders.commandes c using (id_commande) group by 1)
  select v.id_variante::text as id from orders.variantes_produit v left join held using (id_variante)
    join (select id_variante, sum(variation_stock) as first from orders.mouvements_stock where nature in ('initial', 'ajustement') group by 1) m using (id_variante)
   where v.stock_reserve <> coalesce(held.reserve, 0) or v.quantite_stock <> m.first - coalesce(held.gone, 0)`;
const WRONG_TOTAL = `
  select c.id_commande::text as id from orders.commandes c join orders.details_commande d using (id_commande) join orders.produits p using (id_produit)
   group by c.id_commande, c.montant_total having c.montant_total <> sum(p.prix_unitaire * d.quantite_commandee)`;
const BROKEN_HISTORY = `
  select id_commande::text as id from (
    select id_commande, statut_avant, lag(statut_apres) over (partition by id_commande order by id_etape) as before from orders.historique_commande) h
   where h.statut_avant is distinct from h.before`;
const NO_DELIVERY = `
  select c.id_commande::text as id from orders.commandes c where c.statut_commande <> 'annulee'
     and not exists (select from deliveries.livraisons l where l.id_commande = c.id_commande)`;
const WRONG_FIGURES = `
  select s.id_utilisateur || ': ' || coalesce(a.orders, 0) || ' of ' || s.orders as id
    from (select id_utilisateur, count(*) as orders, sum(montant_total) as money from orders.commandes group by 1) s
    left join (select id_utilisateur, sum(commandes_creees) as orders, sum(chiffre_affaires_genere) as money from analytics.sessions_analytiques group by 1) a using (id_utilisateur)
   where s.orders is distinct from a.orders or s.money is distinct from a.money`;
/** Read is stored, and told to whoever it concerns with what it means. */
const MAILS_NOT_READ = `
  select a as id from unnest($1::text[]) a
   where not exists (select from emails.emails_recus e join emails.analyses_emails using (id_email) where e.identifiant_message_email = a)`;
const MAILS_TWICE = `select identifiant_message_email as id from emails.emails_recus group by 1 having count(*) > 1`;
const STRANGERS = `
  select m.id_message::text as id from conversations.messages m join conversations.conversations c using (id_conversation) where m.id_utilisateur <> c.id_utilisateur
  union all select c.id_conversation::text from conversations.conversations c join conversations.prospects p using (id_prospect) where c.id_utilisateur <> p.id_utilisateur
  union all select d.id_ligne::text from orders.details_commande d join orders.commandes c using (id_commande) where d.id_utilisateur <> c.id_utilisateur
  union all select c.id_commande::text from orders.commandes c join conversations.prospects p using (id_prospect) where c.id_utilisateur <> p.id_utilisateur
  union all select l.id_livraison::text from deliveries.livraisons l join orders.commandes c using (id_commande) where l.id_utilisateur <> c.id_utilisateur`;

/** Signs in to the database as a service does for one seller, and looks for another's rows. */
async function peeped(rig: Rig, shops: readonly RigShop[]): Promise<string[]> {
  const tables: readonly [ServiceName, string][] = [
    ['conversations', 'messages'],
    ['conversations', 'prospects'],
    ['orders', 'commandes'],
    ['deliveries', 'livraisons'],
    ['notifications', 'notifications'],
    ['analytics', 'journaux_systeme'],
  ];
  const client = new Client({ connectionString: rig.postgres.urlOf(DATABASE_NAME) });
  await client.connect();
  const seen: string[] = [];
  try {
    for (const [service, table] of tables) {
      await client.query('begin');
      await client.query(`set local role ${requestRole(service)}`);
      await client.query(`select set_config('${SELLER_SETTING}', $1, true)`, [shops[0]!.sellerId]);
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from ${service}.${table} where id_utilisateur <> $1`,
        [shops[0]!.sellerId],
      );
      await client.query('rollback');
      if (rows[0]!.n > 0) seen.push(`${service}.${table}: ${rows[0]!.n}`);
    }
  } finally {
    await client.end();
  }
  return seen;
}

function unhandled(rig: Rig): string[] {
  return readdirSync(rig.dir.logs).flatMap((name) =>
    readFileSync(join(rig.dir.logs, name), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"event":"unhandled"') || /^(Uncaught|.*FATAL ERROR)/.test(line))
      .map((line) => `${name}: ${line.slice(0, 300)}`),
  );
}
