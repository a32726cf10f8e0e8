/** How she came to the shop: who told her of it receives nothing. */
const TOLD_HER =
  /(?<![\p{L}])(?:(?:(?:qui|ki) )?(?:m'?\s?a|nous a|m'?\s?ont|nous ont)\s*(?:donne|envoye|passe|parle|recommande|montre|conseille|refile|oriente|dirige|indique|partage)|(?:qui|ki) (?:m'?\s?|nous )(?:envoie|envoi|recommande|conseille)|(?:je (?:viens|vous ecris|vous appelle|vous contacte|suis)|on vient) de la part d)/u;

/** « c'est mon amie Awa qui m'a donné votre numéro », « je viens de la part de Tonton Paul ». @param clause folded */
export const tellsWhoSentHer = (clause: string): boolean => TOLD_HER.test(clause);
