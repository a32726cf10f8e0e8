import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '#database';
import { SecretBox, type WhatsAppPort } from '#providers';
import { LOGGER, SafeMode } from '#service';
import { ConversationsEnv } from '../conversations.env.js';
import { ApiUsageBook } from '../usage/api-usage.book.js';
import { WHATSAPP } from './whatsapp.token.js';

/** WhatsApp takes the dots away after 25 s, or when the answer comes. */
const DOTS_MS = 20_000;

/** Shows the customer that she was read and, where that takes a while, that an answer is being written. A courtesy: when it fails nothing else does. */
@Injectable()
export class ReadReceipts {
  /** How long the dots are left before they are shown again. */
  renewEveryMs = DOTS_MS;

  constructor(
    private readonly db: Database,
    private readonly box: SecretBox,
    private readonly usage: ApiUsageBook,
    private readonly env: ConversationsEnv,
    private readonly safe: SafeMode,
    @Inject(WHATSAPP) private readonly whatsapp: WhatsAppPort,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Somebody of the shop read a conversation: the customer sees it once the open transaction is committed. @param upTo the last message that he saw; the newest when absent */
  async afterReading(conversationId: string, sellerId: string, upTo?: string): Promise<void> {
    if (this.safe.active) return;
    const [last] = await this.db.rows<{ id_message: string }>(
      `select m.id_message from messages m
        where m.id_conversation = $1 and m.id_utilisateur = $2 and m.direction_message = 'entrant' and m.wamid is not null
          and ($3::uuid is null or m.numero_ordre <= (select numero_ordre from messages where id_message = $3 and id_conversation = $1 and id_utilisateur = $2))
        order by m.numero_ordre desc limit 1`,
      [conversationId, sellerId, upTo ?? null],
    );
    if (last) this.db.afterCommit(() => void this.seen(sellerId, last.id_message, { typing: false }));
  }

  /**
   * She was read, and somebody writes: the dots are shown for as long as the thought takes, unless a person takes the conversation meanwhile.
   * @returns what ends them
   */
  whileThinking(sellerId: string, messageId: string): () => void {
    void this.seen(sellerId, messageId);
    // The offline assistant shows none.
    if (!this.env.geminiApiKey) return () => {};
    const renewal = setInterval(
      () => void this.seen(sellerId, messageId, { typing: true, onlyAssistants: true }),
      this.renewEveryMs,
    );
    return () => clearInterval(renewal);
  }

  /** @param messageId the last message read; those before it are shown as read too */
  async seen(
    sellerId: string,
    messageId: string,
    // The offline assistant is quicker than the dots: they could appear after its answer and stay.
    { typing = Boolean(this.env.geminiApiKey), onlyAssistants = false }: { typing?: boolean; onlyAssistants?: boolean } = {},
  ): Promise<void> {
    try {
      const [message] = await this.db.asSeller(sellerId, () =>
        this.db.rows<{ wamid: string; phone_number_id: string; access_token: string }>(
          `select m.wamid, m.phone_number_id, a.access_token from messages m
             join comptes_copie a on a.phone_number_id = m.phone_number_id and a.id_utilisateur = m.id_utilisateur
             join conversations c on c.id_conversation = m.id_conversation
            where m.id_message = $1 and m.id_utilisateur = $2 and a.statut = 'connecte' and a.access_token is not null
              and (not $3 or c.statut_conversation = 'ouverte')`,
          [messageId, sellerId, onlyAssistants],
        ),
      );
      if (!message) return;
      const accessToken = this.box.open(message.access_token, `comptes_whatsapp.access_token|${sellerId}`);
      const started = Date.now();
      const ok = await this.whatsapp
        .markRead({ phoneNumberId: message.phone_number_id, accessToken }, message.wamid, { typing })
        .then(
          () => true,
          () => false,
        );
      await this.usage.count(sellerId, 'messages.read', { ok, latencyMs: Date.now() - started });
    } catch (error) {
      this.logger.debug({ event: 'receipt.not-shown', sellerId, error: String(error) }, 'a read receipt could not be shown');
    }
  }
}
