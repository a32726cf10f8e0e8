import { FiguresUpdatedV1, GetApiUsage, GetFigures, GetRecentFigures, ListJournal, type Manifest } from '#contracts';

export const analyticsManifest: Manifest = {
  service: 'analytics',
  says: 'Daily figures, audit trail and API use: built from events and nothing else.',
  publishes: [FiguresUpdatedV1],
  consumes: 'every',
  answers: [GetFigures, GetRecentFigures, ListJournal, GetApiUsage],
  asks: [],
};
