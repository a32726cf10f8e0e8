import { Injectable } from '@nestjs/common';
import { fact, MessageSentV1 } from '#contracts';
import { type CallContext, currentContext, inContext, Outbox } from '#bus';
import { CommitTogether, Database } from '#database';
import { ReceiveStatuses } from '../inbound/receive-statuses.js';
import { ApiUsageBook } from '../usage/api-usage.book.js';
import type { ClaimedSend } from './claim-sends.js';
import { erasedWamid } from './erased-wamid.js';
import { PERSON_ERASED } from './fail-queued.js';

/** What WhatsApp took, under which id, and how long that lasted. */
interface Taken {
  send: ClaimedSend;
  wamid: string;
  latencyMs: number;
  chain: CallContext;
  /** Told once it is written: others wait, in its conversation or for the pace of its number. */
  othersWait?: boolean;
}

/** Writes down what WhatsApp took: always, whoever holds the message by now. Answers that come while a commit runs share the next one. */
@Injectable()
export class RecordTaken {
  private readonly together = new CommitTogether<Taken>((taken) => this.write(taken));

  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly statuses: ReceiveStatuses,
    private readonly usage: ApiUsageBook,
  ) {}

  /** Resolves once it is committed, with its call counted. @returns whether others wait @throws what it cannot be written for: then the lease ends, and the message's status tells */
  async sent(send: ClaimedSend, wamid: string, latencyMs: number): Promise<boolean> {
    const taken: Taken = { send, wamid, latencyMs, chain: currentContext() };
    await this.together.add(taken);
    return taken.othersWait ?? true;
  }

  private write(all: Taken[]): Promise<void> {
    return this.db.asWorker(async () => {
      const told = all.map(({ send, wamid, chain }) => ({
        phoneNumberId: send.phone_number_id,
        wamid,
        sellerId: send.id_utilisateur,
        chain,
      }));
      // Sent twice out of doubt, a message may be answered twice here: its first answer is the one it keeps.
      const messages = [...new Map(all.toReversed().map((taken) => [taken.send.id_message, taken])).values()];
      // Sent one on the heels of the other, and worked on in this order.
      const [, first] = await Promise.all([this.statuses.lock(told), this.bind(messages), this.statuses.applyParked(told)]);
      for (const taken of messages) if (first.has(taken.send.id_message)) await inContext(taken.chain, () => this.tell(taken));
      for (const { send, latencyMs } of all)
        await this.usage.count(send.id_utilisateur, 'messages.send', { ok: true, latencyMs });
    });
  }

  /** A status may have said so before: then the message is further on already and only gets what it lacks. @returns those that are told of as sent for the first time */
  private async bind(all: Taken[]): Promise<Set<string>> {
    const rows = await this.db.rows<{ id_message: string; premier: boolean; suivi: boolean }>(
      `with avant as (
         select m.id_message, m.date_envoi is null and m.statut_message <> 'echec' as premier, n.wamid, n.efface
           from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) n(id, vendeur, wamid, efface)
           join messages m on m.id_message = n.id and m.id_utilisateur = n.vendeur
          order by m.id_message for update of m
       )
       update messages m set wamid = coalesce(m.wamid, case when m.code_erreur = $5 then a.efface else a.wamid end), date_envoi = coalesce(m.date_envoi, now()),
              bail_envoi = null, bail_envoi_fin = null, prochain_essai = null,
              statut_message = case when m.statut_message in ('en_attente', 'en_envoi', 'inconnu') then 'envoye' else m.statut_message end
         from avant a where m.id_message = a.id_message
       returning m.id_message, a.premier,
              exists (select from messages s where s.statut_message = 'en_attente') as suivi`,
      [
        all.map(({ send }) => send.id_message),
        all.map(({ send }) => send.id_utilisateur),
        all.map(({ wamid }) => wamid),
        all.map(({ wamid }) => erasedWamid(wamid)),
        PERSON_ERASED[0],
      ],
    );
    const followed = new Map(rows.map((row) => [row.id_message, row.suivi]));
    for (const taken of all) taken.othersWait = followed.get(taken.send.id_message);
    return new Set(rows.flatMap((row) => (row.premier ? [row.id_message] : [])));
  }

  private async tell({ send, wamid }: Taken): Promise<void> {
    await this.outbox.add([
      fact(
        MessageSentV1,
        {
          messageId: send.id_message,
          conversationId: send.id_conversation,
          prospectId: send.id_prospect,
          byAssistant: send.genere_par_ia,
          wamid,
        },
        { sellerId: send.id_utilisateur, key: send.id_message, version: 1 },
      ),
    ]);
  }
}
