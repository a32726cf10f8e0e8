import {
  AddProspect,
  EraseProspect,
  GetProspect,
  ListProspects,
  MergeProspects,
  OptInProspect,
  OptOutProspect,
  UpdateProspect,
} from '#contracts';
import { asks } from '../route.js';

const prospects = { tag: 'Prospects', scope: 'conversations' } as const;

export const prospectRoutes = [
  asks('GET /v1/prospects', ListProspects, prospects),
  asks('POST /v1/prospects', AddProspect, { ...prospects, status: 201 }),
  asks('GET /v1/prospects/:prospectId', GetProspect, prospects),
  asks('PATCH /v1/prospects/:prospectId', UpdateProspect, prospects),
  asks('DELETE /v1/prospects/:prospectId', EraseProspect, { ...prospects, status: 204 }),
  asks('POST /v1/prospects/:prospectId/opt-out', OptOutProspect, prospects),
  asks('POST /v1/prospects/:prospectId/opt-in', OptInProspect, prospects),
  asks('POST /v1/prospects/:prospectId/merge', MergeProspects, prospects),
];
