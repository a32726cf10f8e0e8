import type { EMAIL_ACT_STATES, EMAIL_ACTS, EmailActView } from '#contracts';

type Act = (typeof EMAIL_ACTS)[number];
export type StoredAct = 'repondre' | 'archiver';
type StoredState = 'en_attente' | 'en_cours' | 'incertaine' | 'faite' | 'echec';

export const STORED: Readonly<Record<Act, StoredAct>> = { reply: 'repondre', archive: 'archiver' };
const SHOWN: Readonly<Record<StoredAct, Act>> = { repondre: 'reply', archiver: 'archive' };

const STATES: Readonly<Record<StoredState, (typeof EMAIL_ACT_STATES)[number]>> = {
  en_attente: 'pending',
  en_cours: 'pending',
  incertaine: 'pending',
  faite: 'done',
  echec: 'failed',
};

/** An act as its table tells it to people. */
export interface ActRow {
  id: string;
  type: StoredAct;
  etat: StoredState;
  problem: string | null;
  createdAt: Date;
  endedAt: Date | null;
}

/** Columns of {@link ActRow}. */
export const ACT_COLUMNS = `id_action as id, type, etat, explication as problem, date_creation as "createdAt", date_fin as "endedAt"`;

export const actView = ({ id, type, etat, problem, createdAt, endedAt }: ActRow): EmailActView => ({
  id,
  act: SHOWN[type],
  state: STATES[etat],
  ...(problem === null ? {} : { problem }),
  createdAt: createdAt.toISOString(),
  ...(etat === 'faite' && endedAt ? { doneAt: endedAt.toISOString() } : {}),
});
