import { herWords } from './her-words.js';
import { inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { goesOn } from './goes-on.js';
import { goesOnWith } from './price-said.js';
import { greet } from './questions.js';
import { Session } from './session.js';
import { productTalkedAbout } from './talked-about.js';
import { Understanding } from './understand.js';
import { askedWords } from './words/asked.js';

/** What an article is like, or what the shop does with it, beyond what a catalogue holds. */
const NATURE = [
  / (neufs?|neuves?|reconditionne\w*|scelle\w*) (\w+ ){0,2}(ou|et) | (ou|et|c est|est|sont|il est|elle est) (\w+ )?(reconditionne\w*|scelle\w*|neufs?|neuves?) /,
  / (eclairci\w*|decap\w*|depigment\w*|irrit\w*|allergi\w*|pique|brule|efface|repousse\w*|fait pousser) /,
  / (bons?|bonnes?|adaptee?s?|convient|conviennent|convenable|compatibles?|marche|utiliser|utilise|fait pour|faite pour|faits pour|conseillee?) (\w+ ){0,3}(pour|avec|sur|aux?) (\w+ ){0,2}(bebes?|enfants?|enceinte|peaux?|cheveux|visage|diabetiques?|teint|iphone|android|samsung|tous) | compatibles? /,
  / (c est|est|sont|est ce|il est|elle est) pour (\w+ ){0,2}(cheveux|peaux?|visage|teint|corps|mains|bebes?|enfants?|adultes?|android|iphone) /,
  / (hommes? ou (pour )?(les )?femmes?|femmes? ou (pour )?(les )?hommes?|filles? ou garcons?|garcons? ou filles?|mixtes?|unisexes?) /,
  / (cheveux naturels?|cheveux humains?|naturels?|naturelles?|synthetiques?|bresilien\w*|bio) /,
  / (c est|est|est ce|trop|tres|bien|un peu|encore|sont|il est|elle est) (\w+ ){0,2}(sucree?s?|pimentee?s?|epicee?s?|salee?s?|frais|fraiche|perimee?s?|chaud|chauds|piquante?s?|gras|grasse) | (expir\w*|peremption|date limite) /,
  / combien de (m|metre|metres|yards?|cm|personnes?|watts?|mah|ml|puces?|places?|jours|mois|temps (ca|elle|il|la|le)) | (pour|fait|font|mesure|mesurent) combien de (personnes?|metres?|m) /,
  / (batterie|autonomie|camera|memoire|ram|ecran|reseau|son|charge) (\w+ ){0,4}(tient|tiennent|dure|combien|bonne?|quoi|comment|longtemps|vite|inclus\w*) | (4g|5g|dual sim|double puce|deux puces|double sim) /,
  / (pose|posez|poser|installation|installez|installer|reparez|reparer|reparation|depann\w+|debloqu\w+|livrez monte) /,
  / ((re)?prene[zr]|(re)?prends?|echangez|acceptez) (\w+ ){0,2}(mon|ma|mes|l ancien|les anciens) | (troc|troquer|je complete|je rajoute la difference|(vous|tu) repren\w+|valeur de reprise) /,
  / (quelle taille|c est quelle taille|ca fait quelle taille) (\w+ ){0,3}(chez vous|pour moi|me va|me faut|il me faut|je dois) | (taille|tailles) (\w+ ){0,3}(europeenne?s?|chinoise?s?|americaine?s?) | (equivalen\w+|correspond\w*) /,
  / (testez|tester|teste|testes|verifiez|verifier|allumer|essayer|essayez) (\w+ ){0,3}(devant|ensemble|sur place|a la livraison) /,
  / (lavables?|deteint|deteindre|decolor\w+|retreci\w*|delav\w+|froiss\w+|elastique|doublee?|transparente?s?|moulante?s?) /,
  / (avoir|mettre|mettez|ajouter|fournissez|donnez|avec|y a|il y a) (\w+ ){0,3}(couverts?|cuilleres?|fourchettes?|serviettes?|housse|pochette|notice|cintre|boite d origine|emballage d origine) /,
];
const isQuestion = (session: Session): boolean => session.turn.inbound.some(({ text }) => text.includes('?'));

const asks = (session: Session, u: Understanding): boolean =>
  isQuestion(session) && NATURE.some((rule) => rule.test(inOneLine(u.words)));

/** "c'est un neuf ou reconditionné ?", "ça éclaircit ?", "vous posez l'écran ?": only the seller knows. True when that is all she asks. */
export function asksOfNature(session: Session, u: Understanding): boolean {
  const more = ['want', 'price', 'complaint', 'catalogue', 'bargain', 'status', 'delivery', 'photo', 'detail'].some((one) =>
    (u.intents as Set<string>).has(one),
  );
  if (more || u.slots.quantity !== undefined || u.mentions.length > 1 || !asks(session, u)) return false;
  greet(session, u);
  passOnWish(session, `une question : « ${herWords(session)} »`, undefined, askedWords.natureUnknown(session.sellerFirstName));
  const product = u.mentions.length > 0 ? productTalkedAbout(session, u) : undefined;
  if (product) goesOnWith(session, product, u);
  else goesOn(session);
  return true;
}

/** The same, asked in one breath with what she takes or where it goes: it is passed on, and the sale goes on. */
export function passesNatureOn(session: Session, u: Understanding): void {
  if (!asks(session, u)) return;
  passOnWish(session, `une question : « ${herWords(session)} »`, undefined, askedWords.natureUnknown(session.sellerFirstName));
}

/** A question of hers that nothing answered, about what is being sold: the seller hears it, rather than nobody. */
export function passesUnansweredOn(session: Session, u: Understanding): void {
  const open = session.draft.interest !== undefined || session.draft.lines.length > 0;
  if (!open || !isQuestion(session) || u.address || u.phone || u.words.length < 3) return;
  if (u.mentions.length > 0 || ['price', 'yes', 'no', 'bargain'].some((one) => (u.intents as Set<string>).has(one))) return;
  passOnWish(session, `une question : « ${herWords(session)} »`, undefined, askedWords.questionPassedOn(session.sellerFirstName));
}
