import { fold } from '#contracts';

/** What somebody may say about the shop's messages: that he wants no more of them, or wants them again. */
export type Wish = 'stop' | 'start';

const POLITE =
  /^(?:bonjour|bonsoir|salut|svp|s il vous plait|merci)(?: de)? | (?:svp|s il vous plait|s il te plait|merci|monsieur|madame)$/g;
const MESSAGES = '(?:messages?|sms|pubs?|publicites?|promos?|promotions?|annonces?|notifications?)';
const STOP = new RegExp(
  `^(?:stop(?: stop)*|arret|arreter|stop ?(?:tout|all|${MESSAGES})|(?:arret|arreter|arretez)(?: (?:de|les|vos|tous les|toutes les))? ${MESSAGES}` +
    `|(?:me |se |je veux (?:me )?|je (?:me )?)?(?:desabonn(?:er|e|ement|ez moi)|desinscri(?:re|s|ption|vez moi))|unsubscribe|opt out` +
    `|(?:plus|pas) (?:de|d) ${MESSAGES}|(?:je )?ne (?:veux|souhaite|desire) plus (?:recevoir )?(?:de |vos |aucuns? |de vos |d )?${MESSAGES}` +
    `|ne m ecrivez plus|ne m envoyez plus (?:rien|(?:de |vos )?${MESSAGES})|arretez de m (?:ecrire|envoyer (?:des |vos )?${MESSAGES}))$`,
);
const START =
  /^(?:start|reprendre|reprise|unstop|(?:me |se )?(?:reabonner|reinscrire)|(?:reabonnez|reinscrivez) moi|reabonnement)$/;

/**
 * Whether these words say nothing but « no more messages » or « messages again ». The whole message must: « je ne veux pas arrêter », « stop à 10h » and
 * « arrêtez-vous à Cocody ? » are about something else.
 */
export function wishOf(words: string): Wish | undefined {
  // A question is no wish, and nobody unsubscribes in a whole paragraph.
  if (words.length > 80 || words.includes('?')) return undefined;
  let said = fold(words);
  for (let before = ''; before !== said;) [before, said] = [said, said.replace(POLITE, '').trim()];
  return STOP.test(said) ? 'stop' : START.test(said) ? 'start' : undefined;
}
