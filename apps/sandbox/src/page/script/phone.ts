/** One telephone: whom it writes with, the thread, and what is redrawn when something changes. */
export const PHONE = String.raw`
const ROLES = { customer: 'Cliente', seller: 'Vendeur', courier: 'Livreur' };
const CACHES = new Set(['reaction', 'edit', 'revoke']);

function creer(data) {
  const phone = { waId: data.waId, noeuds: new Map(), vue: undefined, liste: '' };
  phone.select = el('select', { 'aria-label': 'Discussion' });
  phone.select.addEventListener('change', () => { phone.choisie = phone.select.value; phone.suit = false; oublierNote(phone); mettreAJour(phone); });
  phone.statut = el('small', { role: 'status' });
  phone.avatar = el('span', { className: 'avatar', 'aria-hidden': 'true' });
  phone.fil = el('div', { className: 'fil', role: 'log', tabIndex: 0, 'aria-label': 'Messages' });
  phone.erreur = el('div', { className: 'erreur', hidden: true, role: 'alert' });
  phone.nom = el('div', { className: 'proprietaire' });
  const bas = composeur(phone);
  phone.racine = el('section', { className: 'telephone', id: 'telephone-' + data.waId, 'aria-label': 'Téléphone de ' + data.name },
    phone.nom,
    el('div', { className: 'entete' }, phone.avatar, el('div', { className: 'qui' }, phone.select, phone.statut)),
    phone.fil, phone.erreur, ...bas);
  return phone;
}

/** Every chat of a phone: with each business, and for a shop's owner with each of its customers. */
function vues(data, accounts) {
  const personnelles = accounts.map((account) => ({
    cle: account.phoneNumberId, nom: account.name, phoneNumberId: account.phoneNumberId,
    ...(data.chats.find((chat) => chat.phoneNumberId === account.phoneNumberId) ?? { messages: [], typing: false }),
  }));
  const boutique = data.shops.flatMap((shop) => shop.chats.map((chat) => ({
    cle: shop.phoneNumberId + ' ' + chat.waId, nom: chat.name, groupe: 'Boutique : ' + shop.name, boutique: true,
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
  phone.nom.textContent = ROLES[data.role] + ' · ' + data.name + ' · +' + data.phone;
  const toutes = vues(data, accounts);
  proposer(phone, toutes);
  // A phone without a choice of its own follows the chat that has messages, else the first shop it is not the owner of.
  const parDefaut = data.chats[0]?.phoneNumberId ?? accounts.find((one) => one.phone !== data.phone)?.phoneNumberId;
  if (!toutes.some((vue) => vue.cle === phone.choisie) || phone.suit) {
    phone.choisie = parDefaut;
    phone.suit = data.chats.length === 0;
  }
  phone.vue = toutes.find((vue) => vue.cle === phone.choisie);
  if (phone.choisie !== undefined) phone.select.value = phone.choisie;
  phone.avatar.textContent = (phone.vue?.nom ?? '?').slice(0, 1).toUpperCase();
  phone.statut.textContent = phone.vue?.typing ? 'écrit…' : phone.vue?.boutique ? 'client de la boutique' : 'compte professionnel';
  phone.racine.classList.toggle('tient-boutique', Boolean(phone.vue?.boutique));
  dessiner(phone);
}

function publicite(phone) {
  const ecrireParPub = () => void poster(phone, {
    text: 'Bonjour, je suis intéressée par vos chaussures Nike',
    referral: {
      source_url: 'https://fb.me/chaussures-kouadio', source_id: '120226305850001', source_type: 'ad',
      headline: 'Chaussures Nike à Abidjan', body: 'Air Max 90, livraison le lendemain', media_type: 'image',
      ctwa_clid: 'Aff-' + phone.waId,
    },
  });
  return el('div', { className: 'pub' }, 'Aucun message. Arriver par une publicité Facebook :', el('br'),
    bouton({}, ecrireParPub, 'Écrire à la boutique'));
}

/** Keeps the nodes of messages that did not change: a voice note goes on playing. */
function noeud(phone, message, etat) {
  const cle = JSON.stringify([message, etat, Boolean(phone.vue.boutique)]);
  const connu = phone.noeuds.get(message.wamid);
  if (connu?.cle === cle) return connu.node;
  const node = bulle(phone, message, etat);
  // What its owner unfolded stays unfolded when only a tick changed.
  for (const sorte of ['details.rangees', 'details.actions'])
    if (connu?.node.querySelector(sorte)?.open) node.querySelector(sorte)?.setAttribute('open', '');
  phone.noeuds.set(message.wamid, { cle, node });
  return node;
}

function dessiner(phone) {
  const messages = phone.vue?.messages ?? [];
  const etatDe = etats(messages, Boolean(phone.vue?.boutique));
  const enBas = phone.fil.scrollHeight - phone.fil.scrollTop - phone.fil.clientHeight < 80;
  const nodes = [];
  let dernier;
  for (const message of messages) {
    if (CACHES.has(message.type)) continue;
    if (jour(message.at) !== dernier) nodes.push(el('div', { className: 'jour' }, (dernier = jour(message.at))));
    nodes.push(noeud(phone, message, etatDe(message)));
  }
  if (nodes.length === 0 && phone.vue && !phone.vue.boutique) nodes.push(publicite(phone));
  if (phone.vue?.typing) nodes.push(el('div', { className: 'bulle frappe', 'aria-hidden': 'true' }, '• • •'));
  remplacer(phone.fil, nodes);
  if (enBas) phone.fil.scrollTop = phone.fil.scrollHeight;
}

/** Puts the nodes in place, moving none that stands where it should. */
function remplacer(parent, nodes) {
  const gardes = new Set(nodes);
  for (const enfant of [...parent.children]) if (!gardes.has(enfant)) enfant.remove();
  nodes.forEach((node, index) => { if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null); });
}
`;
