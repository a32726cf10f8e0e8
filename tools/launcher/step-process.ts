import { join } from 'node:path';
import { endProcess } from '../../libs/testing/src/processes.js';
import { spawnTied, tailOf } from '../../libs/testing/src/processes-spawn.js';
import type { Ledger } from './ledger.js';

/** Something run once and to its end before the services start: migrations, streams. */
export interface StepSpec {
  /** Names its log file. */
  readonly name: string;
  /** What it does, for the reader. */
  readonly title: string;
  /** Absolute path of the compiled script, and its arguments. */
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The step ended with an error; the message carries the end of its log. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

/** Runs the step; a stop meanwhile ends it. Throws StepFailed. */
export async function runStep(spec: StepSpec, place: { logs: string; ledger: Ledger }, aborted: AbortSignal): Promise<void> {
  aborted.throwIfAborted();
  const logFile = join(place.logs, `${spec.name}.log`);
  const step = await spawnTied(process.execPath, ['--enable-source-maps', spec.script, ...spec.args], { logFile, env: spec.env });
  place.ledger.add(spec.name, 'step', step.identity);
  const stop = () => void endProcess(step.identity, { graceMs: 3_000 });
  aborted.addEventListener('abort', stop, { once: true });
  const how = await step.ended;
  aborted.removeEventListener('abort', stop);
  place.ledger.remove(spec.name);
  aborted.throwIfAborted();
  if (how !== 0) throw new StepFailed(`${spec.title} failed (${how}). The end of ${logFile}:\n${tailOf(logFile)}`);
}
