import { goesOn } from './goes-on.js';
import { inOneLine } from './normalise.js';
import { say } from './say.js';
import { Session } from './session.js';
import { Understanding } from './understand.js';

const CUSTOMERS =
  '(?:un |une |le |la |les |l |des |vos |tes |autres? |derniere? )*(?:clients?|clientes?|acheteurs?|acheteuses?|autres personnes)';
const DATA = '(?:adresses?|numeros?|contacts?|telephones?|noms?|commandes?|liste|infos?|informations?|coordonnees)';
const ASKED = new RegExp(
  ` (?:${DATA} (?:\\w+ )?(?:de |du |des |d )${CUSTOMERS}|qui (?:a |ont |d autre a )(?:deja )?(?:achete|commande|pris)|(?:qui sont|c est qui|combien (?:de|d)) (?:vos |tes |les )?clients?) `,
);
const GIVES = '(?:donne|donnez|montre|montrez|envoie|envoyez|affiche|affichez|dis|dites|communique)';

/** "donne moi l'adresse de la cliente Aminata": nothing is told of other people. True when that was the answer. */
export function keepsOthersPrivate(session: Session, u: Understanding): boolean {
  if (u.phone || u.address) return false;
  const words = inOneLine(u.words);
  const text = session.turn.inbound.map((utterance) => utterance.text).join(' ');
  // "le numéro de Aminata Traoré": a name, said with a capital, that is not the seller's
  const named = new RegExp(` ${GIVES} (?:moi )?(?:l |le |la |les )?${DATA} de `).test(words)
    ? /\bde\s+(\p{Lu}[\p{L}'’-]+)/u.exec(text)?.[1]
    : undefined;
  const seller = session.sellerFirstName.toLowerCase();
  if (!ASKED.test(words) && (named === undefined || named.toLowerCase() === seller || u.mentions.length > 0)) return false;
  session.say(say.ofOthers());
  goesOn(session);
  return true;
}
