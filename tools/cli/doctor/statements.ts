import { absent, counted, NOTHING, type Check, findingOf, type Patient, rowsOf } from './check.js';

/** A check that is a list of statements, each giving `id` of what is wrong. */
export function statements(
  key: string,
  title: string,
  schemas: readonly string[],
  wrong: Readonly<Record<string, string>>,
): Check {
  return {
    key,
    title,
    run: async (patient: Patient) => {
      const elsewhere = absent(patient, ...schemas);
      if (elsewhere) return findingOf(NOTHING, [], [elsewhere]);
      const lines: { n: number; text: string }[] = [];
      for (const [text, sql] of Object.entries(wrong)) {
        const [found] = await rowsOf<{ n: number; some: string[] | null }>(
          patient,
          `select count(*)::int as n, (array_agg(id::text))[1:3] as some from (${sql}) w`,
        );
        lines.push({ n: found!.n, text: `${text}: ${(found!.some ?? []).join(', ')}` });
      }
      return findingOf(counted(lines.length, 'rule'), lines);
    },
  };
}
