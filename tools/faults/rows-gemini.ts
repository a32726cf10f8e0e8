import { type Facts, type Row, sleep, type Stage, until } from './stage.js';

interface Trouble {
  readonly name: string;
  /** As the sandbox plays it, until it is told otherwise. */
  readonly always: object;
}

const USAGE = { promptTokenCount: 900, candidatesTokenCount: 0, totalTokenCount: 900 };
/** Each is met by processes that have met none before: an outage or a spent quota is remembered by whoever met it. */
const TROUBLES: readonly Trouble[] = [
  { name: '429 with the time to wait', always: { error: 'quota-minute' } },
  { name: '503', always: { error: 'overloaded' } },
  { name: 'hang', always: { error: 'hang' } },
  { name: 'blocked', always: { body: { promptFeedback: { blockReason: 'PROHIBITED_CONTENT' }, usageMetadata: USAGE } } },
  {
    name: 'empty',
    always: { body: { candidates: [{ content: { role: 'model', parts: [] }, finishReason: 'STOP' }], usageMetadata: USAGE } },
  },
  { name: 'good', always: { text: 'Bonjour ! Que cherchez-vous ?' } },
  { name: '500', always: { error: 'internal' } },
  { name: 'reset', always: { error: 'reset' } },
  { name: '429 for the day', always: { error: 'quota-day' } },
  { name: 'a page instead of an answer', always: { body: '<html>502</html>', status: 502 } },
];
const OF_QUICK = 6;
const GREETINGS = 6;

/** Gemini is asked, and limits, breaks, hangs, refuses and says nothing: customers are answered all the same, once each, and what it cost is counted. */
async function geminiFaults(stage: Stage): Promise<Facts> {
  const { rig, crowd, shops, quick, say } = stage;
  const troubles = quick ? TROUBLES.slice(0, OF_QUICK) : TROUBLES;
  const asking = { GEMINI_API_KEY: 'sandbox', GEMINI_API_URL: rig.sandboxUrl };
  const calls = async () => (await rig.sandboxed<{ counts: { gemini: number } }>('GET', 'ledger/counts')).counts.gemini;
  const greeted: { waId: string; ms: number | undefined; trouble: string; shop: number }[] = [];
  const first = await calls();
  for (const { name, always } of troubles) {
    // All at once: each meets the trouble as its first, and nobody is left who met the one before. What waited meanwhile is asked about before anybody is greeted.
    const replicas = rig.of('conversations');
    await Promise.all(replicas.map((member) => member.stop()));
    await rig.sandboxed('POST', 'gemini/next', { always });
    const before = await calls();
    await Promise.all(replicas.map((member) => member.start(asking)));
    await Promise.all(replicas.map((member) => member.ready()));
    await Promise.all(
      Array.from({ length: GREETINGS }, async (_, n) => {
        const shop = n % shops.length;
        greeted.push({ ...(await crowd.greet(shops[shop]!)), trouble: name, shop });
      }),
    );
    const asked = (await calls()) - before;
    if (asked === 0) stage.broken('I8', 'Gemini was not asked', [name]);
    say(
      `${name}: asked ${asked} times, all answered after ${Math.round(Math.max(...greeted.slice(-GREETINGS).map(({ ms }) => ms ?? Infinity)))} ms`,
    );
  }
  await Promise.all(rig.of('conversations').map((member) => member.restart()));
  await rig.allReady();
  await sleep(1);
  await answeredOnce(stage, greeted);
  const spent = await countedTokens(stage);
  return {
    troubles: troubles.map(({ name }) => name).join(', '),
    'calls of Gemini': (await calls()) - first,
    greetings: greeted.length,
    ...spent,
  };
}

/** Each customer has one answer, and has it on his phone. What was sent once more and counted is still one answer. */
async function answeredOnce(
  { rig, crowd, shops, broken }: Stage,
  greeted: readonly { waId: string; trouble: string; shop: number }[],
): Promise<void> {
  const rows = await rig.sql<{ wa: string; n: number }>(
    `select c.adresse_whatsapp as wa, count(*)::int as n from conversations.messages m join conversations.conversations c using (id_conversation)
      where m.direction_message = 'sortant' and c.adresse_whatsapp = any($1::text[]) group by 1`,
    [greeted.map(({ waId }) => waId)],
  );
  const answers = new Map(rows.map(({ wa, n }) => [wa, n]));
  const line = ({ waId, trouble }: (typeof greeted)[number]) => `${waId}, ${trouble}`;
  const doubled = greeted.filter(({ waId }) => (answers.get(waId) ?? 0) > 1);
  const lost = [];
  for (const one of greeted) {
    const answered = await until(async () => (await crowd.said(shops[one.shop]!, one.waId)).length > 0, 20);
    if (!answered) lost.push(one);
  }
  if (lost.length > 0) broken('I1', 'a customer without an answer', lost.map(line));
  if (doubled.length > 0) broken('I3', 'a customer answered twice', doubled.map(line));
}

/** What the sellers' days hold is what was told of each call. */
async function countedTokens({ rig, broken }: Stage): Promise<Facts> {
  const [row] = await rig.sql<{ counted: number; told: number; calls: number }>(
    `with told as (select payload::jsonb as p from conversations.outbox_sent where subject = 'conversations.api-used'
                   union all select payload::jsonb from conversations.outbox where subject = 'conversations.api-used')
     select (select coalesce(sum(jetons), 0)::float8 from conversations.consommation_ia) as counted,
            coalesce(sum((p->>'inputTokens')::int + (p->>'outputTokens')::int), 0)::float8 as told,
            coalesce(sum((p->>'calls')::int), 0)::int as calls
       from told where p->>'provider' = 'gemini'`,
  );
  const { counted, told, calls } = row!;
  if (counted !== told || told === 0)
    broken('I4', 'tokens that were not counted in a seller’s day', [`${counted} counted, ${told} told`]);
  return { 'calls told': calls, 'tokens counted': counted };
}

export const geminiRows: readonly Row[] = [
  {
    name: 'gemini',
    strikes: 'Gemini answers 429, 503 and 500, hangs, resets, blocks, says nothing; the offline assistant answers',
    perSecond: 4,
    strike: geminiFaults,
  },
];
