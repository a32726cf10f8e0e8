import { Injectable } from '@nestjs/common';
import type { EventMeta } from '#contracts';
import { Database } from '#database';
import { Outbox } from '#bus';
import { CHANGED, changedFact, type ChangedRow } from '../conversation/changed.js';
import { toJson } from './raw.js';
import { AnswerAnew } from '../turns/answer-anew.js';
import type { Sequel } from './sequel.js';
import type { InboundItem } from './whatsapp-item.js';

/** An item that is about an earlier message, and which side it came from. */
export interface SequelItem {
  item: InboundItem;
  sequel: Sequel;
  by: 'client' | 'boutique';
}

interface Waiting {
  phone_number_id: string;
  wamid: string;
  id_utilisateur: string;
  cible: string;
  sorte: Sequel['kind'];
  auteur: SequelItem['by'];
  contenu: string | null;
  paroles: string | null;
  date_suite: Date;
  id_message: string;
  id_conversation: string;
}

/** What stands where the customer, or the seller on his phone, took a message back. */
export const WITHDRAWN = 'Message supprimé';

/**
 * Keeps what is said about messages, and makes corrections and withdrawals true of them: in any order, each once. One that comes before its message waits for it.
 * Who holds the names of its author (Identities.hold) is alone with his messages meanwhile, so that neither can miss the other.
 */
