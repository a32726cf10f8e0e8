import { productTalkedAbout } from './talked-about.js';
import { show } from './browse.js';
import { inStock } from './catalogue.js';
import { remindOfRecap } from './closing.js';
import { latestOrder } from './latest-order.js';
import { fold, inOneLine } from './normalise.js';
import { passOnWish } from './passing-on.js';
import { orderOwed } from './rest-to-pay.js';
import { say } from './say.js';
import { Session } from './session.js';
import { asksForRest } from './sums-asked.js';
import { Understanding } from './understand.js';
import { placedWords } from './words/placed.js';

/** Sends the photo she asks for, or says that there is none; without a product, asks of which. */
export async function sendPhoto(session: Session, u: Understanding): Promise<void> {
  const product = productTalkedAbout(session, u);
  const several = u.mentions.find((mention) => mention.candidates.length > 1)?.candidates;
  if (!product && several) return;
  if (!product) {
    const products = (await session.catalogue()).filter(inStock).slice(0, 10);
    if (products.length > 0) show(session, products, say.photoOfWhich(products));
    return;
  }
  const mediaId = product.offers.find((offer) => offer.photos?.[0])?.photos?.[0];
  session.cite(...product.offers);
  if (mediaId) {
    session.photo = { mediaId, productId: product.id };
    session.say(say.photo(product));
  } else session.say(say.noPhotos(session.sellerFirstName));
}

const PAID =
  / (j ai (deja |bien |tout )*(paye|regle|(envoye|depose|verse|transfere|vire|avance|donne|remis) (\w+ ){0,4}(argent|sous|\d{3,}|mille|wave|orange|om|mtn|momo|moov|avance|acompte)|fait (le |un )?(depot|transfert|paiement|virement))|deja paye|c est paye|paiement (fait|effectue|envoye)|transfert (fait|effectue)|depot (fait|effectue)|(capture|preuve|recu) (du |de |d )?(paiement|transfert|depot|wave|orange|ecran)?|voici (le recu|la preuve|la capture)) /;

/** "j'ai payé par Wave", with or without a picture: only the shop can see that money came. What it has booked is told, and what that leaves. */
export async function claimsPayment(session: Session, u: Understanding): Promise<boolean> {
  const words = inOneLine(u.words);
  const picture = session.turn.inbound.some(
    (utterance) => utterance.media && utterance.media.kind !== 'audio' && utterance.media.kind !== 'sticker',
  );
  const formerly =
    / (derniere fois|fois passee|autre jour|(mois|an|annee|semaine) (dernier|derniere|passee?)|avant|ailleurs|chez) /;
  const claimed =
    PAID.test(words) &&
    !formerly.test(words) &&
    (!/ (capture|preuve|recu) /.test(words) || picture || /pai|pay|wave|orange|moov|mtn|transfert|depot|argent/.test(words));
  if (!claimed && !(picture && u.intents.has('payment') && !u.asksSomething)) return false;
  const order = await orderOwed(session);
  const booked = order !== undefined && order.owed.paid > 0;
  // what she says she paid is what the shop has written down: nothing is left to check
  const known =
    booked &&
    !/ (en trop|rembours\w+|deux fois|double) /.test(words) &&
    (u.amounts.includes(order.owed.paid) || (u.amounts.length === 0 && asksForRest(u) && !picture));
  if (!known) {
    const wish = 'vérifier un paiement annoncé par le client';
    passOnWish(session, wish, order?.number ?? (await numberThatStands(session)), say.paymentClaim(session.sellerFirstName));
  }
  if (order && (booked || asksForRest(u))) session.say(placedWords.restToPay(order.number, order.owed));
  session.forget('puzzled');
  remindOfRecap(session);
  return true;
}

/** Of the order that her payment is about, whatever else is being ordered. */
async function numberThatStands(session: Session): Promise<string | undefined> {
  const order = await latestOrder(session);
  return order && order !== 'on its way' && !['annulee', 'retournee'].includes(fold(order.status)) ? order.number : undefined;
}

/** A picture without the name of anything: nobody here can tell what it shows. */
export function pictureUnexplained(session: Session, u: Understanding): boolean {
  const picture = session.turn.inbound.some(
    (utterance) => utterance.media && ['image', 'video', 'document'].includes(utterance.media.kind),
  );
  if (!picture || u.mentions.length > 0 || u.address || session.suggestions.length > 0) return false;
  const shows =
    u.words.length === 0 ||
    u.asksSomething ||
    u.intents.has('want') ||
    u.intents.has('interest') ||
    / (ca|ce|celui|celle|modele|meme|comme) /.test(inOneLine(u.words));
  if (!shows) return false;
  session.say(say.unseen());
  session.update({ lastAsked: 'product' });
  return true;
}
