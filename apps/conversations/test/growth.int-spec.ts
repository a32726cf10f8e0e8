import { newId } from '#database';
import type { RunningService } from '#service';
import { eventually, type World } from '#testing';
import type { FakeWhatsApp } from './fake-whatsapp.js';
import { Customer, Shop } from './shop.js';
import { startStage, type Stage } from './stage.js';

const PEOPLE = 4_000;
const MESSAGES_EACH = 10;
/** Those of one customer who writes a lot. */
const OF_ONE = 10_000;
/** Rows that one statement writes: a slow machine must not be told that it takes too long. */
const AT_ONCE = 2_500;
/** A connection that rests tells what it read after ten seconds at the latest. */
const TOLD_AFTER_MS = 10_500;

/** Tables that grow with messages and people. */
const GROWING = [
  'messages',
  'conversations',
  'prospects',
  'identites_prospect',
  'passages_conversation',
  'couts_messages',
  'statuts_recus',
];

describe('with forty thousand messages stored', () => {
  let world: World;
  let whatsapp: FakeWhatsApp;
  let service: RunningService;
  let stop: Stage['stop'];
  let shop: Shop;

  beforeAll(async () => {
    ({ world, whatsapp, service, stop } = await startStage());
    shop = await new Shop(world, service).open();
    await store();
  }, 180_000);

  afterAll(() => stop?.());

  /** People who wrote and were answered, as rows. */
  async function store(): Promise<void> {
    const people = Array.from({ length: PEOPLE }, () => ({ prospect: newId(), conversation: newId() }));
    const ids = [people.map(({ prospect }) => prospect), people.map(({ conversation }) => conversation)];
    await shop.rows(
      `insert into prospects (id_prospect, id_utilisateur, numero_telephone, nom_complet, source_acquisition)
       select id, $2, '+22507' || (20000000 + o), 'Cliente ' || o, 'direct' from unnest($1::uuid[]) with ordinality t(id, o)`,
      [ids[0], shop.sellerId],
    );
    await shop.rows(
      `insert into identites_prospect (id_utilisateur, type_identite, valeur, id_prospect)
       select $2, 'wa_id', '22507' || (20000000 + o), id from unnest($1::uuid[]) with ordinality t(id, o)`,
      [ids[0], shop.sellerId],
    );
    await shop.rows(
      `insert into conversations (id_conversation, id_prospect, id_utilisateur, id_compte_whatsapp, dernier_entrant, date_dernier_message)
       select c, p, $3, $4, now() - interval '1 day', now() - interval '1 day' from unnest($1::uuid[], $2::uuid[]) t(p, c)`,
      [...ids, shop.sellerId, shop.accountId],
    );
    const write = (conversations: string[], before: number, each: number) =>
      shop.rows(
        `insert into messages (id_message, id_conversation, id_utilisateur, contenu_message, direction_message, genere_par_ia, date_creation, date_enregistrement, type_message,
                               phone_number_id, wamid, statut_message)
         select gen_random_uuid(), c, $2, 'Bonjour, vous avez la Nike Air Max ?', case n % 2 when 1 then 'entrant' else 'sortant' end, n % 2 = 0,
                ecrit, ecrit, 'text', $3, 'wamid.' || gen_random_uuid(), case n % 2 when 1 then 'recu' else 'lu' end
           from unnest($1::uuid[]) c, generate_series(1, $5) n
                cross join lateral (select now() - interval '1 day' - ($4 + n) * interval '1 minute' as ecrit) t`,
        [conversations, shop.sellerId, shop.phoneNumberId, before, each],
      );
    const byStatement = AT_ONCE / MESSAGES_EACH;
    for (let from = 0; from < PEOPLE; from += byStatement) await write(ids[1]!.slice(from, from + byStatement), 0, MESSAGES_EACH);
    for (let before = MESSAGES_EACH; before < OF_ONE; before += AT_ONCE) await write(ids[1]!.slice(0, 1), before, AT_ONCE);
    await service.db.dataSource.query('analyze conversations.messages, conversations.conversations, conversations.prospects');
  }

  /** How often each growing table was read from end to end so far; the server tells with some seconds' delay. */
  async function readWhole(): Promise<Map<string, number>> {
    await new Promise((resolve) => setTimeout(resolve, TOLD_AFTER_MS));
    const rows = await shop.rows<{ relname: string; seq_scan: string }>(
      'select relname, seq_scan from pg_stat_user_tables where schemaname = $1 and relname = any($2)',
      ['conversations', GROWING],
    );
    return new Map(rows.map(({ relname, seq_scan }) => [relname, Number(seq_scan)]));
  }

  it('a customer is heard, answered and asked for her order without any table being read from end to end', async () => {
    const known = new Customer(whatsapp, 'Cliente 1', '2250720000001');
    const unknown = new Customer(whatsapp, 'Awa');
    const before = await readWhole();
    for (const one of [known, unknown]) {
      await one.writes(shop, 'Bonjour, la Nike Air Max 90 en 38 est à combien ?');
      await one.reads(/45\.000 FCFA/, 30_000);
      await one.writes(shop, "Oui je la prends, livrez à Cocody, Angré 7ème tranche, près de l'école");
      await one.reads(/récapitulatif/, 30_000);
      await one.writes(shop, 'Oui je confirme');
      await eventually(async () => expect(whatsapp.to(one.phone).length).toBeGreaterThanOrEqual(3), {
        withinMs: 30_000,
      });
    }
    expect(await readWhole()).toEqual(before);
  }, 240_000);
});
