import type { Row } from './row.js';
import { figure, spreadOf, told } from './statistics.js';
import { compareValidation } from './validation.js';

export const validationRow: Row = {
  name: 'validation',
  title: 'Validation',
  says: 'Checking one order.confirmed: compiled from the contract, as every event is checked on its way out and in, beside the same rules interpreted by class-validator.',
  run({ quick }) {
    const rounds = compareValidation(quick ? 3 : 7, quick ? 2_000 : 20_000);
    const [interpreted, compiled] = [spreadOf(rounds.map(([slow]) => slow)), spreadOf(rounds.map(([, fast]) => fast))];
    return Promise.resolve({
      table: [
        ['', 'µs'],
        ['compiled from the contract', told(compiled)],
        ['interpreted by class-validator', told(interpreted)],
        ['times faster', figure(interpreted.median / compiled.median)],
      ],
      facts: { interpreted, compiled },
      bars: [],
    });
  },
};
