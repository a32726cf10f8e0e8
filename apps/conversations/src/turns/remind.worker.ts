import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';
import { TO_BE_READ } from '../conversation/mark-read.js';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { LOOP } from '../loops/loop.js';
import { ASSISTANT_IS_OFF } from '../settings/assistant-settings.js';

interface Unheard {
  id_conversation: string;
  id_utilisateur: string;
  nom_complet: string | null;
}

/** How long the shop has to read or answer before it is told again; also the time between two reminders. */
const PATIENCE_MINUTES = 10;

/** Older words are no news: after a day WhatsApp lets nobody answer them freely either. */
const NEWS_HOURS = 24;

const AT_ONCE = 50;

/**
 * Tells the shop again of a customer who writes on (« annulez ma commande ») where a person has the conversation and nobody of the shop has read or written for a
 * while: the assistant is silent there, so nobody else would hear of it. Many messages make one reminder, and a reminder is followed by another one only when
 * she writes again. Nobody is reminded of what the assistant takes up again by itself, of a machine, or while the shop has switched the assistant off.
 */
@Injectable()
export class RemindWorker {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
  ) {}

  @Worker({ name: 'rappels', idleMs: 30_000 })
  async remind(): Promise<number> {
    const due = await this.db.asWorker(() => this.unheard());
    for (const { id_conversation: id, id_utilisateur: sellerId, nom_complet: name } of due)
      await this.conversations.update(id, sellerId, async (conversation) => {
        // Read, answered or told by another replica meanwhile: the row is locked now.
        if ((await this.unheard(id)).length > 0) conversation.remind('Le client a écrit de nouveau et attend une réponse', name);
      });
    return due.length;
  }

  /** @param id this one alone */
  private unheard(id: string | null = null): Promise<Unheard[]> {
    return this.db.rows<Unheard>(
      `select c.id_conversation, c.id_utilisateur, p.nom_complet
         from conversations c join prospects p using (id_prospect) left join reglages_assistant r on r.id_utilisateur = c.id_utilisateur
        cross join lateral (
          select greatest(c.derniere_main, max(h.date_passage)) as depuis from passages_conversation h where h.id_conversation = c.id_conversation) shop
        where c.statut_conversation = 'humain' and c.non_lus > 0 and c.dernier_entrant > now() - interval '${NEWS_HOURS} hours'
          and ($1::uuid is null or c.id_conversation = $1) and p.desinscrit_le is null
          and coalesce(c.motif_humain, '') <> all($2::text[]) and (c.derniere_main is null or coalesce(r.reprise_minutes, 0) = 0)
          and shop.depuis < now() - interval '${PATIENCE_MINUTES} minutes'
          and exists (select from messages m where m.id_conversation = c.id_conversation and ${TO_BE_READ} and m.date_enregistrement > shop.depuis)
        order by c.dernier_entrant limit ${AT_ONCE}`,
      [id, [ASSISTANT_IS_OFF, LOOP]],
    );
  }
}
