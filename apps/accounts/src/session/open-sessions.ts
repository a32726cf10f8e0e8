import { Injectable } from '@nestjs/common';
import { type Caller, DomainError, notFound, type OpenSessionView } from '#contracts';
import { Database } from '#database';
import { Credentials } from './credentials.js';
import { Sessions } from './sessions.js';
import { signedIn } from './signed-in.js';

/** Sessions in one answer. */
const MOST_LISTED = 200;

interface Row {
  id_session: string;
  programme: string | null;
  adresse_reseau: string | null;
  date_creation: Date;
  date_derniere_utilisation: Date;
}

/** Where a member is signed in. Sessions are for the worker's role alone, so every statement here names the member. */
@Injectable()
export class OpenSessions {
  constructor(
    private readonly db: Database,
    private readonly credentials: Credentials,
    private readonly sessions: Sessions,
  ) {}

  /** Last used first; those whose refresh token has expired are over. */
  async list(caller: Caller): Promise<OpenSessionView[]> {
    const { memberId, sessionId } = signedIn(caller);
    const rows = await this.db.asWorker(() =>
      this.db.rows<Row>(
        `select id_session, programme, adresse_reseau, date_creation, date_derniere_utilisation from sessions s
         where id_membre = $1 and date_fin is null and exists (
           select from jetons_renouvellement j where j.id_session = s.id_session and j.date_utilisation is null and j.date_expiration > now())
         order by date_derniere_utilisation desc limit ${MOST_LISTED}`,
        [memberId],
      ),
    );
    return rows.map((row) => ({
      id: row.id_session,
      current: row.id_session === sessionId,
      ...(row.programme ? { userAgent: row.programme } : {}),
      ...(row.adresse_reseau ? { address: row.adresse_reseau } : {}),
      createdAt: row.date_creation.toISOString(),
      lastUsedAt: row.date_derniere_utilisation.toISOString(),
    }));
  }

  /** @throws DomainError SESSION_NOT_FOUND when it is another member's, or over; SESSION_ENDED when the caller's is */
  async end(caller: Caller, sessionId: string): Promise<void> {
    const { memberId } = signedIn(caller);
    const ended = await this.db.asWorker(async () => {
      await this.enter(caller);
      return this.sessions.endOne(memberId, sessionId);
    });
    if (!ended) throw notFound('session', sessionId);
  }

  /** Ends all but the one the request is made with. @returns how many ended @throws DomainError SESSION_ENDED */
  async endOthers(caller: Caller): Promise<number> {
    const { memberId, sessionId } = signedIn(caller);
    return this.db.asWorker(async () => {
      await this.enter(caller);
      return this.sessions.endAll(memberId, 'fermee', sessionId);
    });
  }

  /** Makes endings take turns and checks that the caller's own session is not over: whose was put out must not put the others out with the token he still has. */
  private async enter(caller: Caller): Promise<void> {
    const { memberId, sessionId } = signedIn(caller);
    await this.credentials.lock(memberId);
    const [open] = await this.db.rows(
      'select 1 as found from sessions where id_session = $1 and id_membre = $2 and date_fin is null',
      [sessionId, memberId],
    );
    if (!open) throw new DomainError('SESSION_ENDED', 'unauthenticated');
  }
}
