import { Injectable } from '@nestjs/common';
import { OnEvent } from '#bus';
import { SessionEndedV1 } from '#contracts';
import { Database } from '#database';
import { GatewayEnv } from '../gateway.env.js';
import { within } from './within.js';

/** Longer than an access token runs, from when we heard of the end. */
export const KEPT_MINUTES = 15;
/** What another replica heard is known here after this. */
const LOOK_MS = 2_000;

/** Sessions that ended a short while ago: access tokens of theirs still run, and are not to open anything. Looked up only while people come. */
@Injectable()
export class EndedSessions {
  private ended: ReadonlySet<string> = new Set();
  private lookedAt = -Infinity;
  private looking: Promise<void> = Promise.resolve();
  private reading?: Promise<void>;

  constructor(
    private readonly db: Database,
    private readonly env: GatewayEnv,
  ) {}

  /** The replica that hears of it knows at once. */
  @OnEvent(SessionEndedV1)
  async hear({ sessionId }: SessionEndedV1): Promise<void> {
    await this.db.run('insert into sessions_finies (id_session) values ($1) on conflict do nothing', [sessionId]);
    this.db.afterCommit(() => {
      this.ended = new Set([...this.ended, sessionId]);
      // What is being read may be from before; nobody relies on it.
      this.lookedAt = -Infinity;
      this.reading = undefined;
    });
  }

  /** True when this session is over; while the database is away, by what was known before. */
  async has(sessionId: string): Promise<boolean> {
    if (performance.now() - this.lookedAt > LOOK_MS) {
      this.lookedAt = performance.now();
      this.looking = within(this.env.databasePatienceMs, (this.reading ??= this.read())).catch(() => undefined);
    }
    await this.looking;
    return this.ended.has(sessionId);
  }

  /** One round for all who ask meanwhile, however long it takes. */
  private read(): Promise<void> {
    const reading = this.db
      .asWorker(() =>
        this.db.rows<{ id: string }>(
          `select id_session as id from sessions_finies where date_fin > now() - interval '${KEPT_MINUTES} minutes'`,
        ),
      )
      .then((rows) => {
        if (this.reading === reading) this.ended = new Set(rows.map(({ id }) => id));
      })
      .finally(() => {
        if (this.reading === reading) this.reading = undefined;
      });
    return reading;
  }
}
