import { Injectable } from '@nestjs/common';
import type { Received, WhatsAppUpdateReceivedV1 } from '#contracts';
import { Database } from '#database';
import { type CallContext, chainOf, currentContext, inContext, Outbox } from '#bus';
import { Consequences } from '../outbound/consequences.js';
import { erasedWamidSql } from '../outbound/erased-wamid.js';
import { GivenFiles, mayBeDropped } from '../outbound/given-files.js';
import { rankSql, STORED_STATUS } from '../outbound/message-state.js';
import { CostLedger } from '../usage/cost-ledger.js';
import { NameLocks } from './locks.js';
import { type MovedMessage, outcomeFact } from './send-outcome.js';
import { readStatus, type StatusItem } from './status-item.js';

/** A send that WhatsApp took. */
interface Answered {
  sellerId: string;
  phoneNumberId: string;
  wamid: string;
  chain: CallContext;
}

/** Statuses that say that the customer has it; « delivered » may be left out when she is looking at the chat. */
const ARRIVED = ['delivered', 'read', 'played'];

const lockName = (phoneNumberId: string, wamid: string) => `statut|${phoneNumberId}|${wamid}`;

/** Applies what WhatsApp tells of our messages, in whatever order it comes: before the send's answer, twice, or backwards. */
@Injectable()
export class ReceiveStatuses {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly locks: NameLocks,
    private readonly costs: CostLedger,
    private readonly consequences: Consequences,
    private readonly files: GivenFiles,
  ) {}

  /** @returns those that name no message or no status: nothing can be done with them but keep them */
  async receive<T extends { received: Received<WhatsAppUpdateReceivedV1>; sellerId: string }>(batch: T[]): Promise<T[]> {
    const read = batch.map((one) => ({ one, item: readStatus(one.received, one.sellerId) }));
    const items = read.flatMap(({ item }) => item ?? []);
    if (items.length > 0) await this.take(items);
    return read.filter(({ item }) => !item).map(({ one }) => one);
  }

  private async take(items: StatusItem[]): Promise<void> {
    await this.locks.take(items.map((item) => lockName(item.phoneNumberId, item.wamid)));
    await this.keep(items);
    await this.bind(items);
    await this.apply(items, new Map(items.flatMap(({ wamid, cause }) => (cause ? [[wamid, chainOf(cause)] as const] : []))));
    await this.costs.take(items.map((item) => ({ ...item, arrived: ARRIVED.includes(item.status) })));
    await this.actOnRefusals(items);
  }

  /** A message may be refused afterwards for what is wrong with the customer, the pace or the whole account. */
  private async actOnRefusals(items: StatusItem[]): Promise<void> {
    for (const { refusal, phoneNumberId, wamid, sellerId, at } of items) {
      if (!refusal) continue;
      if (mayBeDropped(refusal)) await this.files.forgetOf(phoneNumberId, wamid, sellerId);
      const [whom] = await this.db.rows<{ accountId: string; prospectId: string | null }>(
        `select a.id_compte_whatsapp as "accountId",
                (select c.id_prospect from messages m join conversations c using (id_conversation)
                  where m.phone_number_id = $1 and m.wamid = $3 and m.id_utilisateur = $2) as "prospectId"
           from comptes_copie a where a.phone_number_id = $1 and a.id_utilisateur = $2 and a.statut = 'connecte'`,
        [phoneNumberId, sellerId, wamid],
      );
      if (!whom) continue;
      const { accountId, prospectId } = whom;
      await this.consequences.of(refusal, { accountId, sellerId, phoneNumberId, at, ...(prospectId ? { prospectId } : {}) });
    }
  }

  /** Sends were answered with these ids: whatever was told of them before is applied now. In the transaction that records the answers, after the messages have their ids. */
  async applyParked(answered: readonly Answered[]): Promise<void> {
    await this.apply(answered, new Map(answered.map(({ wamid, chain }) => [wamid, chain])));
  }

  /** To be taken before messages get these ids, so that a status arriving this very moment either sees its message or waits. */
  async lock(answered: readonly Pick<Answered, 'phoneNumberId' | 'wamid'>[]): Promise<void> {
    await this.locks.take(answered.map(({ phoneNumberId, wamid }) => lockName(phoneNumberId, wamid)));
  }

  /** A status of a message to somebody who was erased since is not kept: its id holds his number. */
  private async keep(items: StatusItem[]): Promise<void> {
    const column = (pick: (item: StatusItem) => unknown) => items.map((item) => pick(item) ?? null);
    await this.db.run(
      `insert into statuts_recus (phone_number_id, wamid, statut, id_utilisateur, code_erreur, explication_erreur, date_statut)
       select n.* from unnest($1::text[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::timestamptz[]) n(numero, wamid, statut, vendeur, code, texte, le)
        where not exists (select from messages e where e.phone_number_id = n.numero and e.wamid = ${erasedWamidSql('n.wamid')})
       on conflict do nothing`,
      [
        column((i) => i.phoneNumberId),
        column((i) => i.wamid),
        column((i) => i.status),
        column((i) => i.sellerId),
        column((i) => i.code),
        column((i) => i.explanation),
        column((i) => i.at),
      ],
    );
  }

  /** A status that names our message tells us its wamid, should the send's own answer be lost. */
  private async bind(items: StatusItem[]): Promise<void> {
    const named = [...new Map(items.flatMap((item) => (item.messageId ? [[item.messageId, item] as const] : []))).values()];
    if (named.length === 0) return;
    const sorted = named.sort((a, b) => (a.messageId! < b.messageId! ? -1 : 1));
    await this.db.run(
      `update messages m set wamid = n.wamid
         from (select id_message, t.wamid from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[]) t(id, numero, wamid, vendeur)
                 join messages on id_message = t.id and phone_number_id = t.numero and id_utilisateur = t.vendeur and messages.wamid is null
                order by id_message for update of messages) n
        where m.id_message = n.id_message`,
      [
        sorted.map((i) => i.messageId!),
        sorted.map((i) => i.phoneNumberId),
        sorted.map((i) => i.wamid),
        sorted.map((i) => i.sellerId),
      ],
    );
  }

  /** A message that was sent twice out of doubt has two ids: what arrived under either arrived; refused is only what its own id says. */
  private async apply(
    told: readonly Pick<StatusItem, 'phoneNumberId' | 'wamid' | 'messageId' | 'sellerId'>[],
    /** What led to it, by wamid. */
    chains: ReadonlyMap<string, CallContext>,
  ): Promise<void> {
    const changed = await this.db.rows<MovedMessage>(
      `with dits as (
         select distinct * from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[]) t(numero, wamid, nomme, vendeur)
       ), cibles as (
         select m.id_message, d.wamid from dits d join messages m on m.phone_number_id = d.numero and m.wamid = d.wamid where m.direction_message = 'sortant'
         union
         select m.id_message, d.wamid from dits d join messages m on m.id_message = d.nomme and m.phone_number_id = d.numero and m.id_utilisateur = d.vendeur
          where m.direction_message = 'sortant'
       ), vises as (
         select m.id_message, m.date_envoi is null as premier_envoi from messages m
          where m.id_message in (select id_message from cibles) order by m.id_message for update of m
       ), connus as (
         update statuts_recus s set id_message = m.id_message from vises v join messages m using (id_message) join cibles c using (id_message)
          where s.phone_number_id = m.phone_number_id and s.wamid = c.wamid and (s.wamid = m.wamid or s.statut <> 'failed') returning s.id_message, s.statut, s.code_erreur, s.explication_erreur, s.date_statut
       ), dernier as (
         select distinct on (id_message) id_message, code_erreur, explication_erreur, date_statut,
                case statut ${Object.entries(STORED_STATUS)
                  .map(([said, stored]) => `when '${said}' then '${stored}'`)
                  .join(' ')} end as nouveau
           from connus where statut in (${Object.keys(STORED_STATUS)
             .map((said) => `'${said}'`)
             .join(', ')})
          order by id_message, case statut when 'sent' then 1 when 'failed' then 2 when 'delivered' then 3 else 4 end desc
       )
       update messages m set statut_message = d.nouveau, bail_envoi = null, bail_envoi_fin = null, prochain_essai = null,
              date_envoi = case when d.nouveau = 'echec' then m.date_envoi else coalesce(m.date_envoi, d.date_statut) end,
              code_erreur = case when d.nouveau = 'echec' then d.code_erreur end, explication_erreur = case when d.nouveau = 'echec' then d.explication_erreur end
         from dernier d join vises v using (id_message), conversations c
        where m.id_message = d.id_message and c.id_conversation = m.id_conversation
          and ${rankSql('d.nouveau')} > ${rankSql('m.statut_message')}
       returning m.id_message, m.id_conversation, c.id_prospect, m.id_utilisateur, m.wamid, m.genere_par_ia, m.auteur, m.statut_message, v.premier_envoi, m.code_erreur, m.explication_erreur`,
      [
        told.map((one) => one.phoneNumberId),
        told.map((one) => one.wamid),
        told.map((one) => one.messageId ?? null),
        told.map((one) => one.sellerId),
      ],
    );
    for (const row of changed) {
      const outcome = outcomeFact(row);
      if (outcome) await inContext(chains.get(row.wamid) ?? currentContext(), () => this.outbox.add([outcome]));
    }
  }
}
