import 'reflect-metadata';
import { createLog } from './log.js';
import { readSandboxEnv, SandboxEnvError, type SandboxEnv } from './sandbox.env.js';
import { startSandbox } from './start-sandbox.js';

const STOP_WITHIN_MS = 1500;

async function main(): Promise<void> {
  const env = readOrExit();
  const log = createLog(env.logLevel);
  const running = await startSandbox(env, log).catch((error: unknown) => {
    log.fatal({ error: error instanceof Error ? error.message : String(error) }, 'the sandbox cannot start');
    process.exit(1);
  });
  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    // Every fact is already in the journal: leaving early loses nothing.
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ error: String(error) }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function readOrExit(): SandboxEnv {
  try {
    return readSandboxEnv(process.env);
  } catch (error) {
    if (!(error instanceof SandboxEnvError)) throw error;
    const log = createLog('info');
    for (const problem of error.problems) log.fatal(problem);
    process.exit(1);
  }
}

await main();