@Injectable()
export class ReceiveSequels {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly anew: AnswerAnew,
  ) {}

  /** @param arrived messages of the same batch: what waited for them is applied too */
  async receive(sequels: SequelItem[], arrived: InboundItem[]): Promise<void> {
    const fresh = await this.keep(sequels);
    const causes = new Map(arrived.map((item) => [keyOf(item.phoneNumberId, item.wamid), item.cause]));
    for (const { item, sequel } of sequels) causes.set(keyOf(item.phoneNumberId, sequel.target), item.cause);
    for (const waiting of await this.waiting([...causes.keys()]))
      await this.apply(waiting, causes.get(keyOf(waiting.phone_number_id, waiting.cible))!);
    for (const { item, sequel } of sequels)
      if (sequel.kind === 'reaction' && fresh.has(keyOf(item.phoneNumberId, item.wamid))) await this.showReaction(item, sequel);
  }

  /** @returns keys of those that were not known yet */
  private async keep(sequels: SequelItem[]): Promise<Set<string>> {
    if (sequels.length === 0) return new Set();
    const column = (pick: (one: SequelItem) => unknown) => sequels.map((one) => pick(one) ?? null);
    const rows = await this.db.rows<{ phone_number_id: string; wamid: string }>(
      `insert into suites_message (phone_number_id, wamid, id_utilisateur, cible, sorte, auteur, emoji, contenu, paroles, contenu_brut, date_suite, appliquee)
       select numero, wamid, vendeur, cible, sorte, auteur, emoji, contenu, paroles, brut, quand, sorte = 'reaction'
         from unnest($1::text[], $2::text[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::jsonb[], $11::timestamptz[])
              with ordinality t(numero, wamid, vendeur, cible, sorte, auteur, emoji, contenu, paroles, brut, quand, o)
        where not exists (select from messages m where m.phone_number_id = numero and m.wamid = t.wamid) order by o
       on conflict do nothing returning phone_number_id, wamid`,
      [
        column(({ item }) => item.phoneNumberId),
        column(({ item }) => item.wamid),
        column(({ item }) => item.sellerId),
        column(({ sequel }) => sequel.target),
        column(({ sequel }) => sequel.kind),
        column(({ by }) => by),
        column(({ sequel }) => sequel.emoji),
        column(({ sequel }) => sequel.says?.readable),
        column(({ sequel }) => sequel.says?.words),
        column(({ item }) => toJson(item.raw)),
        column(({ item }) => item.sentAt),
      ],
    );
    return new Set(rows.map((row) => keyOf(row.phone_number_id, row.wamid)));
  }

  /** Corrections and withdrawals of messages that are here; each side changes its own only. */
  private waiting(targets: string[]): Promise<Waiting[]> {
    const parts = targets.map((key) => key.split('|'));
    return this.db.rows<Waiting>(
      `select s.phone_number_id, s.wamid, s.id_utilisateur, s.cible, s.sorte, s.auteur, s.contenu, s.paroles, s.date_suite, m.id_message, m.id_conversation
         from suites_message s
         join (select distinct * from unnest($1::text[], $2::text[]) t(numero, cible)) n on s.phone_number_id = n.numero and s.cible = n.cible
         join messages m on m.phone_number_id = s.phone_number_id and m.wamid = s.cible and m.id_utilisateur = s.id_utilisateur
          and m.direction_message = case s.auteur when 'client' then 'entrant' else 'sortant' end
        where not s.appliquee order by m.id_conversation, m.id_message, s.date_suite, s.recu_le, s.wamid`,
      [parts.map(([number]) => number!), parts.map(([, ...wamid]) => wamid.join('|'))],
    );
  }

  /** The newest correction stands; what is withdrawn stays so. The conversation is locked before its message, as everywhere. */
  private async apply(one: Waiting, cause: EventMeta): Promise<void> {
    await this.db.rows('select from conversations where id_conversation = $1 for update', [one.id_conversation]);
    const withdraws = one.sorte === 'suppression';
    const [before] = await this.db.rows<{ contenu_message: string; a_repondre: boolean; depasse: boolean }>(
      `select contenu_message, a_repondre, supprime_le is not null or ($2 = 'modification' and modifie_le > $3) as depasse
         from messages where id_message = $1 for update`,
      [one.id_message, one.sorte, one.date_suite],
    );
    const counts = before && !before.depasse;
    await this.db.run(
      `update suites_message set appliquee = true, contenu_avant = $3, contenu = null, paroles = null, contenu_brut = null where phone_number_id = $1 and wamid = $2`,
      [one.phone_number_id, one.wamid, counts && !withdraws ? before.contenu_message : null],
    );
    if (!counts) return;
    if (withdraws) await this.withdraw(one);
    else
      await this.db.run(
        `update messages set contenu_message = $2, paroles = case when direction_message = 'entrant' then $3 end, modifie_le = $4 where id_message = $1`,
        [one.id_message, one.contenu, one.paroles, one.date_suite],
      );
    const anew =
      !withdraws && one.auteur === 'client' && (await this.anew.whatWasCorrected(one.id_conversation, one.id_message, cause));
    await this.shownOtherwise(one.id_conversation, before.a_repondre || anew, cause, {
      id: one.id_message,
      text: withdraws ? WITHDRAWN : one.contenu!,
    });
  }

  /** Whoever takes his words back wants them gone, also those that a correction had replaced. */
  private async withdraw(one: Waiting): Promise<void> {
    await this.db.run(
      `update messages set contenu_message = $2, paroles = null, identifiant_bouton = null, contenu_brut = null, a_repondre = false, supprime_le = $3 where id_message = $1`,
      [one.id_message, WITHDRAWN, one.date_suite],
    );
    await this.db.run(
      `update suites_message set contenu_avant = null where phone_number_id = $1 and cible = $2 and sorte = 'modification'`,
      [one.phone_number_id, one.cible],
    );
  }

  private async showReaction(item: InboundItem, { target }: Sequel): Promise<void> {
    const [about] = await this.db.rows<{ id_conversation: string }>(
      'select id_conversation from messages where phone_number_id = $1 and wamid = $2 and id_utilisateur = $3',
      [item.phoneNumberId, target, item.sellerId],
    );
    if (about) await this.shownOtherwise(about.id_conversation, false, item.cause);
  }

  /** @param unanswered an answer being thought about rests on what has changed: it is thought of anew */
  private async shownOtherwise(
    conversationId: string,
    unanswered: boolean,
    cause: EventMeta,
    message?: { id: string; text: string },
  ): Promise<void> {
    const changed = await this.db.rows<ChangedRow>(
      `update conversations set version = version + 1, version_vue = version_vue + case when $2 then 0 else 1 end,
              dernier_message = case when $3::uuid = (select m.id_message from messages m where m.id_conversation = $1
                                                       order by m.date_creation desc, m.id_message desc limit 1) then left($4, 4096) else dernier_message end
        where id_conversation = $1 returning ${CHANGED}`,
      [conversationId, unanswered, message?.id ?? null, message?.text ?? null],
    );
    await this.outbox.addCaused(changed.map((row) => ({ fact: changedFact(row), cause })));
  }
}

const keyOf = (phoneNumberId: string, wamid: string) => `${phoneNumberId}|${wamid}`;
