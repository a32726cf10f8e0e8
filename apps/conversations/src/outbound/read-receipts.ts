import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '#database';
import { SecretBox, type WhatsAppPort } from '#providers';
import { LOGGER, SafeMode } from '#service';
import { ConversationsEnv } from '../conversations.env.js';
import { ApiUsageBook } from '../usage/api-usage.book.js';
import { WHATSAPP } from './whatsapp.token.js';

/** WhatsApp takes the dots away after 25 s, or when the answer comes. */
const DOTS_MS = 20_000;

/** A customer's message as WhatsApp is told that it was read. */
export interface ReadMessage {
  wamid: string;
  phoneNumberId: string;
  /** Sealed. */
  accessToken: string;
}

/** Shows the customer that she was read and, where that takes a while, that an answer is being written. A courtesy: when it fails nothing else does, and nothing waits for it. */
@Injectable()
export class ReadReceipts implements OnModuleDestroy {
  /** How long the dots are left before they are shown again. */
  renewEveryMs = DOTS_MS;
  private readonly underWay = new Set<Promise<void>>();

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
    if (last) this.db.afterCommit(() => this.show(this.look(sellerId, last.id_message, { typing: false })));
  }

  /**
   * She was read, and somebody writes: the dots are shown for as long as the thought takes, unless a person takes the conversation meanwhile.
   * @param read the last of her messages, where her number is connected
   * @returns what ends them
   */
  whileThinking(sellerId: string, messageId: string, read: ReadMessage | undefined): () => void {
    if (!read) return () => {};
    // The offline assistant is quicker than the dots: they could appear after its answer and stay.
    const typing = Boolean(this.env.geminiApiKey);
    this.show(this.tell(sellerId, read, typing));
    if (!typing) return () => {};
    const renewal = setInterval(
      () => this.show(this.look(sellerId, messageId, { typing, onlyAssistants: true })),
      this.renewEveryMs,
    );
    return () => clearInterval(renewal);
  }

  /** A graceful stop waits for WhatsApp's answers, so that they are counted. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private show(telling: Promise<void>): void {
    const work = telling
      .catch((error: unknown) =>
        this.logger.debug({ event: 'receipt.not-shown', error: String(error) }, 'a read receipt could not be shown'),
      )
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  /** @param messageId the last message read; those before it are shown as read too */
  private async look(
    sellerId: string,
    messageId: string,
    { typing, onlyAssistants = false }: { typing: boolean; onlyAssistants?: boolean },
  ): Promise<void> {
    const [read] = await this.db.asSeller(sellerId, () =>
      this.db.rows<ReadMessage>(
        `select m.wamid, m.phone_number_id as "phoneNumberId", a.access_token as "accessToken" from messages m
           join comptes_copie a on a.phone_number_id = m.phone_number_id and a.id_utilisateur = m.id_utilisateur
           join conversations c on c.id_conversation = m.id_conversation
          where m.id_message = $1 and m.id_utilisateur = $2 and a.statut = 'connecte' and a.access_token is not null
            and (not $3 or c.statut_conversation = 'ouverte')`,
        [messageId, sellerId, onlyAssistants],
      ),
    );
    if (read) await this.tell(sellerId, read, typing);
  }

  private async tell(
    sellerId: string,
    { wamid, phoneNumberId, accessToken: sealed }: ReadMessage,
    typing: boolean,
  ): Promise<void> {
    const accessToken = this.box.open(sealed, `comptes_whatsapp.access_token|${sellerId}`);
    const started = Date.now();
    const ok = await this.whatsapp.markRead({ phoneNumberId, accessToken }, wamid, { typing }).then(
      () => true,
      () => false,
    );
    this.usage.note(sellerId, 'messages.read', { ok, latencyMs: Date.now() - started });
  }
}
