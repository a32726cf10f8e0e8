/** One telephone: its parts, whom it writes with, and what came in its other chats. */
export const PHONE = String.raw`
const ROLES = { customer: 'Client', seller: 'Vendeur', courier: 'Livreur' };

function creer(data) {
  const phone = { waId: data.waId, noeuds: new Map(), brouillons: new Map(), lus: new Map(), vue: undefined, liste: '', enBas: true };
  phone.select = el('select', { 'aria-label': 'Discussion' });
  phone.select.addEventListener('change', () => ouvrir(phone, phone.select.value));
  phone.statut = el('small', { role: 'status' });
  phone.avatar = el('span', { className: 'avatar', 'aria-hidden': 'true' });
  phone.annonce = bouton({ className: 'annonce', hidden: true }, () => ouvrir(phone, phone.annonce.value), el('b', {}), ' ', el('span', {}));
  phone.fil = el('div', { className: 'fil', role: 'log', tabIndex: 0, 'aria-label': 'Messages' });
  phone.versBas = bouton({ className: 'versbas', hidden: true, 'aria-label': 'Aller aux derniers messages' }, () => descendre(phone), '↓');
  suivreLeBas(phone);
  phone.erreur = el('div', { className: 'erreur', hidden: true, role: 'alert' });
  phone.nom = el('div', { className: 'proprietaire' });
  const bas = composeur(phone);
  phone.racine = el('section', { className: 'telephone', id: 'telephone-' + data.waId, 'aria-label': 'Téléphone de ' + data.name },
    phone.nom,
    el('div', { className: 'entete' }, phone.avatar, el('div', { className: 'qui' }, phone.select, phone.statut)),
    phone.annonce, el('div', { className: 'cadre-fil' }, phone.fil, phone.versBas), phone.erreur, ...bas);
  return phone;
}

function ouvrir(phone, cle) {
  changerDeBrouillon(phone, phone.choisie, cle);
  phone.choisie = cle;
  phone.suit = false;
  mettreAJour(phone);
  descendre(phone);
}

/** Every chat of a phone: with each business, and for a shop's owner with each of its customers. */
function vues(data, accounts) {
  const personnelles = accounts.map((account) => ({
    cle: account.phoneNumberId, nom: account.name, phoneNumberId: account.phoneNumberId, vend: account.vend,
    ...(data.chats.find((chat) => chat.phoneNumberId === account.phoneNumberId) ?? { messages: [], typing: false }),
  }));
  const boutique = data.shops.flatMap((shop) => shop.chats.map((chat) => ({
    cle: shop.phoneNumberId + ' ' + chat.waId, nom: chat.name, groupe: 'Boutique : ' + shop.name, boutique: shop.name,
    phoneNumberId: shop.phoneNumberId, waId: chat.waId, messages: chat.messages, typing: false,
  })));
  return [...personnelles, ...boutique];
}

function proposer(phone, toutes) {
  const liste = JSON.stringify(toutes.map((vue) => [vue.cle, vue.nom]));
  if (liste === phone.liste) return;
  phone.liste = liste;
  const option = (vue) => el('option', { value: vue.cle }, vue.nom);
  const groupes = [...new Set(toutes.flatMap((vue) => vue.groupe ?? []))];
  phone.select.replaceChildren(
    ...toutes.filter((vue) => !vue.groupe).map(option),
    ...groupes.map((groupe) => el('optgroup', { label: groupe }, ...toutes.filter((vue) => vue.groupe === groupe).map(option))));
}

function mettreAJour(phone, data = phone.data, accounts = phone.comptes) {
  phone.data = data;
  phone.comptes = accounts;
  phone.nom.textContent = ROLES[data.role] + ' · ' + data.name + ' · ' + numero(data.phone);
  const toutes = vues(data, accounts);
  proposer(phone, toutes);
  // A phone without a choice of its own follows the chat that has messages, else the first shop it is not the owner of.
  const autres = accounts.filter((one) => one.phone !== data.phone);
  const parDefaut = data.chats[0]?.phoneNumberId ?? (autres.find((one) => one.vend) ?? autres[0])?.phoneNumberId;
  if (!toutes.some((vue) => vue.cle === phone.choisie) || phone.suit) {
    phone.choisie = parDefaut;
    phone.suit = data.chats.length === 0;
  }
  phone.vue = toutes.find((vue) => vue.cle === phone.choisie);
  if (phone.choisie !== undefined) phone.select.value = phone.choisie;
  phone.avatar.textContent = (phone.vue?.nom ?? '?').slice(0, 1).toUpperCase();
  phone.statut.textContent = phone.vue?.typing ? 'écrit…' : phone.vue?.boutique ? 'client de ' + phone.vue.boutique : 'compte professionnel';
  phone.saisie.placeholder = phone.vue?.boutique ? 'Répondre vous-même' : 'Message';
  phone.racine.classList.toggle('tient-boutique', Boolean(phone.vue?.boutique));
  dessiner(phone);
  annoncer(phone, toutes);
}

/** What others wrote in a chat since it was last on the screen. */
function nonLus(phone, vue) {
  const mien = vue.boutique ? 'outbound' : 'inbound';
  const lu = vue.messages.findIndex((message) => message.wamid === phone.lus.get(vue.cle));
  return vue.messages.slice(lu + 1).filter((message) => message.direction !== mien && !CACHES.has(message.type));
}

/** What came in another chat stands under the head of the phone until it is read; a tap opens it. */
function annoncer(phone, toutes) {
  if (phone.vue && phone.racine.offsetParent !== null) phone.lus.set(phone.vue.cle, phone.vue.messages.at(-1)?.wamid);
  const attendent = toutes.flatMap((vue) => {
    const messages = nonLus(phone, vue);
    return messages.length > 0 ? [{ vue, combien: messages.length, dernier: messages.at(-1) }] : [];
  }).sort((a, b) => b.dernier.at - a.dernier.at);
  phone.attend = attendent.length > 0;
  const annonce = attendent.find(({ vue }) => vue !== phone.vue);
  phone.annonce.hidden = annonce === undefined;
  if (!annonce) return;
  phone.annonce.value = annonce.vue.cle;
  phone.annonce.firstChild.textContent = annonce.vue.nom + (annonce.combien > 1 ? ' (' + annonce.combien + ')' : '');
  phone.annonce.lastChild.textContent = extrait(annonce.dernier);
}
`;
