import { reopened } from '../draft.js';
import { toldToCourier } from '../for-the-courier.js';
import { Session } from './session.js';

const WISHED = 'souhaité ';

export const isWishedDay = (note: string): boolean => note.startsWith(WISHED);

/** The day she wishes goes with her order; of several days the last one counts. @param when in her words @returns the session it was given */
export function keepWishedDay(session: Session, when: string): Session {
  const others = session.draft.forCourier?.filter((note) => !isWishedDay(note));
  const before = { ...session.draft, ...(others ? { forCourier: others } : {}) };
  session.draft = { ...reopened(before), ...toldToCourier(before, { notes: [`${WISHED}${when}`] }) };
  return session;
}
