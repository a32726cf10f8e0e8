import { GetApiUsage, GetFigures, ListJournal } from '#contracts';
import { asks } from '../route.js';

const figures = { tag: 'Figures', scope: 'figures' } as const;

export const figureRoutes = [
  asks('GET /v1/figures', GetFigures, figures),
  asks('GET /v1/journal', ListJournal, figures),
  asks('GET /v1/api-usage', GetApiUsage, figures),
];
