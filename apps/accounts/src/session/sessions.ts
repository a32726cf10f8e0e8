import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Outbox } from '#bus';
import { type Caller, DomainError, fact, SessionEndedV1, type SessionView } from '#contracts';
import { Database, newId } from '#database';
import { LOGGER } from '#service';
import { AccountsEnv } from '../accounts.env.js';
import { ROLE, type StoredRole } from '../team/member.entity.js';
import { ACCESS_SECONDS, AccessTokens, type TokenHolder } from './access-tokens.js';
import { fingerprintOf, newRefreshToken } from './refresh-token.js';

/** A client that lost the answer, or two tabs, submit the newest token twice: within this time that is no theft, and the answer is given anew. */
const GRACE_SECONDS = 10;

/** Why a session ended: signed out, a copied token, ended from the list, a new password, its member removed or demoted. */
type EndReason = 'deconnexion' | 'jeton_reutilise' | 'fermee' | 'mot_de_passe' | 'equipe';

interface KnownToken {
  id_session: string;
  id_utilisateur: string;
  id_membre: string;
  /** As it is now, not as it was at sign-in. */
  role: StoredRole;
  ended: boolean;
  expired: boolean;
  used: boolean;
  /** Used a moment ago, and nothing that came of it was used yet. */
  in_grace: boolean;
  /** Never used; its answer was asked for again, and another token given in its place. */
  replaced: boolean;
}

/** Where a request comes from, as a session keeps it. */
const originOf = ({ userAgent, address }: Pick<Caller, 'userAgent' | 'address'>) => [
  userAgent?.slice(0, 200) ?? null,
  address?.slice(0, 60) ?? null,
];

const refused = () => new DomainError('SESSION_ENDED', 'unauthenticated');

