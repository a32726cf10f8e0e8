/** How she says that she pays, where it is said as a fact or a wish and asks nothing. Clauses of hers, folded. */

const MEANS = String.raw`(?:wave|orange(?: money)?|om|momo|mtn|moov|djamo|mobile money|carte(?: bancaire)?|virement|cheque)`;
const PAYS = String.raw`(?:pa[iy]\w*|pey\w*|regl\w*|envoi\w*|envoy\w*|depos\w*|transfer\w*|vers\w*)`;
const PERSON = String.raw`(?:(?:c'? ?est|c) (?:moi|lui|elle|nous|mon \w+|ma \w+) (?:qui|ki) (?:va |vais |vas )?|(?:je|j'|jvais|moi|on|nous|lui|elle|mon \w+|ma \w+) (?:vais |va |vous |te |t'|le |la |les |lui |tout )*)`;
const IN_CLAUSE = String.raw`[^,;.!?\n]*`;
const OTHERWISE = [
  String.raw`${PERSON}${PAYS}\b${IN_CLAUSE}\b${MEANS}\b${IN_CLAUSE}`,
  String.raw`(?:c'? ?est |c )(?:moi|nous) (?:qui|ki) ${PAYS}\b${IN_CLAUSE}`,
  String.raw`^\W*(?:(?:ok|oui|bon|et|alors|donc|svp|le) )*(?:(?:paiement|payement) )?(?:par|avec|via|sur) ${MEANS}\b(?: (?:svp|stp|maintenant|direct|directement|seulement|merci))*\s*$`,
  // « paiement wave », « c'est wave »
  String.raw`(?:paiement|payement|reglement)(?: (?:c'? ?est|ce sera|ca sera|c|en|sur|par|via|avec|:))* ?${MEANS}\b`,
  String.raw`^\W*(?:(?:ok|oui|bon|alors|donc) )*(?:c'? ?est|ce sera|ca sera|c) (?:par |via |avec |sur )?(?:wave|orange money|momo|mobile money)(?: (?:svp|stp|hein|alors|donc|oh))*\s*$`,
].map((rule) => new RegExp(String.raw`(?<![\p{L}\p{N}'-])${rule}`, 'u'));
/** What the shop expects anyway. */
const AT_THE_DOOR =
  /(?<![\p{L}\p{N}'-])(?:(?:c'? ?est )?(?:je|moi|on|lui|elle|mon \w+|ma \w+) (?:qui |ki |vais |va |te |vous )*)?(?:(?:pa[iy]\w*|regl\w*)\b[^,;.!?\n]*\b(?:(?:cash|en especes?|en liquide|comptant) a la livraison|a la livraison|a la reception|cash|en especes?|en liquide|sur place)|(?:en )?(?:cash|especes?|liquide)\b(?: a la livraison)?)\b(?: (?:alors|donc|seulement|direct))*/u;
const ASKS =
  /\b(?:peut|peux|peu|pouvez|possible|accepte\w*|prene[zs]|comment|est ce|combien|si|dois|faut|pas|prefer\w*|voudrais|veux)\b/;
/** Whether money came is the shop's to see. */
const PAST = /\b(?:j'? ?ai|jai|g deja|deja|on a|nous avons|a (?:deja )?paye|est paye|ete)\b/;
const ACCOUNT = new RegExp(
  String.raw`\b(?:numero|num|no|compte|nimero|lien|code)\b${IN_CLAUSE}\b${MEANS}\b|\b${MEANS}\b${IN_CLAUSE}\b(?:numero|num|quel|koi|quoi)\b|\b(?:ou|sur (?:quel|kel) \w+) (?:je|on|est ce que je) (?:paie|paye|envoie|depose|fais le depot)\b`,
);

export interface PaymentSaid {
  from: number;
  to: number;
  /** `otherwise`: not at the door; `door`: as the shop expects; `account`: she asks where to send it. */
  how: 'otherwise' | 'door' | 'account';
}

/** @param clause folded @param asks it ends with a question mark */
export function paymentSaid(clause: string, asks: boolean): PaymentSaid | undefined {
  const account = ACCOUNT.exec(clause);
  if (account && !PAST.test(clause) && !/\b(?:mon|ma|son|sa)\s+(?:numero|num|compte)\b/.test(clause))
    return { from: 0, to: clause.length, how: 'account' };
  if (asks || PAST.test(clause)) return undefined;
  const door = AT_THE_DOOR.exec(clause);
  // only what stands right before it can make a question or a wish of it: she may have said her whole order in one breath
  const said = door && clause.slice(Math.max(0, door.index - 25), door.index + door[0].length);
  if (door && !/\d/.test(door[0]) && !ASKS.test(said ?? ''))
    return { from: door.index, to: door.index + door[0].length, how: 'door' };
  const other = OTHERWISE.map((rule) => rule.exec(clause)).find((one) => one !== null);
  return other && !ASKS.test(other[0]) && !/\b(?:est ce que|si) $/.test(clause.slice(0, other.index))
    ? { from: other.index, to: other.index + other[0].length, how: 'otherwise' }
    : undefined;
}
