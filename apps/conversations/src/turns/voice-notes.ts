import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Database } from '#database';
import { LOGGER } from '#service';
import type { ObjectStore } from '#storage';
import type { ModelUsage, Turn } from '../assistant/assistant.js';
import { EngineFailed } from '../assistant/engine-failed.js';
import type { Transcriber } from '../assistant/transcriber.js';
import { cut } from '../cut.js';
import { MEDIA_STORE } from '../media/media-store.token.js';
import type { OpenTurn } from './open-turn.js';
import type { VoiceNote } from './what-messages-tell.js';

/** Whoever writes voice notes down, for injection; undefined where nobody can. */
export const TRANSCRIBER = Symbol('transcriber');

/** How long a turn waits for WhatsApp to hand a voice note out. */
const PATIENCE_MS = 10_000;
/** Notes of one burst that are written down, the newest; who speaks more often has said enough. */
const AT_ONCE = 3;

export interface Heard {
  turn: Turn;
  /** What writing them down cost. */
  usage: ModelUsage[];
}

/** Writes down what voice notes say before a turn is thought about. Where nobody can, the turn goes on without, and she is asked to write. */
@Injectable()
export class VoiceNotes {
  constructor(
    private readonly db: Database,
    @Inject(MEDIA_STORE) private readonly store: ObjectStore,
    @Inject(TRANSCRIBER) private readonly transcriber: Transcriber | undefined,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** A note is still on its way from WhatsApp, and not for too long. */
  mustWait(open: OpenTurn, now = Date.now()): boolean {
    return this.worthHearing(open).some(
      ({ state, receivedAt }) => state === 'coming' && now - receivedAt.getTime() < PATIENCE_MS,
    );
  }

  /** Outside any transaction. The words are kept with their message, so that a note is paid for once, whatever becomes of the turn. */
  async hear(open: OpenTurn): Promise<Heard> {
    const usage: ModelUsage[] = [];
    const words = new Map<string, string>();
    for (const note of this.worthHearing(open)) {
      const text = note.state === 'here' ? await this.written(note, usage) : undefined;
      // Undefined: it could not be had now; the next turn may.
      if (text === undefined) continue;
      await this.keep(open.sellerId, note, text);
      if (text !== '') words.set(note.mediaId, text);
    }
    const inbound = open.turn.inbound.map((said) => ({ ...said, text: words.get(said.media?.id ?? '') ?? said.text }));
    return { turn: words.size > 0 ? { ...open.turn, inbound } : open.turn, usage };
  }

  private worthHearing(open: OpenTurn): VoiceNote[] {
    return this.transcriber && !open.overBudget ? open.unheard.slice(-AT_ONCE) : [];
  }

  /** @returns her words, empty when nobody can understand them; undefined when it failed for now */
  private async written(note: VoiceNote, usage: ModelUsage[]): Promise<string | undefined> {
    const [mimeType, sizeBytes] = [note.mimeType ?? '', note.sizeBytes ?? 0];
    if (!this.transcriber!.takes({ mimeType, sizeBytes })) return '';
    try {
      const heard = await this.transcriber!.transcribe({ bytes: await this.read(note.key), mimeType });
      usage.push(...heard.usage);
      return heard.text ?? '';
    } catch (error) {
      if (error instanceof EngineFailed) usage.push(...error.usage);
      this.logger.warn(
        {
          event: 'voice.not-written-down',
          mediaId: note.mediaId,
          reason: error instanceof EngineFailed ? error.reason : String(error),
        },
        'a voice note could not be written down',
      );
      return undefined;
    }
  }

  private async read(key: string): Promise<Buffer> {
    const file = await this.store.open(key);
    if (!file) throw new EngineFailed('file_gone');
    const parts: Buffer[] = [];
    for await (const part of file.stream) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  /** Also how the seller reads it in his inbox. */
  private async keep(sellerId: string, { messageId }: VoiceNote, text: string): Promise<void> {
    await this.db.asSeller(sellerId, () =>
      this.db.run(
        `update messages set transcription = $3, paroles = nullif($4, ''), contenu_message = case when $4 = '' then contenu_message else 'Message vocal : ' || $4 end
          where id_message = $1 and id_utilisateur = $2 and transcription is null and supprime_le is null`,
        [messageId, sellerId, text === '' ? 'impossible' : 'faite', cut(text, 4_096)],
      ),
    );
  }
}
