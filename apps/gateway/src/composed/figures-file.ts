import { stringify } from 'csv-stringify/sync';
import { type FiguresView, GetFigures } from '#contracts';
import type { Ask, TextFile } from '../api/route.js';

/** The days a seller wants in a file: as for the figures themselves. */
export class AsksFiguresFile extends GetFigures {}

const COLUMNS: { key: keyof FiguresView; header: string }[] = [
  { key: 'day', header: 'Jour' },
  { key: 'messagesReceived', header: 'Messages reçus' },
  { key: 'ordersCreated', header: 'Commandes créées' },
  { key: 'revenue', header: "Chiffre d'affaires (FCFA)" },
  { key: 'emailsProcessed', header: 'E-mails traités' },
];

/** The daily figures as a spreadsheet opens them: semicolons, as a French Excel expects, and a byte order mark, by which it knows UTF-8. */
export async function figuresFile(question: AsksFiguresFile, ask: Ask): Promise<TextFile> {
  const { days } = await ask(GetFigures, question);
  const [from, to] = [question.from ?? days[0]?.day, question.to ?? days.at(-1)?.day];
  return {
    name: `${['chiffres', from, to].filter(Boolean).join('_')}.csv`,
    text: stringify(days, { columns: COLUMNS, header: true, delimiter: ';', bom: true, record_delimiter: 'windows' }),
  };
}
