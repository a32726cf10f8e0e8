import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { fact, WhatsAppAccountRestrictedV1 } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import { LOGGER } from '#service';
import { sendMetrics } from './metrics.js';
import type { Refused } from './suspensions.js';

/** How long a restriction is respected, in hours: Meta does not tell when it ends, so it is tried again, later each time; its limits are counted by the day. */
const HOURS = [1, 6, 24];
/** One that comes within so many hours after the last one ended is the same trouble. */
const SAME_TROUBLE_HOURS = 24;

/** SQL: whether this content (jsonb) begins a talk: advertising, or a template to somebody (of conversation `c`) who did not write within 24 hours. The rest answers. */
export const beginsSql = (content: string) =>
  `(${content}->>'type' = 'template' and (coalesce((${content}->>'advertises')::boolean, false)
     or coalesce(c.dernier_entrant <= now() - interval '24 hours', true)))`;

/** SQL: whether it has to wait, because its number (of `a`) may only answer. */
export const heldBackSql = (content: string) => `(coalesce(a.restreint_jusqu_a > now(), false) and ${beginsSql(content)})`;

/** What the seller reads under a message that waits for this. */
export const HELD_BACK =
  'WhatsApp a restreint ce numéro : ce message partira quand la restriction sera levée. Vos réponses partent toujours.';

/** A number that WhatsApp lets only answer: what it begins itself waits, and is tried again by itself. */
@Injectable()
export class Restrictions {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the open transaction. Said by many answers at once, or late, it is told once. @param why WhatsApp's code and what it means, in French */
  async restrict(
    { accountId, sellerId, sealedToken, at }: Refused,
    { code, explanation }: { code: string; explanation: string },
  ): Promise<void> {
    const inARow = `case when restreint_jusqu_a > dit.a - interval '${SAME_TROUBLE_HOURS} hours' then restrictions_de_suite + 1 else 1 end`;
    const until = `dit.a + (array[${HOURS.join(', ')}])[least(${inARow}, ${HOURS.length})] * interval '1 hour'`;
    const [restricted] = await this.db.rows<{ restrictions: number; jusqu_a: Date }>(
      `update comptes_copie set restreint_jusqu_a = ${until}, restrictions_de_suite = ${inARow}, restrictions = restrictions + 1,
              motif_restriction = $3, explication_restriction = $4
         from (select coalesce($6::timestamptz, now()) as a) dit
        where id_compte_whatsapp = $1 and id_utilisateur = $2 and statut = 'connecte' and coalesce(restreint_jusqu_a <= dit.a, true)
          and ($5::text is null or access_token = $5) and ($6::timestamptz is null or connecte_le <= $6) and ${until} > now()
       returning restrictions, restreint_jusqu_a as jusqu_a`,
      [accountId, sellerId, code, explanation.slice(0, 500), sealedToken ?? null, at ?? null],
    );
    if (!restricted) return;
    await this.outbox.add([
      fact(
        WhatsAppAccountRestrictedV1,
        { accountId, code: code.slice(0, 60), reason: explanation.slice(0, 500), until: restricted.jusqu_a.toISOString() },
        { sellerId, key: accountId, version: restricted.restrictions },
      ),
    ]);
    this.db.afterCommit(() => {
      sendMetrics.restrictions.inc({ code });
      this.logger.error(
        { event: 'whatsapp.account-restricted', sellerId, accountId, code, until: restricted.jusqu_a },
        'WhatsApp lets this number only answer: templates and advertising wait',
      );
    });
  }
}
