import type { MailToAnalyse } from '../mail-analyst.js';
import { plain } from './plain.js';

/** What a mail can be about. */
export type Topic = 'fournisseur' | 'facture' | 'commande' | 'client' | 'publicite' | 'notification';

/** Words of a topic, as the beginnings of words in plain text. */
const WORDS: Record<Topic, RegExp> = {
  fournisseur:
    /\b(fournisseur|grossiste|stock|reapprovisionn|arrivage|livraison|livrable|expedi(e|tion)|colis|conteneur|catalogue pro|tarifs? (pro|revendeur|grossiste))/g,
  facture: /\b(factur|paiement|a payer|regler|reglement|echeance|impaye|releve de compte|virement|penalite|solde (du|a payer))/g,
  commande: /\b(commande|bon de commande|devis|pro ?forma|acompte)/g,
  client:
    /\b(reclamation|rembours|retourner|echanger|ne fonctionne pas|defectu|pointure|taille \d|je voudrais acheter|je souhaite acheter|avez[- ]vous)/g,
  publicite:
    /(\b(promo|soldes\b|offre (speciale|exclusive|exceptionnelle|limitee)|vente flash|code promo|derniere chance|newsletter|se desabonner|desinscri|unsubscribe|profitez|bon plan|gratuit)|(?<!\S)- ?\d{1,2} ?%|\b\d{1,2} ?% de (reduction|remise))/g,
  notification:
    /\b(code de (verification|confirmation|securite)|mot de passe|alerte de securite|nouvelle connexion|confirmez votre adresse|conditions d'utilisation|ne pas repondre|notification automatique)/g,
};

const URGENT =
  /\b(urgen|imperati|immediat|sans delai|des que possible|au plus vite|asap\b|derniere? (rappel|relance|delai)|dernier (rappel|delai)|mise en demeure|avant ce soir|aujourd'hui meme|rupture de stock)/;
const NOT_URGENT = /\b(pas|non|peu|rien|sans|aucune?)( du tout| tres| bien| vraiment)? (d'|de )?urgen\w*/g;

const COMPLAINT = /\b(reclamation|rembours|defectu|plainte|inadmissible|mecontent)/;

/** What the rules found in a mail. A subject counts three times: it says what the sender wants us to see first. */
export interface Signals {
  scores: Record<Topic, number>;
  /** Where urgency is claimed, `no` when nowhere or denied. */
  urgent: 'subject' | 'body' | 'no';
  /** About goods, orders or money: what makes urgency believable. */
  isTrade: boolean;
  isComplaint: boolean;
  asks: boolean;
  isAutomatic: boolean;
}

/** Reads the signals of a mail; its text up to 20 000 characters. */
export function signalsOf({ subject, text, fromName, from, isAutomatic }: MailToAnalyse): Signals {
  const [head, body] = [plain(subject), plain(text.slice(0, 20_000))];
  const distinct = (where: string, words: RegExp) => new Set([...where.matchAll(words)].map((match) => match[0])).size;
  const scores = Object.fromEntries(
    Object.entries(WORDS).map(([topic, words]) => [topic, 3 * distinct(head, words) + Math.min(distinct(body, words), 4)]),
  ) as Record<Topic, number>;
  if (/fournisseur|grossiste|approvisionnement/.test(plain(`${fromName} ${from}`))) scores.fournisseur += 2;
  const urgentIn = (where: string) => URGENT.test(where.replace(NOT_URGENT, ''));
  return {
    scores,
    urgent: urgentIn(head) ? 'subject' : urgentIn(body) ? 'body' : 'no',
    isTrade: scores.fournisseur + scores.facture + scores.commande + scores.client > 0,
    isComplaint: COMPLAINT.test(`${head} ${body}`),
    asks: /\?|merci de (nous |me )?(confirmer|repondre|dire|indiquer)/.test(`${head} ${body}`),
    isAutomatic,
  };
}
