import { SERVICES, type ServiceName } from '#contracts';
import { arm as armDatabase, isRestoredCopy } from '#database';
import type { Command } from './command.js';
import { CliError } from './errors.js';
import { titleOf } from './settings.js';
import { withServiceDatabase } from './sql.js';

const HELP = `npm run fluxasync -- arm [--database NAME] [--yes]

Ends safe mode: from now on this database is the platform, and services on it write to customers, couriers and sellers. Do it only when
the original is gone for good, or two platforms would write to the same people. Services read it when they start: restart them.

  --yes       do not ask
`;

export const arm: Command = {
  name: 'arm',
  summary: 'end the safe mode of a restored copy',
  help: HELP,
  options: { yes: { type: 'boolean' } },
  words: { min: 0, max: 0 },
  run: async (args, { settings, out, ask }) => {
    const copies: ServiceName[] = [];
    for (const service of SERVICES)
      if (await withServiceDatabase(settings.adminUrl(service), service, isRestoredCopy)) copies.push(service);
    if (copies.length === 0) {
      out.line('  Nothing to do: this is no restored copy, or it is armed already.');
      return;
    }
    const title = titleOf(settings.adminUrl(copies[0]!));
    const name = title.slice(title.indexOf('/') + 1);
    out.note(`${title} is a restored copy. Armed, it writes to the same customers as its original.`);
    if (!args.flag('yes')) {
      const answer = await ask(`Type its name (${name}) to arm it: `);
      if (answer === undefined) throw new CliError('Nobody sits at the terminal to confirm: say --yes.');
      if (answer.trim() !== name) throw new CliError('Not armed.');
    }
    for (const service of copies) await withServiceDatabase(settings.adminUrl(service), service, armDatabase);
    out.line(`  ✓ ${title} is armed (${copies.length} schemas). Restart its services: they read it when they start.`);
  },
};
