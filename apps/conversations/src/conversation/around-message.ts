import type { MessageView } from '#contracts';
import { objectAt, textAt } from '../inbound/raw.js';

/** A reaction as {@link AROUND_MESSAGE} reads it. */
export interface ReactionJson {
  emoji: string;
  auteur: 'client' | 'boutique';
  quand: string;
}

/** What stands around a message, as read. */
export interface AroundRow {
  repond: string | null;
  modifie_le: Date | null;
  supprime_le: Date | null;
  reactions: ReactionJson[] | null;
  lieu: Record<string, unknown> | null;
}

/** SQL: what stands around a message `m`: what it quotes, whether it was corrected or taken back, the last reaction of each side, the place that it is. */
export const AROUND_MESSAGE = `
         coalesce(m.repond_a, (select q.id_message from messages q
                                where q.phone_number_id = m.phone_number_id and q.wamid = m.cite_wamid and q.id_conversation = m.id_conversation)) as repond,
         m.modifie_le, m.supprime_le,
         (select json_agg(json_build_object('emoji', r.emoji, 'auteur', r.auteur, 'quand', r.date_suite) order by r.auteur desc)
            from (select distinct on (s.auteur) s.auteur, s.emoji, s.date_suite from suites_message s
                   where s.phone_number_id = m.phone_number_id and s.cible = m.wamid and s.id_utilisateur = m.id_utilisateur and s.sorte = 'reaction'
                   order by s.auteur, s.date_suite desc, s.recu_le desc) r where r.emoji is not null) as reactions,
         case when m.type_message = 'location' then m.contenu_brut->'location' end as lieu`;

/** The same as the contract shows it. */
export function aroundMessage(
  row: AroundRow,
): Pick<MessageView, 'replyTo' | 'editedAt' | 'deletedAt' | 'reactions' | 'location'> {
  const reactions = (row.reactions ?? []).map(({ emoji, auteur, quand }) => ({
    emoji,
    by: auteur === 'client' ? ('customer' as const) : ('shop' as const),
    at: new Date(quand).toISOString(),
  }));
  return {
    ...(row.repond ? { replyTo: row.repond } : {}),
    ...(row.modifie_le ? { editedAt: row.modifie_le.toISOString() } : {}),
    ...(row.supprime_le ? { deletedAt: row.supprime_le.toISOString() } : {}),
    ...(reactions.length > 0 ? { reactions } : {}),
    ...placeOf(row.lieu),
  };
}

/** WhatsApp sends degrees as numbers or as texts; what is no point on earth is not shown as one. */
function placeOf(place: Record<string, unknown> | null): Pick<MessageView, 'location'> {
  const raw = objectAt({ place }, 'place');
  const [latitude, longitude] = [Number(textAt(raw, 'latitude')), Number(textAt(raw, 'longitude'))];
  if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) return {};
  const [name, address] = [textAt(raw, 'name')?.slice(0, 1_000), textAt(raw, 'address')?.slice(0, 1_000)];
  return { location: { latitude, longitude, ...(name ? { name } : {}), ...(address ? { address } : {}) } };
}
