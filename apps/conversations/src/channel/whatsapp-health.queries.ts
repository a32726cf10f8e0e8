import { Injectable } from '@nestjs/common';
import { notFound, type WhatsAppHealth } from '#contracts';
import { Database } from '#database';

interface Row {
  statut: 'connecte' | 'deconnecte' | 'suspendu';
  motif_suspension: string | null;
  explication_suspension: string | null;
  en_pause: boolean;
  /** Until when it may only answer. */
  restreint: Date | null;
  motif_restriction: string | null;
  explication_restriction: string | null;
  dernier_recu: Date | null;
  dernier_envoi: Date | null;
  en_attente: number;
  echecs: number;
}

/** Whoever was active last is among as many conversations; their newest messages are the number's newest. */
const NEWEST = 50;

/** Whether a business number works, from what was sent and received with it; WhatsApp is not asked. */
@Injectable()
export class WhatsAppHealthQueries {
  constructor(private readonly db: Database) {}

  /** @throws DomainError WHATSAPP_ACCOUNT_NOT_FOUND */
  async of(accountId: string, sellerId: string): Promise<WhatsAppHealth> {
    const [row] = await this.db.rows<Row>(
      `with actives as (
         select id_conversation, dernier_entrant from conversations where id_compte_whatsapp = $1 and id_utilisateur = $2 order by activite desc, id_conversation desc limit ${NEWEST}
       )
       select a.statut, a.motif_suspension, a.explication_suspension, coalesce(a.pause_jusqu_a > now(), false) as en_pause,
              case when a.restreint_jusqu_a > now() then a.restreint_jusqu_a end as restreint, a.motif_restriction, a.explication_restriction,
              (select max(dernier_entrant) from actives) as dernier_recu,
              (select max(m.date_envoi) from actives, lateral (
                 select date_envoi from messages where id_conversation = actives.id_conversation and date_envoi is not null order by id_message desc limit 1) m) as dernier_envoi,
              (select count(*)::int from messages m where m.id_utilisateur = $2 and m.statut_message in ('en_attente', 'en_envoi', 'inconnu')
                  and m.phone_number_id = a.phone_number_id) as en_attente,
              (select count(*)::int from messages m where m.id_utilisateur = $2 and m.statut_message = 'echec' and m.date_creation > now() - interval '24 hours'
                  and m.phone_number_id = a.phone_number_id) as echecs
         from comptes_copie a where a.id_compte_whatsapp = $1 and a.id_utilisateur = $2`,
      [accountId, sellerId],
    );
    if (!row) throw notFound('whatsapp_account', accountId);
    const problem = problemOf(row);
    return {
      state: row.statut === 'connecte' ? 'working' : 'suspended',
      ...(problem ? { problem } : {}),
      ...(row.restreint && row.statut === 'connecte' ? { restrictedUntil: row.restreint.toISOString() } : {}),
      ...(row.dernier_recu ? { lastReceivedAt: row.dernier_recu.toISOString() } : {}),
      ...(row.dernier_envoi ? { lastSentAt: row.dernier_envoi.toISOString() } : {}),
      waiting: row.en_attente,
      failed24h: row.echecs,
    };
  }
}

function problemOf(row: Row): string | undefined {
  if (row.statut === 'suspendu') {
    const why = row.explication_suspension ?? 'WhatsApp refuse l’accès à ce numéro : reconnectez-le dans les réglages.';
    return row.motif_suspension ? `${why} (erreur ${row.motif_suspension})` : why;
  }
  if (row.statut === 'deconnecte') return 'Ce numéro n’est plus connecté à la boutique.';
  if (row.restreint)
    return `${row.explication_restriction} Vos réponses partent toujours ; les modèles et les promotions attendent. (erreur ${row.motif_restriction})`;
  return row.en_pause
    ? 'WhatsApp limite les envois de ce numéro pour le moment : les messages partent un peu plus tard.'
    : undefined;
}
