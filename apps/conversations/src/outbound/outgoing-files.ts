import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { type OutboundContent, ProviderError, type WhatsAppAccount, type WhatsAppPort } from '#providers';
import { type ObjectStore, StoreError } from '#storage';
import { MEDIA_STORE } from '../media/media-store.token.js';
import { type FileAt, GivenFiles } from './given-files.js';
import type { QueuedFile } from './reply-content.js';
import { WHATSAPP } from './whatsapp.token.js';

interface StoredFile {
  cle: string;
  type_mime: string;
  nom_fichier: string | null;
}

/** A file as a message names it. */
export interface GivenFile {
  content: OutboundContent;
  /** Set when WhatsApp was given it for an earlier message: it may have dropped it since. @returns the file, given anew */
  giveAnew?: () => Promise<OutboundContent>;
}

/** Gives a file of the shop to WhatsApp, once for each number while WhatsApp keeps it. */
@Injectable()
export class OutgoingFiles {
  constructor(
    private readonly db: Database,
    private readonly given: GivenFiles,
    @Inject(MEDIA_STORE) private readonly store: ObjectStore,
    @Inject(WHATSAPP) private readonly whatsapp: WhatsAppPort,
  ) {}

  /** Outside any transaction. @throws ProviderError: `file_gone` (reject), `file_unreachable` (retry), or whatever the upload throws */
  async contentOf(file: QueuedFile, account: WhatsAppAccount, sellerId: string): Promise<GivenFile> {
    const at = { mediaId: file.mediaId, phoneNumberId: account.phoneNumberId, sellerId };
    const known = await this.given.known(at);
    if (!known) return { content: asContent(file, await this.give(at, account)) };
    const giveAnew = async () => {
      await this.given.forget(at, known);
      return asContent(file, await this.give(at, account));
    };
    return { content: asContent(file, known), giveAnew };
  }

  private async give(at: FileAt, account: WhatsAppAccount): Promise<string> {
    const [file] = await this.db.asSeller(at.sellerId, () =>
      this.db.rows<StoredFile>(
        `select cle, type_mime, nom_fichier from medias where id_media = $1 and id_utilisateur = $2 and etat = 'pret' and not a_retirer`,
        [at.mediaId, at.sellerId],
      ),
    );
    if (!file) throw gone();
    const bytes = await this.read(file.cle);
    const id = await this.whatsapp.uploadMedia(account, {
      bytes,
      mimeType: file.type_mime,
      ...(file.nom_fichier ? { filename: file.nom_fichier } : {}),
    });
    await this.given.keep(at, id);
    return id;
  }

  private async read(key: string): Promise<Buffer> {
    try {
      const file = await this.store.open(key);
      if (!file) throw gone();
      const parts: Buffer[] = [];
      for await (const part of file.stream) parts.push(part as Buffer);
      return Buffer.concat(parts);
    } catch (error) {
      if (error instanceof StoreError)
        throw failed('file_unreachable', 'retry', 'Le fichier joint est momentanément hors de portée : nous réessayons.', error);
      throw error;
    }
  }
}

function asContent(file: QueuedFile, id: string): OutboundContent {
  const media = { id };
  const caption = file.caption ? { caption: file.caption } : {};
  if (file.kind === 'audio') return { type: 'audio', media };
  if (file.kind === 'document')
    return { type: 'document', media, ...caption, ...(file.fileName ? { filename: file.fileName } : {}) };
  return { type: file.kind, media, ...caption };
}

const gone = () => failed('file_gone', 'reject', 'Le fichier joint n’existe plus.');

const failed = (code: string, action: 'reject' | 'retry', explanationFr: string, cause?: unknown) =>
  new ProviderError({ provider: 'whatsapp', code, action, explanationFr, message: `whatsapp: ${code}`, cause });
