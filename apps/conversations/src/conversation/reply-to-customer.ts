import { Injectable } from '@nestjs/common';
import { DomainError, invalid, notFound, type QuestionOf, type ReplyToCustomer } from '#contracts';
import { Database } from '#database';
import { MediaQueries } from '../media/media.queries.js';
import { Outbound, type Queued } from '../outbound/outgoing.js';
import { fileReadsAs, kindOfReply, type ReplyKind, type ReplyQuestion, writtenContent } from '../outbound/reply-content.js';
import { type FilledTemplate, TemplateBook } from '../templates/templates.js';
import { assertWindow } from './answer-window.js';
import { ConversationRepository } from './conversation.repository.js';

type Said = Pick<Queued, 'content' | 'text' | 'type'>;

/** The seller writes himself: the assistant falls silent, even in the middle of a thought, and the message joins the queue. */
@Injectable()
export class ReplyToCustomerByHand {
  constructor(
    private readonly db: Database,
    private readonly conversations: ConversationRepository,
    private readonly outbound: Outbound,
    private readonly files: MediaQueries,
    private readonly templates: TemplateBook,
  ) {}

  /**
   * Outside any transaction: WhatsApp may have to be asked for a template.
   * @returns id of the message
   * @throws DomainError VALIDATION_FAILED; CONVERSATION_NOT_FOUND; CONVERSATION_MOVE_REFUSED when it is closed; PROSPECT_OPTED_OUT; WINDOW_CLOSED when WhatsApp would refuse it: more than
   * 24 h since the customer wrote, and no template; MESSAGE_NOT_FOUND for a quote; MEDIA_NOT_FOUND, MEDIA_NOT_READY, MEDIA_FAILED; what the template book throws
   */
  async reply({ conversationId, ...question }: QuestionOf<ReplyToCustomer>, sellerId: string): Promise<string> {
    const kind = kindOfReply(question);
    const template = question.template && (await this.filled(question.template, conversationId, sellerId));
    return this.db.asSeller(sellerId, async () => {
      const said = template ? { ...template, type: 'template' } : await this.written(kind, question, sellerId);
      await this.conversations.takeOver(conversationId, sellerId, 'Le vendeur répond lui-même', async (conversation) => {
        await this.assertWantsMessages(conversation.prospectId, sellerId);
        if (!template) assertWindow(conversationId, conversation.lastInboundAt);
        if (question.replyTo) await this.assertQuotable(question.replyTo, conversationId, sellerId);
        conversation.said(said.text);
        conversation.readByShop();
      });
      const messageId = await this.outbound.put({
        ...said,
        conversationId,
        sellerId,
        byAssistant: false,
        ...(question.replyTo ? { replyTo: question.replyTo } : {}),
      });
      if (!messageId) throw new DomainError('WHATSAPP_ACCOUNT_UNKNOWN', 'conflict', { conversationId });
      if (question.mediaId) await this.attach(question.mediaId, messageId, sellerId);
      return messageId;
    });
  }

  private async filled(
    template: NonNullable<ReplyQuestion['template']>,
    conversationId: string,
    sellerId: string,
  ): Promise<FilledTemplate> {
    const [conversation] = await this.db.asSeller(sellerId, () =>
      this.db.rows<{ id_compte_whatsapp: string }>(
        'select id_compte_whatsapp from conversations where id_conversation = $1 and id_utilisateur = $2',
        [conversationId, sellerId],
      ),
    );
    if (!conversation) throw notFound('conversation', conversationId);
    return this.templates.fill(template, conversation.id_compte_whatsapp, sellerId);
  }

  private async written(kind: ReplyKind, question: ReplyQuestion, sellerId: string): Promise<Said> {
    if (kind === 'media') return this.file(question.mediaId!, question.text, sellerId);
    const content = writtenContent(question);
    return { content, text: content.body, type: content.type === 'text' ? 'text' : 'interactive' };
  }

  private async file(mediaId: string, caption: string | undefined, sellerId: string): Promise<Said> {
    const { kind, fileName } = await this.files.file(mediaId, sellerId);
    if (kind === 'sticker') throw invalid('a sticker is not sent', [{ field: 'mediaId', problem: 'is a sticker' }]);
    if (kind === 'audio' && caption !== undefined)
      throw invalid('nothing stands under a voice note', [{ field: 'text', problem: 'does not belong to a voice note' }]);
    const content = { type: 'file' as const, mediaId, kind, ...(caption ? { caption } : {}), ...(fileName ? { fileName } : {}) };
    return { content, text: fileReadsAs(content), type: kind };
  }

  /** Shown with its message; one that was sent before stays with the first. */
  private async attach(mediaId: string, messageId: string, sellerId: string): Promise<void> {
    await this.db.run('update medias set id_message = $2 where id_media = $1 and id_utilisateur = $3 and id_message is null', [
      mediaId,
      messageId,
      sellerId,
    ]);
  }

  private async assertQuotable(messageId: string, conversationId: string, sellerId: string): Promise<void> {
    const [quoted] = await this.db.rows<{ wamid: string | null }>(
      'select wamid from messages where id_message = $1 and id_conversation = $2 and id_utilisateur = $3',
      [messageId, conversationId, sellerId],
    );
    if (!quoted) throw notFound('message', messageId);
    if (!quoted.wamid) throw invalid('the customer does not have this message', [{ field: 'replyTo', problem: 'was not sent' }]);
  }

  private async assertWantsMessages(prospectId: string, sellerId: string): Promise<void> {
    const [person] = await this.db.rows<{ desinscrit_le: Date | null }>(
      'select desinscrit_le from prospects where id_prospect = $1 and id_utilisateur = $2',
      [prospectId, sellerId],
    );
    if (person?.desinscrit_le)
      throw new DomainError('PROSPECT_OPTED_OUT', 'conflict', { prospectId, since: person.desinscrit_le.toISOString() });
  }
}
