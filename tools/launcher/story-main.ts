import { loadEnv, rules, variable } from '#service';
import { Progress } from './progress.js';
import { playStory, registerPlatformNumber } from './story.js';

/** What the story needs where it is not the launcher that plays it (the container deployment). */
class StoryEnv {
  @variable('GATEWAY_URL', rules.url('http', 'https'), 'the API') gatewayUrl!: string;
  @variable('SANDBOX_URL', rules.url('http', 'https'), 'the sandbox') sandboxUrl!: string;
  @variable('DATABASE_URL', rules.url('postgres', 'postgresql'), 'administrator, to see what was written', { secret: true })
  databaseUrl!: string;
  @variable('SELLER_PASSWORD', rules.text('10 characters or more', /.{10}/), "Kouadio's password", { secret: true })
  sellerPassword!: string;
}

try {
  const { gatewayUrl, sandboxUrl, databaseUrl, sellerPassword } = loadEnv(StoryEnv);
  const progress = new Progress((text) => process.stdout.write(text));
  await registerPlatformNumber(sandboxUrl);
  await playStory(
    {
      gatewayUrl,
      sandboxUrl,
      adminUrl: () => databaseUrl,
      sellerEmail: 'kouadio@gmail.com',
      sellerPassword,
      aborted: new AbortController().signal,
    },
    progress,
  );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
