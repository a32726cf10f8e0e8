/**
 * The page's own code, run by the browser as it stands. It draws what `/__sandbox/board` says each time the stream
 * signals a change, and posts what the owner of a phone writes or taps. Texts go in as text, never as HTML.
 */
export const SCRIPT = String.raw`
'use strict';
const phones = new Map();
const heure = (at) => new Date(at).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' });
const jour = (at) => new Date(at).toLocaleDateString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long' });

function el(tag, props, ...children) {
  const node = Object.assign(document.createElement(tag), props);
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

async function poster(phone, body) {
  phone.erreur.hidden = true;
  try {
    const reply = await fetch('__sandbox/inbound', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: phone.waId, toPhoneNumberId: phone.choisi, ...body }),
    });
    if (reply.ok) return true;
    const refus = await reply.json().catch(() => ({}));
    throw new Error(refus.message || 'HTTP ' + reply.status);
  } catch (error) {
    phone.erreur.textContent = 'Message non envoyé : ' + error.message;
    phone.erreur.hidden = false;
    return false;
  }
}

function creer(data) {
  const phone = { waId: data.waId, choisi: undefined, image: '' };
  phone.select = el('select', { ariaLabel: 'Discussion' });
  phone.statut = el('small');
  phone.avatar = el('span', { className: 'avatar' });
  phone.fil = el('div', { className: 'fil', role: 'log', tabIndex: 0 });
  phone.erreur = el('div', { className: 'erreur', hidden: true, role: 'alert' });
  phone.saisie = el('textarea', { rows: 1, placeholder: 'Message', ariaLabel: 'Écrire un message' });
  const form = el('form', {}, phone.saisie, el('button', { title: 'Envoyer', ariaLabel: 'Envoyer' }, '➤'));
  const envoyer = async () => {
    const text = phone.saisie.value.trim();
    if (text === '' || phone.choisi === undefined) return;
    phone.saisie.value = '';
    if (!(await poster(phone, { text }))) phone.saisie.value = text;
  };
  form.addEventListener('submit', (event) => { event.preventDefault(); void envoyer(); });
  phone.saisie.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); void envoyer(); }
  });
  phone.select.addEventListener('change', () => { phone.choisi = phone.select.value; phone.image = ''; dessiner(phone); });
  phone.nom = el('div', { className: 'proprietaire' });
  phone.racine = el('section', { className: 'telephone', ariaLabel: 'Téléphone de ' + data.name },
    phone.nom,
    el('div', { className: 'entete' }, phone.avatar, el('div', { className: 'qui' }, phone.select, phone.statut)),
    phone.fil, phone.erreur, form);
  return phone;
}

function coches(message) {
  const signes = { accepted: '🕓', sent: '✓', delivered: '✓✓', read: '✓✓', failed: '⚠' };
  const sens = { accepted: 'en attente', sent: 'envoyé', delivered: 'distribué', read: 'lu', failed: 'non distribué' };
  const classe = 'coche' + (message.tick === 'read' ? ' lu' : message.tick === 'failed' ? ' echec' : '');
  return el('span', { className: classe, title: sens[message.tick] }, ' ' + signes[message.tick]);
}

function choix(phone, message, un) {
  const contenu = [un.title, un.description ? el('small', {}, un.description) : undefined];
  if (un.kind === 'link') return el('a', { className: 'choix', href: un.id, target: '_blank', rel: 'noreferrer' }, '↗ ', ...contenu);
  const bouton = el('button', { className: 'choix', type: 'button' }, ...contenu);
  bouton.addEventListener('click', () => void poster(phone, { button: { id: un.id, messageId: message.wamid } }));
  return bouton;
}

/** Bold, italics and strike-through as WhatsApp writes them: *gras* _italique_ ~barré~. */
function miseEnForme(text) {
  const balises = { '*': 'b', _: 'i', '~': 's' };
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(/(?<![\p{L}\d])([*_~])(\S(?:[^\n]*?\S)?)\1(?![\p{L}\d])/gu)) {
    nodes.push(text.slice(last, match.index), el(balises[match[1]], {}, match[2]));
    last = match.index + match[0].length;
  }
  return [...nodes, text.slice(last)];
}

function bulle(phone, message) {
  // The phone's owner is the customer of the API: what is inbound there, he wrote himself.
  const moi = message.direction === 'inbound';
  const choices = message.choices.map((un) => choix(phone, message, un));
  const liste = message.listLabel && choices.length > 0
    ? [el('details', { className: 'rangees' }, el('summary', {}, '☰ ' + message.listLabel), ...choices)]
    : message.listLabel ? [el('span', { className: 'choix' }, message.listLabel)] : choices;
  return el('div', { className: 'bulle' + (moi ? ' moi' : '') },
    message.template ? el('span', { className: 'modele' }, 'Modèle : ' + message.template) : undefined,
    el('div', { className: 'corps' },
      message.header ? el('span', { className: 'titre' }, message.header) : undefined,
      el('span', {}, ...miseEnForme(message.text)),
      message.footer ? el('span', { className: 'pied' }, message.footer) : undefined,
      el('time', { dateTime: new Date(message.at).toISOString() }, heure(message.at), coches(message))),
    ...liste);
}

function publicite(phone) {
  const bouton = el('button', { type: 'button' }, 'Écrire à la boutique');
  bouton.addEventListener('click', () => void poster(phone, {
    text: 'Bonjour, je suis intéressée par vos chaussures Nike',
    referral: {
      source_url: 'https://fb.me/chaussures-kouadio', source_id: '120226305850001', source_type: 'ad',
      headline: 'Chaussures Nike à Abidjan', body: 'Air Max 90, livraison le lendemain', media_type: 'image',
      ctwa_clid: 'Aff-' + phone.waId,
    },
  }));
  return el('div', { className: 'pub' }, 'Aucun message. Arriver par une publicité Facebook :', el('br'), bouton);
}

function dessiner(phone) {
  const chat = phone.data.chats.find((one) => one.phoneNumberId === phone.choisi);
  phone.statut.textContent = chat?.typing ? 'écrit…' : 'compte professionnel';
  const image = JSON.stringify([phone.choisi, chat?.messages]);
  if (image === phone.image) return;
  phone.image = image;
  const enBas = phone.fil.scrollHeight - phone.fil.scrollTop - phone.fil.clientHeight < 80;
  const ouverts = new Set([...phone.fil.querySelectorAll('details[open]')].map((one) => one.dataset.wamid));
  const nodes = [];
  let dernier;
  for (const message of chat?.messages ?? []) {
    if (jour(message.at) !== dernier) nodes.push(el('div', { className: 'jour' }, (dernier = jour(message.at))));
    const node = bulle(phone, message);
    const liste = node.querySelector('details');
    if (liste) { liste.dataset.wamid = message.wamid; liste.open = ouverts.has(message.wamid); }
    nodes.push(node);
  }
  phone.fil.replaceChildren(...(nodes.length > 0 || phone.choisi === undefined ? nodes : [publicite(phone)]));
  if (enBas) phone.fil.scrollTop = phone.fil.scrollHeight;
}

function mettreAJour(phone, data, accounts) {
  phone.data = data;
  phone.nom.textContent = data.name + ' · +' + data.phone;
  const numeros = JSON.stringify([accounts, data.chats.map((chat) => chat.phoneNumberId)]);
  if (numeros !== phone.numeros) {
    phone.numeros = numeros;
    phone.select.replaceChildren(...accounts.map((one) => el('option', { value: one.phoneNumberId }, one.name)));
  }
  // A phone without a choice of its own follows the chat that has messages, else the first shop it is not the owner of.
  const parDefaut = data.chats[0]?.phoneNumberId ?? accounts.find((one) => one.phone !== data.phone)?.phoneNumberId;
  if (!accounts.some((one) => one.phoneNumberId === phone.choisi) || phone.suit) {
    phone.choisi = parDefaut;
    phone.suit = data.chats.length === 0;
  }
  if (phone.choisi !== undefined) phone.select.value = phone.choisi;
  phone.avatar.textContent = (accounts.find((one) => one.phoneNumberId === phone.choisi)?.name ?? '?').slice(0, 1).toUpperCase();
  dessiner(phone);
}

const scene = document.querySelector('main');
const etat = document.querySelector('#etat');

function afficher(board) {
  if (board.phones.length === 0) {
    phones.clear();
    scene.replaceChildren(el('div', { className: 'vide' },
      el('h2', {}, 'Aucun téléphone pour l’instant'),
      el('p', {}, 'Les téléphones d’Aminata, de Kouadio et de Mamadou apparaissent ici dès que l’histoire les enregistre (POST /__sandbox/phones).')));
  } else {
    scene.querySelector('.vide')?.remove();
    for (const [waId, phone] of phones) if (!board.phones.some((one) => one.waId === waId)) { phone.racine.remove(); phones.delete(waId); }
    board.phones.forEach((data, index) => {
      let phone = phones.get(data.waId);
      if (!phone) phones.set(data.waId, (phone = creer(data)));
      if (scene.children[index] !== phone.racine) scene.insertBefore(phone.racine, scene.children[index] ?? null);
      mettreAJour(phone, data, board.accounts);
    });
  }
  const boites = board.mailboxes.map((one) => one.email + ' : ' + one.mails + ' e-mail' + (one.mails > 1 ? 's' : ''));
  etat.textContent = ['en direct', ...boites].join(' · ');
}

let enCours = false;
let encore = false;
async function rafraichir() {
  if (enCours) { encore = true; return; }
  enCours = true;
  try {
    const reply = await fetch('__sandbox/board' + location.search);
    if (!reply.ok) throw new Error('HTTP ' + reply.status);
    afficher(await reply.json());
  } catch {
    etat.textContent = 'déconnecté, nouvelle tentative…';
  }
  enCours = false;
  if (encore) { encore = false; void rafraichir(); }
}

const flux = new EventSource('__sandbox/stream');
flux.onmessage = () => void rafraichir();
flux.onerror = () => { etat.textContent = 'déconnecté, nouvelle tentative…'; };
void rafraichir();
`;
