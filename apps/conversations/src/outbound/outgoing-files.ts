import { Inject, Injectable } from '@nestjs/common';
import { Database } from '#database';
import { type OutboundContent, ProviderError, type WhatsAppAccount, type WhatsAppPort } from '#providers';
import { type ObjectStore, StoreError } from '#storage';
import { MEDIA_STORE } from '../media/media-store.token.js';
import type { QueuedFile } from './reply-content.js';
import { WHATSAPP } from './whatsapp.token.js';

/** WhatsApp keeps an upload for 30 days. */
const KEPT = `interval '29 days'`;

interface StoredFile {
  cle: string;
  type_mime: string;
  nom_fichier: string | null;
}

/** Gives a file of the shop to WhatsApp, once for each number while WhatsApp keeps it. */
@Injectable()
export class OutgoingFiles {
  constructor(
    private readonly db: Database,
    @Inject(MEDIA_STORE) private readonly store: ObjectStore,
    @Inject(WHATSAPP) private readonly whatsapp: WhatsAppPort,
  ) {}

  /** Outside any transaction. @throws ProviderError: `file_gone` (reject), `file_unreachable` (retry), or whatever the upload throws */
  async contentOf(file: QueuedFile, account: WhatsAppAccount, sellerId: string): Promise<OutboundContent> {
    const media = { id: await this.idOf(file.mediaId, account, sellerId) };
    const caption = file.caption ? { caption: file.caption } : {};
    if (file.kind === 'audio') return { type: 'audio', media };
    if (file.kind === 'document')
      return { type: 'document', media, ...caption, ...(file.fileName ? { filename: file.fileName } : {}) };
    return { type: file.kind, media, ...caption };
  }

  private async idOf(mediaId: string, account: WhatsAppAccount, sellerId: string): Promise<string> {
    const [known] = await this.db.asSeller(sellerId, () =>
      this.db.rows<{ identifiant_whatsapp: string }>(
        `select identifiant_whatsapp from envois_medias where id_media = $1 and phone_number_id = $2 and id_utilisateur = $3 and depose_le > now() - ${KEPT}`,
        [mediaId, account.phoneNumberId, sellerId],
      ),
    );
    if (known) return known.identifiant_whatsapp;
    const [file] = await this.db.asSeller(sellerId, () =>
      this.db.rows<StoredFile>(
        `select cle, type_mime, nom_fichier from medias where id_media = $1 and id_utilisateur = $2 and etat = 'pret' and not a_retirer`,
        [mediaId, sellerId],
      ),
    );
    if (!file) throw gone();
    const bytes = await this.read(file.cle);
    const given = await this.whatsapp.uploadMedia(account, {
      bytes,
      mimeType: file.type_mime,
      ...(file.nom_fichier ? { filename: file.nom_fichier } : {}),
    });
    await this.db.asSeller(sellerId, () =>
      this.db.run(
        `insert into envois_medias (id_media, phone_number_id, id_utilisateur, identifiant_whatsapp)
         select id_media, $2, $3, $4 from medias where id_media = $1 and id_utilisateur = $3
         on conflict (id_media, phone_number_id) do update set identifiant_whatsapp = excluded.identifiant_whatsapp, depose_le = now()`,
        [mediaId, account.phoneNumberId, sellerId, given],
      ),
    );
    return given;
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

const gone = () => failed('file_gone', 'reject', 'Le fichier joint n’existe plus.');

const failed = (code: string, action: 'reject' | 'retry', explanationFr: string, cause?: unknown) =>
  new ProviderError({ provider: 'whatsapp', code, action, explanationFr, message: `whatsapp: ${code}`, cause });
