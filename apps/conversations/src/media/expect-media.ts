import { Injectable } from '@nestjs/common';
import { Workers } from '#bus';
import { Database, newId } from '#database';
import type { MessageRow } from '../inbound/insert-messages.js';
import { announcedIn } from './announced.js';
import { NOT_ANNOUNCED } from './media-failures.js';
import { STORED_KIND } from './media.view.js';

/** Notes down which files come with messages that were just stored, in their transaction; the workers fetch them. */
@Injectable()
export class ExpectMedia {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
  ) {}

  async of(messages: MessageRow[]): Promise<void> {
    const files = messages.flatMap((message) => {
      const file = announcedIn(message.item.type, message.item.raw);
      return file ? [{ ...file, id: newId(), message }] : [];
    });
    if (files.length === 0) return;
    const column = (pick: (file: (typeof files)[number]) => unknown) => files.map((file) => pick(file) ?? null);
    await this.db.run(
      `insert into medias (id_media, id_utilisateur, id_message, genre, identifiant_whatsapp, type_mime, nom_fichier, sha256, cle, etat, code_erreur, explication)
       select id, vendeur, message, genre, whatsapp, type, nom, sha256, vendeur || '/' || to_char(now() at time zone 'UTC', 'YYYY/MM') || '/' || id,
              case when whatsapp is null then 'echec' else 'a_recuperer' end, case when whatsapp is null then $9 end, case when whatsapp is null then $10 end
         from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[]) t(id, vendeur, message, genre, whatsapp, type, nom, sha256)`,
      [
        column((f) => f.id),
        column((f) => f.message.item.sellerId),
        column((f) => f.message.id),
        column((f) => STORED_KIND[f.kind]),
        column((f) => f.whatsappId),
        column((f) => f.mimeType),
        column((f) => f.fileName),
        column((f) => f.sha256),
        ...NOT_ANNOUNCED,
      ],
    );
    this.db.afterCommit(() => {
      this.workers.wake('medias');
      this.workers.wake('documents');
    });
  }
}
