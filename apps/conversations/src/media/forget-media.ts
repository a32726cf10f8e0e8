import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { Worker, Workers } from '#bus';
import { Database } from '#database';
import { LOGGER } from '#service';
import { type ObjectStore, StoreError } from '#storage';
import { MediaQueue } from './media-queue.js';
import { MEDIA_STORE } from './media-store.token.js';

const AT_ONCE = 50;
/** A store that fails is not asked again at once. */
const AGAIN_MS = 300_000;

/** SQL: to be removed now, or once the lease of whoever is fetching it is over, who could store it after it was removed. */
const UNWANTED = 'a_retirer = true, prochaine_tentative = case when bail is null then now() else prochaine_tentative end';

interface Unwanted {
  id_media: string;
  cle: string;
  /** Another row that is wanted has the same file. */
  partagee: boolean;
}

/** Forgets files: those of people who are forgotten, and those that the shop put here and did not send within 30 days. The row is the intent; the file goes first. */
@Injectable()
export class ForgetMedia {
  constructor(
    private readonly db: Database,
    private readonly workers: Workers,
    private readonly queue: MediaQueue,
    @Inject(MEDIA_STORE) private readonly store: ObjectStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** In the transaction that forgets a person: what his files were called goes at once, they themselves as soon as the worker comes to them. */
  async of(prospectId: string, sellerId: string): Promise<void> {
    await this.db.run(
      `update medias set ${UNWANTED}, nom_fichier = null, identifiant_whatsapp = null, type_mime = null, explication = null
        where id_utilisateur = $2 and id_message in
          (select m.id_message from messages m join conversations c using (id_conversation) where c.id_prospect = $1 and c.id_utilisateur = $2)`,
      [prospectId, sellerId],
    );
    this.db.afterCommit(() => this.workers.wake('menage-medias'));
  }

  @Worker({ name: 'menage-medias', idleMs: 60_000, outbound: true })
  async sweep(): Promise<number> {
    await this.queue.giveUpExpired();
    const unwanted = await this.unwanted();
    for (const one of unwanted) await this.remove(one);
    return unwanted.length;
  }

  private unwanted(): Promise<Unwanted[]> {
    return this.db.asWorker(async () => {
      await this.db.run(
        `update medias set ${UNWANTED} where id_media in
           (select id_media from medias where id_message is null and not a_retirer and date_creation < now() - interval '30 days'
             and not exists (select from produits_copie p where p.id_utilisateur = medias.id_utilisateur and medias.id_media = any(p.photos))
            limit ${AT_ONCE} for update skip locked)`,
      );
      return this.db.rows<Unwanted>(
        `update medias f set prochaine_tentative = now() + ${AGAIN_MS} * interval '1 ms'
           from (select id_media from medias where a_retirer and prochaine_tentative <= now()
                  order by prochaine_tentative limit ${AT_ONCE} for update skip locked) du
          where f.id_media = du.id_media
         returning f.id_media, f.cle, exists (select from medias autre where autre.cle = f.cle and autre.id_media <> f.id_media and not autre.a_retirer) as partagee`,
      );
    });
  }

  private async remove({ id_media: id, cle: key, partagee: isShared }: Unwanted): Promise<void> {
    try {
      if (!isShared) await this.store.remove(key);
      await this.db.asWorker(() => this.db.run('delete from medias where id_media = $1 and a_retirer', [id]));
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      this.logger.error({ event: 'media.not-removed', mediaId: id, error: error.message }, 'a file could not be removed yet');
    }
  }
}
