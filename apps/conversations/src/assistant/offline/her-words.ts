import type { Session } from './session.js';

/** So much of what she wrote is quoted to the shop, or kept for a question back. */
const QUOTED = 240;

/** What she wrote this time, in one line and as long as it is quoted. */
export const herWords = (session: Session): string =>
  session.turn.inbound
    .map(({ text }) => text.trim())
    .join(' ')
    .slice(0, QUOTED);
