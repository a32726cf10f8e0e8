import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { MessageRow } from './insert-messages.js';

/** Which ad brought a person first, and which one last: by the time of the messages that carry them, whatever order they came in. */
@Injectable()
export class AdTouch {
  constructor(private readonly db: Database) {}

  /** @param stored messages that were not there before, oldest first */
  async note(stored: MessageRow[]): Promise<void> {
    for (const { item, conversation } of stored) {
      if (item.origin.source === 'direct') continue;
      const { source, adId, adHeadline, adUrl, ctwaClid } = item.origin;
      const ad = [adId ?? null, adHeadline ?? null, adUrl ?? null, ctwaClid ?? null];
      await this.db.run(
        `update prospects set derniere_publicite = $3, dernier_titre_publicite = $4, derniere_url_publicite = $5, dernier_ctwa_clid = $6, derniere_publicite_le = $2,
                version = version + 1
          where id_prospect = $1 and (derniere_publicite_le is null or derniere_publicite_le <= $2)`,
        [conversation.prospectId, item.sentAt, ...ad],
      );
      // The ad's message was overtaken by a later one, which made the person known.
      await this.db.run(
        `update prospects set source_acquisition = $7, identifiant_publicite = $3, titre_publicite = $4, url_publicite = $5, ctwa_clid = $6, date_creation = $2,
                version = version + 1
          where id_prospect = $1 and source_acquisition = 'direct' and $2 <= date_creation`,
        [conversation.prospectId, item.sentAt, ...ad, source],
      );
    }
  }
}
