import { Injectable } from '@nestjs/common';
import { DomainError, type MediaFile, type MediaView, notFound } from '#contracts';
import { Database } from '#database';
import { MEDIA_COLUMNS, mediaFile, type MediaRow, mediaView } from './media.view.js';

/** Reads files for their seller. */
@Injectable()
export class MediaQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError MEDIA_NOT_FOUND */
  async one(id: string, sellerId: string): Promise<MediaView> {
    return mediaView(await this.row(id, sellerId));
  }

  /** A file that can be read. @throws DomainError MEDIA_NOT_FOUND; MEDIA_NOT_READY while it is being fetched, MEDIA_FAILED when it cannot be had */
  async file(id: string, sellerId: string): Promise<MediaFile> {
    const row = await this.row(id, sellerId);
    if (row.etat === 'echec')
      throw new DomainError('MEDIA_FAILED', 'not-found', {
        mediaId: id,
        ...(row.explication ? { problem: row.explication } : {}),
      });
    if (row.etat !== 'pret') throw new DomainError('MEDIA_NOT_READY', 'conflict', { mediaId: id });
    return mediaFile(row);
  }

  private async row(id: string, sellerId: string): Promise<MediaRow> {
    const [row] = await this.db.rows<MediaRow>(
      `select ${MEDIA_COLUMNS} from medias where id_media = $1 and id_utilisateur = $2 and not a_retirer`,
      [id, sellerId],
    );
    if (!row) throw notFound('media', id);
    return row;
  }
}
