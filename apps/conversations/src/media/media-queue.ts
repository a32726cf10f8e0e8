import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { EXPIRED, type Failure } from './media-failures.js';
import type { StoredKind } from './media.view.js';

/** A file that this worker is to fetch, with the account it came to. */
export interface ClaimedMedia {
  id_media: string;
  id_utilisateur: string;
  identifiant_whatsapp: string;
  genre: StoredKind;
  /** Announced by the webhook, hexadecimal. */
  sha256: string | null;
  cle: string;
  tentatives: number;
  phone_number_id: string;
  access_token: string;
  /** Fencing: only who holds it may record the outcome. */
  bail: string;
}

/** A file as it was stored. */
export interface Fetched {
  mimeType: string;
  sizeBytes: number;
  sha256: string;
}

/** Files that wait to be fetched, from the claim to what became of each. */
@Injectable()
export class MediaQueue {
  constructor(private readonly db: Database) {}

  /** The one that has waited longest and whose number is linked; those of others wait until they are linked again. One whose lease is over is taken up anew. */
  async claim(kinds: StoredKind[], leaseMs: number): Promise<ClaimedMedia | undefined> {
    const [claimed] = await this.db.asWorker(() =>
      this.db.rows<ClaimedMedia>(
        `with du as (
           select f.id_media, a.phone_number_id, a.access_token from medias f join messages m using (id_message)
             join comptes_copie a on a.phone_number_id = m.phone_number_id and a.id_utilisateur = m.id_utilisateur
            where f.etat in ('a_recuperer', 'en_cours') and f.prochaine_tentative <= now() and not f.a_retirer and f.genre = any($1::text[])
              and a.statut = 'connecte' and a.access_token is not null
            order by f.prochaine_tentative limit 1 for update of f skip locked
         )
         update medias f set etat = 'en_cours', tentatives = f.tentatives + 1, bail = $2, prochaine_tentative = now() + $3::int * interval '1 ms'
           from du where f.id_media = du.id_media
         returning f.id_media, f.id_utilisateur, f.identifiant_whatsapp, f.genre, f.sha256, f.cle, f.tentatives, f.bail, du.phone_number_id, du.access_token`,
        [kinds, randomUUID(), leaseMs],
      ),
    );
    return claimed;
  }

  /** @returns false when nobody wants it any more: what was stored must go */
  async ready(media: ClaimedMedia, file: Fetched): Promise<boolean> {
    return this.db.asSeller(media.id_utilisateur, async () => {
      const kept = await this.held(
        media,
        `etat = 'pret', type_mime = $4, taille = $5, sha256 = $6, date_pret = now(), code_erreur = null, explication = null`,
        [file.mimeType.slice(0, 120), file.sizeBytes, file.sha256],
      );
      if (kept) return true;
      // Another worker may have it by now, under the same key.
      const wanted = await this.db.rows('select from medias where id_media = $1 and id_utilisateur = $2 and not a_retirer', [
        media.id_media,
        media.id_utilisateur,
      ]);
      return wanted.length > 0;
    });
  }

  async failed(media: ClaimedMedia, [code, explanation]: Failure): Promise<void> {
    await this.db.asSeller(media.id_utilisateur, () =>
      this.held(media, `etat = 'echec', code_erreur = $4, explication = $5`, [code, explanation]),
    );
  }

  /** @param uncounted the try says nothing about the file (its number must be linked again) */
  async later(media: ClaimedMedia, code: string, ms: number, uncounted = false): Promise<void> {
    await this.db.asSeller(media.id_utilisateur, () =>
      this.held(
        media,
        `etat = 'a_recuperer', code_erreur = $4, prochaine_tentative = now() + $5::int * interval '1 ms', tentatives = tentatives - $6::int`,
        [code, Math.ceil(ms), uncounted ? 1 : 0],
      ),
    );
  }

  /** WhatsApp keeps files for 7 days: what was not had by then will never be, whatever it waited for. */
  async giveUpExpired(): Promise<number> {
    return this.db.asWorker(() =>
      this.db.run(
        `update medias set etat = 'echec', bail = null, code_erreur = $1, explication = $2 where id_media in
           (select id_media from medias where etat in ('a_recuperer', 'en_cours') and date_creation < now() - interval '7 days'
               and (bail is null or prochaine_tentative < now()) limit 200 for update skip locked)`,
        [...EXPIRED],
      ),
    );
  }

  private async held(media: ClaimedMedia, change: string, values: unknown[]): Promise<boolean> {
    const mine = await this.db.run(
      `update medias set bail = null, ${change} where id_media = $1 and id_utilisateur = $2 and bail = $3 and not a_retirer`,
      [media.id_media, media.id_utilisateur, media.bail, ...values],
    );
    return mine > 0;
  }
}
