import { Injectable } from '@nestjs/common';
import { notFound } from '#contracts';
import { AggregateRepository, currentContext, Outbox } from '#bus';
import { Database, newId } from '#database';
import { type FailedSend, failure, TAKEN_OVER } from '../outbound/fail-queued.js';
import { Conversation, MOST_SHOWN } from './conversation.entity.js';

@Injectable()
export class ConversationRepository extends AggregateRepository<Conversation> {
  constructor(db: Database, outbox: Outbox) {
    super(db, outbox, Conversation, 'conversation');
  }

  /** As every update, and keeps who answered when. */
  override async update(
    id: string,
    sellerId: string,
    change: (found: Conversation) => void | Promise<void>,
    ifVersion?: number,
  ): Promise<Conversation> {
    return super.update(
      id,
      sellerId,
      async (found) => {
        await change(found);
        for (const { passage, reason } of found.takePassages()) {
          await this.db.run(
            `insert into passages_conversation (id_passage, id_conversation, id_utilisateur, passage, acteur, motif) values ($1, $2, $3, $4, $5, $6)`,
            [newId(), id, sellerId, passage, currentContext().actor, reason],
          );
          if (passage === 'reprise') await this.withdrawQueued(found);
        }
      },
      ifVersion,
    );
  }

  /** Locks conversations in one order, in the open transaction of a worker. @throws DomainError CONVERSATION_NOT_FOUND for the first that is not there or not its seller's */
  async holdAll(of: readonly { conversationId: string; sellerId: string }[]): Promise<void> {
    if (of.length === 0) return;
    const held = await this.db.rows<{ id: string }>(
      `select c.id_conversation as id from conversations c
         join (select distinct * from unnest($1::uuid[], $2::uuid[]) t(id, vendeur)) n on n.id = c.id_conversation and n.vendeur = c.id_utilisateur
        order by c.id_conversation for update of c`,
      [of.map(({ conversationId }) => conversationId), of.map(({ sellerId }) => sellerId)],
    );
    const found = new Set(held.map(({ id }) => id));
    const missing = of.find(({ conversationId }) => !found.has(conversationId));
    if (missing) throw notFound('conversation', missing.conversationId);
  }

  /** The shop said something in each of these, which are held: one statement. The last of one conversation is what its inbox shows. */
  async saidAll(said: readonly { conversationId: string; text: string }[]): Promise<void> {
    const last = [...new Map(said.map(({ conversationId, text }) => [conversationId, text.slice(0, MOST_SHOWN)]))];
    if (last.length === 0) return;
    await this.db.run(
      `update conversations c set dernier_message = n.texte, date_dernier_message = clock_timestamp(), version = c.version + 1
         from unnest($1::uuid[], $2::text[]) n(id, texte) where c.id_conversation = n.id`,
      [last.map(([id]) => id), last.map(([, text]) => text)],
    );
  }

  /** A person answers from now on; `also` changes more in the same step. @throws DomainError CONVERSATION_NOT_FOUND */
  async takeOver(
    id: string,
    sellerId: string,
    reason: string,
    also: (found: Conversation) => void | Promise<void> = () => {},
  ): Promise<Conversation> {
    return this.update(id, sellerId, async (found) => {
      found.takeOver(reason, await this.customerName(found.prospectId, sellerId));
      await also(found);
    });
  }

  /** The assistant answers again; what was written meanwhile is the person's affair. @throws DomainError CONVERSATION_NOT_FOUND */
  async giveBack(id: string, sellerId: string): Promise<Conversation> {
    return this.update(id, sellerId, async (found) => {
      found.giveBack();
      await this.forgetUnanswered(id, sellerId);
    });
  }

  /** Put away. @throws DomainError CONVERSATION_NOT_FOUND */
  async close(id: string, sellerId: string): Promise<Conversation> {
    return this.update(id, sellerId, async (found) => {
      found.close();
      await this.forgetUnanswered(id, sellerId);
    });
  }

  /**
   * What the assistant said and WhatsApp does not have yet is taken back when somebody of the shop takes the conversation up: it would come after his words and
   * answer what he has answered. News of an order still leaves. (When she writes again a queued answer stays: it leaves before the next one, and its recap counts as
   * unread by her until then.)
   */
  private async withdrawQueued({ id, prospectId, sellerId }: Conversation): Promise<void> {
    const [code, explanation] = TAKEN_OVER;
    const withdrawn = await this.db.rows<Pick<FailedSend, 'id_message'>>(
      `update messages set statut_message = 'echec', prochain_essai = null, code_erreur = $3, explication_erreur = $4
        where id_conversation = $1 and id_utilisateur = $2 and statut_message = 'en_attente' and genere_par_ia and cle_unique is null
       returning id_message`,
      [id, sellerId, code, explanation],
    );
    await this.outbox.add(
      withdrawn.map(({ id_message }) =>
        failure({ id_message, id_conversation: id, id_prospect: prospectId, id_utilisateur: sellerId }, code, explanation),
      ),
    );
  }

  private async forgetUnanswered(id: string, sellerId: string): Promise<void> {
    await this.db.run(
      'update messages set a_repondre = false where id_conversation = $1 and id_utilisateur = $2 and a_repondre',
      [id, sellerId],
    );
  }

  private async customerName(prospectId: string, sellerId: string): Promise<string | null> {
    const [row] = await this.db.rows<{ nom_complet: string | null }>(
      'select nom_complet from prospects where id_prospect = $1 and id_utilisateur = $2',
      [prospectId, sellerId],
    );
    return row?.nom_complet ?? null;
  }
}
