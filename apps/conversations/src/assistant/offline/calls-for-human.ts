import { inOneLine, wordsOf } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';
import { puzzled } from './puzzled.js';

/** « Jean vient de m'appeler »: what was said elsewhere is told, nobody is asked for. */
const REPORTED =
  / (vient|viens|venait) (\w+ )?de (m |me |nous )?(appeler|rappeler|joindre|contacter|ecrire|dire) | (m|nous) (a|avait|avez|as|ont) (deja |bien )?(appele|rappele|joint|contacte|dit|ecrit|promis|confirme) /;
/** « je suis Jean, le propriétaire »: whoever says so is a customer here. */
const IS_OWNER =
  / (je suis|c est moi|ici c est|moi c est|en tant que) (\w+ ){0,4}(patron|patronne|proprietaire|gerante?|vendeur|vendeuse|boss|responsable|chef|admin|administrateur) /;

/** « je suis le propriétaire, je change le prix », « le vendeur vient de m'appeler, il a dit 22500 »: who says so asks for nobody. */
const CLAIMS =
  / ((je suis|moi c est|c est moi|ici c est|ici) (\w+ ){0,3}(le |la |votre |ton )?(proprietaire|patron|patronne|vendeur|vendeuse|gerant|gerante|responsable|boss|chef)|(vient de|a|viens de) (m |me )(appele|appeler|ecrit|ecrire|confirme|confirmer|dit|dire|rappele|rappeler)|m a (dit|appele|ecrit|promis|confirme|valide|accorde)|(il|elle) a (dit|valide|promis|accorde|confirme)) (?!.* (parler|passez|appelez|rappelez|appelle) )/;
/** « rappelez-moi ce que j'ai commandé », « le numéro de ma commande »: no call is wanted. */
const REMINDS =
  / (rappel\w+ (moi|nous) (ce que|ce qu|combien|le (prix|montant|total|numero de|contenu)|la (somme|date|commande)|l (heure|adresse)|ma commande|mon |mes |quel\w*|quand)|numero (de |du )(la |ma |cette |mon )?(commande|colis|suivi)) /;

/** « le patron m'a dit 5000 », « le vendeur d'à côté fait 20 % », « le livreur c'est qui ? »: people are spoken of, and nobody is asked for. */
function speaksOfPeople(said: string): boolean {
  if (CLAIMS.test(said) || REMINDS.test(said)) return true;
  if (REPORTED.test(said) || IS_OWNER.test(said)) return true;
  if (
    / (parler|humain|humaine|conseiller|agent|service client|vraie? personne|appelez|appelle|rappel\w+|m appeler|joindre|contacter) /.test(
      said,
    )
  )
    return false;
  const person = '(vendeur|vendeuse|patron|patronne|gerant|gerante|proprietaire|responsable)';
  const quotes = new RegExp(
    ` ${person} .*(dit|promis|propose|fait|fais|vend|laisse|donne|accorde|d a cote|d en face) | (dit|promis|valid\\w*|confirm\\w*|accord\\w*|approuv\\w*) (par )?(le|la|votre|ton) ${person} `,
  );
  return quotes.test(said) || / (numero|contact) (du|de la|de l) (livreur|coursier) /.test(said);
}

/** Hands over when she asks for a person, complains or keeps insulting; where she doubts the goods, the shop is told. True when that was the answer. */
export function callsForHuman(session: Session, u: Understanding): boolean {
  const seller = session.sellerFirstName;
  const { intents } = u;
  const sheSays = inOneLine(u.words);
  const named =
    / (parler|appeler|joindre|contacter) /.test(sheSays) &&
    !REPORTED.test(sheSays) &&
    sheSays.includes(` ${wordsOf(seller).join(' ')} `);
  // "mets le numéro de ma sœur, 07…" gives a number and asks for nobody
  const gives = u.phone !== undefined && !/ (parler|humain|conseiller|rappel\w*) /.test(sheSays);
  const asks =
    intents.has('human') &&
    !speaksOfPeople(sheSays) &&
    !(gives && (session.draft.lines.length > 0 || !/ appel\w* /.test(sheSays)));
  if (asks || named) {
    session.decide({ kind: 'hand-over', reason: 'demande à parler à une personne' });
    session.say(say.handOver(seller));
    return true;
  }
  if (intents.has('complaint') && u.mentions.length === 0) {
    session.decide({ kind: 'hand-over', reason: 'réclamation' });
    session.say(say.complaint(seller));
    return true;
  }
  const selling = u.mentions.length > 0 || session.draft.interest !== undefined || session.draft.lines.length > 0;
  if (intents.has('authentic') && !selling) {
    passOnWish(session, "savoir ce qu'il en est de l'authenticité ou de la garantie");
    return true;
  }
  if (!intents.has('insult') || u.mentions.length > 0) return false;
  return puzzled(session, say.insult(seller), 'client mécontent');
}
