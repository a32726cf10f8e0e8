import { Injectable } from '@nestjs/common';
import { type GetCustomerJourney, notFound, type QuestionOf, type TimelineStep } from '#contracts';
import { Database } from '#database';
import { STORED_PASSAGES, type StoredPassage } from './passages.js';

interface Person {
  id_prospect: string;
  id_utilisateur: string;
  nom_complet: string | null;
  source_acquisition: string;
  identifiant_publicite: string | null;
  titre_publicite: string | null;
  date_creation: Date;
}

const PAGE = 200;

/** How a customer came to an order: from the ad he tapped to the recap he confirmed, oldest first. */
@Injectable()
export class CustomerJourney {
  constructor(private readonly db: Database) {}

  /** @throws DomainError PROSPECT_NOT_FOUND */
  async tell(
    { prospectId, conversationId, agreementId }: QuestionOf<GetCustomerJourney>,
    sellerId: string,
  ): Promise<TimelineStep[]> {
    const person = await this.person(prospectId, sellerId);
    const steps = [
      ...(await this.arrival(person)),
      ...(conversationId ? await this.conversation(person, conversationId) : []),
      ...(agreementId ? await this.agreement(agreementId, person) : []),
    ];
    return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  }

  /** Also by the id of somebody who is part of him by now. */
  private async person(id: string, sellerId: string): Promise<Person> {
    const [person] = await this.db.rows<Person>(
      `select id_prospect, id_utilisateur, nom_complet, source_acquisition, identifiant_publicite, titre_publicite, date_creation from prospects
        where id_prospect = coalesce((select id_prospect from prospects_fusionnes where id_fusionne = $1 and id_utilisateur = $2), $1) and id_utilisateur = $2`,
      [id, sellerId],
    );
    if (!person) throw notFound('prospect', id);
    return person;
  }

  private async arrival(person: Person): Promise<TimelineStep[]> {
    const [first] = await this.db.rows<{ premier: Date | null; annonce: Date | null }>(
      `select min(m.date_creation) as premier, min(m.date_creation) filter (where m.contenu_brut ? 'referral') as annonce
         from conversations c join messages m using (id_conversation) where c.id_prospect = $1 and c.id_utilisateur = $2 and m.direction_message = 'entrant'`,
      [person.id_prospect, person.id_utilisateur],
    );
    const actor = `prospect:${person.id_prospect}`;
    const steps: TimelineStep[] = [];
    if (person.source_acquisition === 'manuel')
      steps.push({ at: iso(person.date_creation), what: 'prospect-added', says: 'Client ajouté à la main par la boutique' });
    if (first?.annonce || person.identifiant_publicite)
      steps.push({ at: iso(first?.annonce ?? person.date_creation), what: 'ad-tapped', says: adText(person), actor });
    if (first?.premier)
      steps.push({ at: iso(first.premier), what: 'first-message', says: 'Premier message du client sur WhatsApp', actor });
    return steps;
  }

  private async conversation({ id_prospect, id_utilisateur }: Person, id: string): Promise<TimelineStep[]> {
    const [begun] = await this.db.rows<{ date_creation: Date }>(
      'select date_creation from conversations where id_conversation = $1 and id_prospect = $2 and id_utilisateur = $3',
      [id, id_prospect, id_utilisateur],
    );
    if (!begun) return [];
    const [answer] = await this.db.rows<{ date_creation: Date; genere_par_ia: boolean; auteur: string | null }>(
      `select date_creation, genere_par_ia, auteur from messages where id_conversation = $1 and id_utilisateur = $2 and direction_message = 'sortant'
        order by date_creation, id_message limit 1`,
      [id, id_utilisateur],
    );
    const passages = await this.db.rows<{ passage: StoredPassage; acteur: string; motif: string | null; date_passage: Date }>(
      `select passage, acteur, motif, date_passage from passages_conversation where id_conversation = $1 and id_utilisateur = $2
        order by date_passage desc limit ${PAGE}`,
      [id, id_utilisateur],
    );
    return [
      { at: iso(begun.date_creation), what: 'conversation-started', says: 'La conversation commence' },
      ...(answer
        ? [
            {
              at: iso(answer.date_creation),
              what: 'first-answer',
              says: answer.genere_par_ia ? 'Première réponse, par l’assistant' : 'Première réponse, par la boutique',
              ...(answer.genere_par_ia ? { actor: 'assistant' } : answer.auteur ? { actor: answer.auteur } : {}),
            },
          ]
        : []),
      ...passages.map(({ passage, acteur, motif, date_passage }) => ({
        at: iso(date_passage),
        ...STORED_PASSAGES[passage],
        actor: acteur,
        ...(motif ? { reason: motif } : {}),
      })),
    ];
  }

  private async agreement(id: string, person: Person): Promise<TimelineStep[]> {
    const [agreed] = await this.db.rows<{ date_creation: Date; lignes: number }>(
      `select a.date_creation, jsonb_array_length(a.contenu->'lines') as lignes
         from accords a join conversations c using (id_conversation) where a.id_accord = $1 and a.id_utilisateur = $3 and c.id_prospect = $2`,
      [id, person.id_prospect, person.id_utilisateur],
    );
    if (!agreed) return [];
    const lines = agreed.lignes === 1 ? '1 ligne' : `${agreed.lignes} lignes`;
    return [
      {
        at: iso(agreed.date_creation),
        what: 'order-agreed',
        says: `Le client confirme le récapitulatif (${lines})`,
        actor: `prospect:${person.id_prospect}`,
      },
    ];
  }
}

function adText({ source_acquisition, titre_publicite, identifiant_publicite }: Person): string {
  const where =
    source_acquisition === 'pub_instagram' ? 'Instagram' : source_acquisition === 'pub_facebook' ? 'Facebook' : 'Meta';
  const headline = titre_publicite ? ` « ${titre_publicite} »` : '';
  return `Publicité ${where}${headline} touchée${identifiant_publicite ? ` (annonce ${identifiant_publicite})` : ''}`.slice(
    0,
    500,
  );
}

const iso = (at: Date) => at.toISOString();
