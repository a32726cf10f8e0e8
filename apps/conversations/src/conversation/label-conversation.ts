import { Injectable } from '@nestjs/common';
import { fold, invalid } from '#contracts';
import { Database } from '#database';
import { ConversationRepository } from './conversation.repository.js';

const LONGEST = 40;

/** The seller's own words for what a conversation is about. */
@Injectable()
export class LabelConversationAs {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
  ) {}

  /**
   * Sets these labels and no others; « VIP » and « vip » are one, spelled as it comes first.
   * @throws DomainError CONVERSATION_NOT_FOUND, VERSION_MISMATCH, VALIDATION_FAILED naming the label that is too long or empty
   */
  async set(conversationId: string, sellerId: string, wanted: string[], ifVersion?: number): Promise<void> {
    const labels = distinct(wanted);
    await this.conversations.update(
      conversationId,
      sellerId,
      async (conversation) => {
        conversation.label([...labels.values()]);
        conversation.onlyViewed();
        await this.db.run('delete from etiquettes_conversation where id_conversation = $1 and id_utilisateur = $2', [
          conversationId,
          sellerId,
        ]);
        await this.db.run(
          `insert into etiquettes_conversation (id_conversation, id_utilisateur, cle, libelle)
           select $1, $2, cle, libelle from unnest($3::text[], $4::text[]) t(cle, libelle)`,
          [conversationId, sellerId, [...labels.keys()], [...labels.values()]],
        );
      },
      ifVersion,
    );
  }
}

/** Folded word to the word as written. */
function distinct(wanted: string[]): Map<string, string> {
  const labels = new Map<string, string>();
  for (const [i, written] of wanted.entries()) {
    const label = written.trim().replace(/\s+/g, ' ');
    const field = `labels/${i}`;
    if ([...label].length > LONGEST)
      throw invalid('a label is too long', [{ field, problem: `is longer than ${LONGEST} characters` }]);
    const key = fold(label);
    if (!key) throw invalid('a label is empty', [{ field, problem: 'has no letter or digit' }]);
    if (!labels.has(key)) labels.set(key, label);
  }
  return labels;
}