/**
 * Sessions: one row for each sign-in, and under it the family of refresh tokens that came one from another. Each token is good once, and one at a time is
 * good. A used one that comes back, or one that was replaced, means that somebody else holds a copy, and nobody can tell who is the thief: the whole family ends.
 */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly tokens: AccessTokens,
    private readonly env: AccountsEnv,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Begins a session of a member, in the open transaction or one of its own. */
  async open(member: Omit<TokenHolder, 'sessionId'>, caller: Caller): Promise<SessionView> {
    const holder = { ...member, sessionId: newId() };
    const refreshToken = await this.db.asWorker(async () => {
      await this.db.run(
        'insert into sessions (id_session, id_utilisateur, id_membre, programme, adresse_reseau) values ($1, $2, $3, $4, $5)',
        [holder.sessionId, holder.sellerId, holder.memberId, ...originOf(caller)],
      );
      return this.addToken(holder);
    });
    return this.view(holder, refreshToken);
  }

  /** Trades a refresh token for the next pair. @throws DomainError SESSION_ENDED: unknown, expired, ended, or used before or replaced (which ends the family) */
  async refresh(token: string, caller: Caller): Promise<SessionView> {
    const next = await this.db.asWorker(async () => {
      const known = await this.lock(token);
      if (!known || known.ended || known.expired) return undefined;
      if (known.replaced || (known.used && !known.in_grace)) {
        // No error may leave here: it would roll the end of the family back.
        await this.end('jeton_reutilise', 'id_session = $2', known.id_session);
        this.logger.warn(
          { event: 'session.reused', sessionId: known.id_session },
          'a used refresh token came back: the session ends',
        );
        return undefined;
      }
      const { id_utilisateur: sellerId, id_membre: memberId, id_session: sessionId, role } = known;
      const holder = { sellerId, memberId, sessionId, role: ROLE[role] };
      await this.db.run(
        'update jetons_renouvellement set date_utilisation = coalesce(date_utilisation, now()) where empreinte = $1',
        [fingerprintOf(token)],
      );
      // Two that could both be traded on would be two families, and no theft would be noticed any more.
      await this.db.run(
        'update jetons_renouvellement set date_remplacement = now() where issu_de = $1 and date_utilisation is null and date_remplacement is null',
        [fingerprintOf(token)],
      );
      await this.db.run(
        `update sessions set date_derniere_utilisation = now(), programme = coalesce($2, programme), adresse_reseau = coalesce($3, adresse_reseau)
         where id_session = $1`,
        [sessionId, ...originOf(caller)],
      );
      return { holder, refreshToken: await this.addToken(holder, fingerprintOf(token)) };
    });
    if (!next) throw refused();
    return this.view(next.holder, next.refreshToken);
  }

  /** Ends the session a refresh token belongs to; one that is unknown or ended already is no error. */
  async close(token: string): Promise<void> {
    await this.db.asWorker(async () => {
      const known = await this.lock(token);
      if (known) await this.end('deconnexion', 'id_session = $2', known.id_session);
    });
  }

  /** Ends a member's sessions, save `except`, in the open transaction. @returns how many */
  async endAll(memberId: string, why: EndReason, except?: string): Promise<number> {
    return this.end(why, 'id_membre = $2 and id_session is distinct from $3::uuid', memberId, except ?? null);
  }

  /** Ends one of a member's sessions, in the open transaction. @returns false when it is another member's, or over */
  async endOne(memberId: string, sessionId: string): Promise<boolean> {
    return (await this.end('fermee', 'id_membre = $2 and id_session = $3', memberId, sessionId)) > 0;
  }

  /** Finds a token and locks its session, so that two uses of one family take turns. */
  private async lock(token: string): Promise<KnownToken | undefined> {
    const fingerprint = fingerprintOf(token);
    await this.db.rows(
      'select from sessions where id_session = (select id_session from jetons_renouvellement where empreinte = $1) for update',
      [fingerprint],
    );
    const [known] = await this.db.rows<KnownToken>(
      `select s.id_session, s.id_utilisateur, s.id_membre, m.role, s.date_fin is not null as ended, j.date_expiration < now() as expired, j.date_utilisation is not null as used,
              coalesce(j.date_utilisation > now() - make_interval(secs => $2), false) and not exists (
                select from jetons_renouvellement n where n.issu_de = j.empreinte and n.date_utilisation is not null) as in_grace,
              j.date_remplacement is not null as replaced
       from jetons_renouvellement j join sessions s using (id_session) join membres m using (id_membre) where j.empreinte = $1`,
      [fingerprint, GRACE_SECONDS],
    );
    return known;
  }

  private async addToken({ sessionId, sellerId }: TokenHolder, from?: Buffer): Promise<string> {
    const token = newRefreshToken();
    await this.db.run(
      `insert into jetons_renouvellement (empreinte, id_session, id_utilisateur, issu_de, date_expiration)
       values ($1, $2, $3, $4, now() + make_interval(days => $5))`,
      [fingerprintOf(token), sessionId, sellerId, from ?? null, this.env.refreshDays],
    );
    return token;
  }

  /** Ends the open sessions that `where` ($2 …) finds and says so: the gateway lets their access tokens in no longer. @returns how many */
  private async end(why: EndReason, where: string, ...values: unknown[]): Promise<number> {
    const ended = await this.db.rows<{ id: string; seller: string }>(
      `update sessions set date_fin = now(), motif_fin = $1 where date_fin is null and ${where}
       returning id_session as id, id_utilisateur as seller`,
      [why, ...values],
    );
    await this.outbox.add(
      ended.map(({ id, seller }) => fact(SessionEndedV1, { sessionId: id }, { sellerId: seller, key: id, version: 1 })),
    );
    return ended.length;
  }

  private async view(holder: TokenHolder, refreshToken: string): Promise<SessionView> {
    const accessToken = await this.tokens.issue(holder);
    return { accessToken, refreshToken, expiresIn: ACCESS_SECONDS, sellerId: holder.sellerId };
  }
}
