import { absent, type Check, counted, findingOf, NOTHING, rowsOf } from './check.js';

/** A webhook may come before the news that its number was linked: until then it is nobody's and nothing is wrong. */
const PATIENCE_HOURS = 1;

interface Kept {
  number: string;
  messages: number;
  since: Date;
  late: boolean;
}

/** What customers wrote to a business number that no shop has linked: somebody waits for an answer that nobody will give. */
export const unknownNumbers: Check = {
  key: 'unknown-numbers',
  title: 'messages to numbers that no shop has linked',
  run: async (patient) => {
    const elsewhere = absent(patient, 'conversations');
    if (elsewhere) return findingOf(NOTHING, [], [elsewhere]);
    const rows = await rowsOf<Kept>(
      patient,
      `select phone_number_id as number, count(*)::int as messages, min(recu_le) as since, min(recu_le) < now() - interval '${PATIENCE_HOURS} hours' as late
       from conversations.mises_a_jour_gardees where motif = 'numero_inconnu' and contenu->'event'->>'kind' = 'message'
       group by phone_number_id order by since`,
    );
    return findingOf(
      counted(rows.length, 'number'),
      rows
        .filter(({ late }) => late)
        .map(({ number, messages, since }) => ({ n: messages, text: `to number ${number}, since ${since.toISOString()}` })),
    );
  },
};
