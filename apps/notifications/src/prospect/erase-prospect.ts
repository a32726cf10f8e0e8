import { Injectable } from '@nestjs/common';
import { Database } from '#database';
import { NotificationRepository } from '../notice/notification.repository.js';
import { refusal } from '../sending/fit-to-send.js';
import { ProspectCopies } from './prospect-copies.js';

const ERASED_TEXT = 'Contenu effacé à la demande de la personne concernée.';

/**
 * Forgets a person: texts about him and his number go, what became of each notice stays. He is remembered as erased, so that an event that comes late brings
 * nothing back. Notices that wait are called off; one that is just being sent
 * is, when it would be tried again.
 */
@Injectable()
export class EraseProspect {
  constructor(
    private readonly db: Database,
    private readonly notices: NotificationRepository,
    private readonly prospects: ProspectCopies,
  ) {}

  async erase(prospectId: string, sellerId: string): Promise<void> {
    const ids = await this.prospects.allOf(prospectId);
    await this.prospects.lock(ids);
    await this.db.run(
      `insert into prospects_copie (prospect, id_utilisateur, efface) select p, $2, true from unnest($1::uuid[]) t(p) order by p
       on conflict (prospect) do update set efface = true`,
      [ids, sellerId],
    );
    // Notices from before prospects were noted with them are found by the order, delivery or conversation they share with one that is his.
    const forgotten = await this.db.rows<{ id: string; waits: boolean }>(
      `with siens as (select id_commande, reference_element_id, type_reference from notifications where id_prospect = any($1::uuid[]))
       update notifications set contenu_notification = $3, parametres = '[]', effacee = true,
         destinataire = case role_destinataire when 'client' then '' else destinataire end
       where id_utilisateur = $2 and not effacee and (
         id_prospect = any($1::uuid[])
         or id_prospect is null and id_commande in (select id_commande from siens)
         or id_prospect is null and reference_element_id in
           (select reference_element_id from siens where type_reference in ('commande', 'livraison', 'conversation')))
       returning id_notification as id, etat = 'en_attente' as waits`,
      [ids, sellerId, ERASED_TEXT],
    );
    const { code, explanation } = refusal('ERASED');
    await this.notices.updateMany(
      forgotten.filter(({ waits }) => waits).map(({ id }) => id),
      (notice) => {
        notice.fail(code, explanation);
        return true;
      },
    );
  }
}
