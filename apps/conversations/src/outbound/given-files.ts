import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import type { ProviderError } from '#providers';

/** WhatsApp keeps an upload for 30 days. */
const KEPT = `interval '29 days'`;

/** Meta's codes for a file that it cannot send: a wrong value, or one that it could not read; it also says that of an id it no longer knows. */
const BAD_FILE = ['131009', '131053'];
/** The general code for a wrong parameter: which one, only its text tells. */
const WRONG_PARAMETER = '100';

/** Whether WhatsApp may have dropped the file that a message named by its id. */
export const mayBeDropped = ({ code, message }: Pick<ProviderError, 'code' | 'message'>): boolean =>
  BAD_FILE.includes(code) || (code === WRONG_PARAMETER && /media|attachment/i.test(message));

/** A file of the shop's at one of its numbers. */
export interface FileAt {
  mediaId: string;
  phoneNumberId: string;
  sellerId: string;
}

/** The ids under which WhatsApp holds files of the shop. Each method has a transaction of its own, but {@link forgetOf}. */
@Injectable()
export class GivenFiles {
  constructor(private readonly db: Database) {}

  /** @returns WhatsApp's id while it keeps the file; undefined when it was not given or too long ago */
  async known({ mediaId, phoneNumberId, sellerId }: FileAt): Promise<string | undefined> {
    const [row] = await this.db.asSeller(sellerId, () =>
      this.db.rows<{ identifiant_whatsapp: string }>(
        `select identifiant_whatsapp from envois_medias where id_media = $1 and phone_number_id = $2 and id_utilisateur = $3 and depose_le > now() - ${KEPT}`,
        [mediaId, phoneNumberId, sellerId],
      ),
    );
    return row?.identifiant_whatsapp;
  }

  async keep({ mediaId, phoneNumberId, sellerId }: FileAt, id: string): Promise<void> {
    await this.db.asSeller(sellerId, () =>
      this.db.run(
        `insert into envois_medias (id_media, phone_number_id, id_utilisateur, identifiant_whatsapp)
         select id_media, $2, $3, $4 from medias where id_media = $1 and id_utilisateur = $3
         on conflict (id_media, phone_number_id) do update set identifiant_whatsapp = excluded.identifiant_whatsapp, depose_le = now()`,
        [mediaId, phoneNumberId, sellerId, id],
      ),
    );
  }

  /** WhatsApp holds nothing under this id any more; one that it was given meanwhile stays. */
  async forget({ mediaId, phoneNumberId, sellerId }: FileAt, id: string): Promise<void> {
    await this.db.asSeller(sellerId, () =>
      this.db.run(
        'delete from envois_medias where id_media = $1 and phone_number_id = $2 and id_utilisateur = $3 and identifiant_whatsapp = $4',
        [mediaId, phoneNumberId, sellerId, id],
      ),
    );
  }

  /** The same for the file of a message that was refused after it was taken: sent once more, it is given anew. In the open transaction. */
  async forgetOf(phoneNumberId: string, wamid: string, sellerId: string): Promise<void> {
    await this.db.run(
      `delete from envois_medias e using messages m
        where m.phone_number_id = $1 and m.wamid = $2 and m.id_utilisateur = $3 and m.contenu_envoi->>'type' = 'file'
          and e.id_media = (m.contenu_envoi->>'mediaId')::uuid and e.phone_number_id = $1 and e.id_utilisateur = $3 and e.depose_le <= m.date_envoi`,
      [phoneNumberId, wamid, sellerId],
    );
  }
}
