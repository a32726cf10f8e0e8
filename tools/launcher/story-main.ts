import { Client } from 'pg';
import { loadEnv, rules, variable } from '#service';
import { KOUADIO } from './cast.js';
import { Progress } from './progress.js';
import { playStory, registerPlatformNumber } from './story.js';
import { isSandbox } from './trial-secrets.js';

/** What the story needs where it is not the launcher that plays it (the container deployment). */
class StoryEnv {
  @variable('GATEWAY_URL', rules.url('http', 'https'), 'the API') gatewayUrl!: string;
  @variable('SANDBOX_URL', rules.url('http', 'https'), 'the sandbox') sandboxUrl!: string;
  @variable('WHATSAPP_API_URL', rules.url('http', 'https'), 'where the services send messages') whatsappUrl!: string;
  @variable('DATABASE_URL', rules.url('postgres', 'postgresql'), 'administrator, to see what was written', { secret: true })
  databaseUrl!: string;
  @variable('SELLER_PASSWORD', rules.text('10 characters or more', /.{10}/), "Kouadio's password", { secret: true })
  sellerPassword!: string;
  @variable('PUBLIC_GATEWAY_URL', rules.url('http', 'https'), 'the API, as a browser on this machine reaches it')
  publicGateway!: string;
  @variable('PUBLIC_SANDBOX_URL', rules.url('http', 'https'), 'the phones, likewise') publicSandbox!: string;
}

/** The story's last line is Kouadio's figure for his mail: with that and an order it has been played to its end. */
async function wasPlayed(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select 1 from sessions_analytiques join utilisateurs_fluxasync using (id_utilisateur)
       where adresse_email = $1 group by id_utilisateur having sum(commandes_creees) >= 1 and sum(emails_traites) >= 1`,
      [KOUADIO.email],
    );
    return rowCount === 1;
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  const { gatewayUrl, sandboxUrl, whatsappUrl, databaseUrl, sellerPassword, publicGateway, publicSandbox } = loadEnv(StoryEnv);
  // A seller who does not exist has no business in a database of real ones.
  if (!isSandbox(whatsappUrl)) throw new Error(`the story is played with the sandbox only; WHATSAPP_API_URL is ${whatsappUrl}`);
  const progress = new Progress((text) => process.stdout.write(text));
  await registerPlatformNumber(sandboxUrl);
  if (await wasPlayed(databaseUrl)) {
    progress.line('The story has been played already; nothing is played twice.');
  } else {
    const adminUrl = () => databaseUrl;
    const aborted = new AbortController().signal;
    await playStory({ gatewayUrl, sandboxUrl, adminUrl, sellerPassword, aborted }, progress);
  }
  progress.line(`\nAPI ${publicGateway}   phones ${publicSandbox}\nsign in as ${KOUADIO.email} with ${sellerPassword}`);
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
