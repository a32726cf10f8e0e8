import { Injectable } from '@nestjs/common';
import { DomainError, MEDIA_LIMITS, MEDIA_TYPES, plainType, type QuestionOf, type RegisterMedia } from '#contracts';
import { Database } from '#database';
import { STORED_KIND } from './media.view.js';

/** What a shop may have lying here without sending it. */
const MOST_FILES = 500;
const MOST_BYTES = 2 * 1024 ** 3;

/** Files that the shop put in the store, to be sent. */
@Injectable()
export class Uploads {
  constructor(private readonly db: Database) {}

  /**
   * Notes down a file that is in the store; doing it twice changes nothing.
   * @throws DomainError MEDIA_KEY_REFUSED (not the key that the gateway makes for this seller and file), MEDIA_TYPE_REFUSED, MEDIA_TOO_LARGE, MEDIA_FULL
   */
  async register(file: QuestionOf<RegisterMedia>, sellerId: string): Promise<void> {
    const kind = MEDIA_TYPES[plainType(file.mimeType)];
    if (file.key !== `${sellerId}/uploads/${file.mediaId}`)
      throw new DomainError('MEDIA_KEY_REFUSED', 'invalid', { mediaId: file.mediaId });
    if (!kind) throw new DomainError('MEDIA_TYPE_REFUSED', 'invalid', { mimeType: file.mimeType });
    if (file.sizeBytes > MEDIA_LIMITS[kind])
      throw new DomainError('MEDIA_TOO_LARGE', 'invalid', { bytes: file.sizeBytes, limit: MEDIA_LIMITS[kind] });
    await this.assertRoom(sellerId, file.sizeBytes);
    await this.db.run(
      `insert into medias (id_media, id_utilisateur, genre, type_mime, taille, sha256, nom_fichier, cle, etat, date_pret)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'pret', now()) on conflict (id_media) do nothing`,
      [file.mediaId, sellerId, STORED_KIND[kind], file.mimeType, file.sizeBytes, file.sha256, file.fileName ?? null, file.key],
    );
  }

  /** @throws DomainError MEDIA_FULL */
  private async assertRoom(sellerId: string, sizeBytes: number): Promise<void> {
    const [unsent] = await this.db.rows<{ files: number; bytes: number }>(
      `select count(*)::int as files, coalesce(sum(taille), 0)::float8 as bytes from medias where id_utilisateur = $1 and id_message is null and not a_retirer`,
      [sellerId],
    );
    if (unsent!.files >= MOST_FILES || unsent!.bytes + sizeBytes > MOST_BYTES)
      throw new DomainError('MEDIA_FULL', 'conflict', { files: unsent!.files, bytes: unsent!.bytes });
  }
}
