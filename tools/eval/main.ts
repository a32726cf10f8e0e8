import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Dialogue, type Half, HALVES, readDialogues } from './dialogue.js';
import { type Outcome, play } from './play.js';
import { isGood, percent, scoreOf, tables, transcript, writePage } from './report.js';
import { Stage } from './stage.js';

/** Dialogues that are held at the same time. */
const SIDE_BY_SIDE = 12;

const { values: options } = parseArgs({
  options: {
    half: { type: 'string' },
    only: { type: 'string' },
    transcript: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});

/** Root of the project, from the sources as from dist/. */
const ROOT = process.cwd();

/** Offline always; Gemini where there is a key. */
const ENGINES: { name: string; env: NodeJS.ProcessEnv }[] = [
  { name: 'offline', env: {} },
  ...(process.env.GEMINI_API_KEY
    ? [
        {
          name: 'gemini',
          env: Object.fromEntries(
            ['GEMINI_API_KEY', 'GEMINI_API_URL', 'GEMINI_MODEL'].flatMap((key) =>
              process.env[key] ? [[key, process.env[key]]] : [],
            ),
          ),
        },
      ]
    : []),
];

process.exitCode = await main();

async function main(): Promise<number> {
  const half = options.half as Half | undefined;
  if (half && !HALVES.includes(half)) throw new Error(`--half is ${HALVES.join(' or ')}`);
  const dialogues = (half ? [half] : HALVES)
    .flatMap((one) => readDialogues(one))
    .filter(({ name, covers }) => !options.only || name.includes(options.only) || covers.includes(options.only));
  if (dialogues.length === 0) throw new Error('no such dialogue');
  const sections: string[] = [];
  let good = true;
  for (const engine of ENGINES) {
    const started = Date.now();
    const { outcomes, model } = await playAll(dialogues, engine.env);
    good &&= isGood(outcomes);
    tell(outcomes);
    const seconds = Math.round((Date.now() - started) / 1_000);
    const answered =
      engine.name === 'offline' ? '' : `The model answered ${model} calls; where it did not, the offline assistant has.\n\n`;
    sections.push(`## Engine: ${engine.name}\n\n${answered}${tables(outcomes)}`);
    const { passed, wrongPrices } = scoreOf(outcomes);
    console.log(
      `\n${sections.at(-1)}\n\n${engine.name}: ${passed} of ${outcomes.length} (${percent(passed, outcomes.length)}), ${wrongPrices} wrong prices, ${seconds} s`,
    );
  }
  // A part says nothing about the whole.
  if (!half && !options.only) writePage(join(ROOT, 'docs/evaluation.md'), [heading(), ...sections].join('\n\n'));
  return good ? 0 : 1;
}

async function playAll(dialogues: Dialogue[], env: NodeJS.ProcessEnv) {
  const stage = await Stage.open(env);
  try {
    const waiting = [...dialogues.entries()];
    const outcomes: Outcome[] = [];
    const hold = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) outcomes[next[0]] = await play(stage, next[1]);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, hold));
    return { outcomes, model: await stage.modelCalls() };
  } finally {
    await stage.close();
  }
}

/** Failed dialogues, or all of them with --transcript; what was said in the held-out half is shown only where it is asked for by name. */
function tell(outcomes: Outcome[]): void {
  for (const outcome of outcomes) {
    const failed = outcome.failures.length > 0;
    const mayShow = outcome.dialogue.half === 'tuning' || options.only !== undefined || outcome.wrongPrices.length > 0;
    if ((options.transcript || (failed && options.verbose)) && mayShow) console.log(`${transcript(outcome)}\n`);
    else if (failed) console.log(`✗ ${outcome.dialogue.name} (${outcome.dialogue.half})`);
  }
}

function heading(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return `Played on ${new Date().toISOString().slice(0, 10)} with version ${version}.`;
}
