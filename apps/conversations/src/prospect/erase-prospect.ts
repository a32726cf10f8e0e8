import { Injectable } from '@nestjs/common';
import { DomainError } from '#contracts';
import { Outbox } from '#bus';
import { Database } from '#database';
import { CHANGED, changedFact, type ChangedRow } from '../conversation/changed.js';
import { STORED_ORDER_STATUS } from '../copies/order.copy.js';
import { NameLocks } from '../inbound/locks.js';
import { ForgetMedia } from '../media/forget-media.js';
import { erasedWamidSql } from '../outbound/erased-wamid.js';
import { FailQueued, PERSON_ERASED } from '../outbound/fail-queued.js';
import { ERASED } from './prospect.entity.js';
import { ProspectRepository } from './prospect.repository.js';
import { SearchIndex } from './search-index.js';

const OVER = (['delivered', 'cancelled', 'returned'] as const).map((status) => STORED_ORDER_STATUS[status]);

/**
 * Forgets a person. Rows stay, so that references and counts hold; his words, names and numbers do not, here nor among the updates that were only kept. Who writes
 * from his number afterwards is somebody new. Works as the service itself, because a seller cannot see the updates that were kept: every statement names him.
 */
@Injectable()
export class ErasePerson {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    private readonly locks: NameLocks,
    private readonly prospects: ProspectRepository,
    private readonly queued: FailQueued,
    private readonly search: SearchIndex,
    private readonly media: ForgetMedia,
  ) {}

  /** Erasing him twice changes nothing. @throws DomainError PROSPECT_NOT_FOUND; ERASE_HAS_OPEN_ORDERS naming them: who waits for a parcel must be found */
  async erase(prospectId: string, sellerId: string): Promise<void> {
    await this.db.asWorker(async () => {
      await this.locks.own(sellerId);
      const found = await this.prospects.get(prospectId, sellerId);
      if (found.erasedAt) return;
      await this.assertNoOpenOrders(prospectId, sellerId);
      await this.prospects.update(prospectId, sellerId, async (prospect) => {
        await this.queued.to(prospectId, sellerId, PERSON_ERASED, ['en_attente', 'en_envoi', 'inconnu']);
        await this.eraseKept(prospectId, sellerId);
        await this.eraseConversations(prospectId, sellerId);
        await this.media.of(prospectId, sellerId);
        await this.db.run('delete from identites_prospect where id_prospect = $1 and id_utilisateur = $2', [
          prospectId,
          sellerId,
        ]);
        await this.search.forget(prospectId, sellerId);
        prospect.erase();
      });
    });
  }

  private async assertNoOpenOrders(prospectId: string, sellerId: string): Promise<void> {
    const open = await this.db.rows<{ numero_commande: string }>(
      `select numero_commande from commandes_copie where id_prospect = $1 and id_utilisateur = $2 and statut_commande <> all($3::text[])
        order by id_commande desc limit 20`,
      [prospectId, sellerId, OVER],
    );
    // What he has just agreed to becomes an order, or is refused, in a moment.
    const [agreed] = await this.db.rows<{ n: number }>(
      `select count(*)::int as n from accords a join conversations c using (id_conversation)
        where c.id_prospect = $1 and c.id_utilisateur = $2 and a.date_creation > now() - interval '1 hour'
          and not exists (select from commandes_copie o where o.id_accord = a.id_accord)
          and not exists (select from messages m where m.id_conversation = a.id_conversation and m.cle_unique = 'refusee:' || a.id_accord || '#0')`,
      [prospectId, sellerId],
    );
    if (open.length > 0 || agreed!.n > 0)
      throw new DomainError('ERASE_HAS_OPEN_ORDERS', 'conflict', {
        prospectId,
        orderNumbers: open.map((order) => order.numero_commande),
        agreedJustNow: agreed!.n,
      });
  }

  /** Updates that nothing was done with, and what was said about his messages, statuses among it: they hold his number or his words. */
  private async eraseKept(prospectId: string, sellerId: string): Promise<void> {
    const item = `contenu->'event'->'item'`;
    await this.db.run(
      `delete from mises_a_jour_gardees where id_utilisateur = $2
          and (select array_agg(valeur) from identites_prospect where id_prospect = $1 and id_utilisateur = $2)
              && array[${item}->>'from', ${item}->>'to', ${item}->>'recipient_id', ${item}->>'from_user_id', ${item}->>'to_user_id', ${item}->>'recipient_user_id',
                       ${item}->>'wa_id', ${item}->>'user_id', contenu->'event'->'contact'->>'wa_id', contenu->'event'->'contact'->>'user_id',
                       '+' || (${item}->>'from'), '+' || (${item}->>'to')]`,
      [prospectId, sellerId],
    );
    await this.db.run(
      `delete from suites_message s where s.id_utilisateur = $2
          and (exists (select from messages m join conversations c using (id_conversation)
                        where c.id_prospect = $1 and c.id_utilisateur = $2 and m.phone_number_id = s.phone_number_id and m.wamid = s.cible)
               or (select array_agg(valeur) from identites_prospect where id_prospect = $1 and id_utilisateur = $2)
                  && array[s.contenu_brut->>'from', s.contenu_brut->>'to', s.contenu_brut->>'from_user_id', s.contenu_brut->>'to_user_id'])`,
      [prospectId, sellerId],
    );
    await this.db.run(
      `delete from statuts_recus s using messages m join conversations c using (id_conversation)
        where c.id_prospect = $1 and c.id_utilisateur = $2 and s.id_utilisateur = $2 and s.phone_number_id = m.phone_number_id and s.wamid = m.wamid`,
      [prospectId, sellerId],
    );
  }

  private async eraseConversations(prospectId: string, sellerId: string): Promise<void> {
    const his = `id_conversation in (select id_conversation from conversations where id_prospect = $1 and id_utilisateur = $2)`;
    const who = [prospectId, sellerId];
    const changed = await this.db.rows<ChangedRow>(
      `update conversations set statut_conversation = 'fermee', motif_humain = null, derniere_main = null, brouillon = '{"lines": []}', dernier_tour = null, adresse_whatsapp = null,
              adresse_bsuid = null, dernier_message = case when dernier_message is not null then '${ERASED}' end, non_lus = 0, etiquettes = '{}', tour_prevu = null,
              premier_sans_reponse = null, bail_tour = null, bail_tour_fin = null, version = version + 1
        where id_prospect = $1 and id_utilisateur = $2 returning ${CHANGED}`,
      who,
    );
    await this.outbox.add(changed.map(changedFact));
    await this.db.run(
      `update messages set contenu_message = '${ERASED}', paroles = null, identifiant_bouton = null, contenu_brut = null, contenu_envoi = null, a_repondre = false, cite_wamid = null,
              wamid = ${erasedWamidSql('wamid')} where ${his}`,
      who,
    );
    await this.db.run(`update notes_conversation set texte = '${ERASED}' where ${his}`, who);
    await this.db.run(`update passages_conversation set motif = null where ${his}`, who);
    await this.db.run(`delete from etiquettes_conversation where ${his}`, who);
    await this.db.run(
      `update accords set contenu = jsonb_build_object('lines', coalesce(contenu->'lines', '[]'), 'efface', true) where ${his}`,
      who,
    );
  }
}
