import { Injectable } from '@nestjs/common';
import { Worker } from '#bus';
import { Database } from '#database';
import { readIntents } from '../assistant/offline/intents.js';
import { WINDOW_MS } from '../conversation/answer-window.js';
import { TO_BE_READ } from '../conversation/mark-read.js';
import { ConversationRepository } from '../conversation/conversation.repository.js';
import { ASSISTANT_IS_OFF } from '../settings/assistant-settings.js';
import { Bell } from './bell.js';

interface SilentShop {
  id_conversation: string;
  id_utilisateur: string;
  derniere_main: Date;
  nom_complet: string | null;
}

const AT_ONCE = 50;

/**
 * Gives conversations back to the assistant when the seller, who had taken them up, has been silent for as long as he said. Those that wait for a person and got
 * nobody's word yet stay with people, and so do those whose customer asked for a person meanwhile: the assistant must not hide that nobody came.
 */
@Injectable()
export class ResumeWorker {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
    private readonly bell: Bell,
  ) {}

  @Worker({ name: 'reprises', idleMs: 15_000 })
  async resume(): Promise<number> {
    const [due, switchedOn] = [await this.due(), await this.switchedOn()];
    for (const one of due) await this.resumeOne(one);
    for (const one of switchedOn) await this.giveBackAfterPause(one);
    return due.length + switchedOn.length;
  }

  /** Conversations that waited for a person only because the assistant was switched off, which it is no longer. */
  private switchedOn(): Promise<Pick<SilentShop, 'id_conversation' | 'id_utilisateur'>[]> {
    return this.db.asWorker(() =>
      this.db.rows(
        `select c.id_conversation, c.id_utilisateur from conversations c join reglages_assistant r using (id_utilisateur)
          where c.statut_conversation = 'humain' and c.motif_humain = '${ASSISTANT_IS_OFF}' and c.derniere_main is null and r.actif limit ${AT_ONCE}`,
      ),
    );
  }

  /** It answers from the customer's next message on; what was written while it was off is the shop's affair. */
  private async giveBackAfterPause({
    id_conversation: id,
    id_utilisateur: sellerId,
  }: Pick<SilentShop, 'id_conversation' | 'id_utilisateur'>): Promise<void> {
    await this.conversations.update(id, sellerId, (conversation) => {
      if (conversation.status === 'humain' && conversation.handoverReason === ASSISTANT_IS_OFF && !conversation.shopSilentSince)
        conversation.giveBack('L’assistant est de nouveau activé');
    });
  }

  private due(): Promise<SilentShop[]> {
    return this.db.asWorker(() =>
      this.db.rows<SilentShop>(
        `select c.id_conversation, c.id_utilisateur, c.derniere_main, p.nom_complet
           from reglages_assistant r join conversations c using (id_utilisateur) join prospects p using (id_prospect)
          where r.actif and r.reprise_minutes > 0 and c.statut_conversation = 'humain' and c.derniere_main < now() - make_interval(mins => r.reprise_minutes)
          order by c.derniere_main limit ${AT_ONCE}`,
      ),
    );
  }

  /** Either way the conversation is no longer due: it is the assistant's, or waits for a person's word. */
  private async resumeOne({
    id_conversation: id,
    id_utilisateur: sellerId,
    derniere_main: since,
    nom_complet: name,
  }: SilentShop): Promise<void> {
    await this.conversations.update(id, sellerId, async (conversation) => {
      if (conversation.status !== 'humain' || conversation.shopSilentSince?.getTime() !== since.getTime()) return;
      const words = await this.db.rows<{ paroles: string }>(
        `select m.paroles from messages m where m.id_conversation = $1 and ${TO_BE_READ} and m.date_enregistrement > $2 and m.paroles is not null
          order by m.numero_ordre desc limit 50`,
        [id, since],
      );
      if (words.some(({ paroles }) => readIntents(paroles).has('human')))
        return conversation.callAgain('Le client demande une personne', name);
      conversation.giveBack('Le vendeur n’a plus écrit depuis un moment');
      const waiting = await this.db.run(
        `update messages m set a_repondre = true where m.id_conversation = $1 and ${TO_BE_READ} and m.date_enregistrement > $2
            and m.date_creation > now() - $3::int * interval '1 ms'`,
        [id, since, WINDOW_MS],
      );
      if (waiting === 0) return;
      conversation.beginTurn();
      this.bell.turnSettles();
    });
  }
}
