/** The thread of one chat: its messages, redrawn when something changes, and where one stands in it. */
export const THREAD = String.raw`
/** Messages that change others and are none of their own. */
const CACHES = new Set(['reaction', 'edit', 'revoke']);

/** Whoever reads the newest message keeps reading the newest one, also when a picture has come or the keyboard opens; whoever reads further up is left there. */
function suivreLeBas(phone) {
  phone.fil.addEventListener('scroll', () => {
    phone.enBas = phone.fil.scrollHeight - phone.fil.scrollTop - phone.fil.clientHeight < 80;
    phone.versBas.hidden = phone.enBas;
  });
  const tenir = () => { if (phone.enBas) descendre(phone); };
  for (const venu of ['load', 'loadedmetadata']) phone.fil.addEventListener(venu, tenir, true);
  new ResizeObserver(tenir).observe(phone.fil);
}

function descendre(phone) {
  phone.enBas = true;
  phone.versBas.hidden = true;
  phone.fil.scrollTop = phone.fil.scrollHeight;
}

/** An empty chat: with a shop a customer may come to it by its ad. */
function accueil(phone) {
  if (phone.role !== 'customer' || !phone.vue.vend) return el('div', { className: 'pub' }, 'Aucun message pour l’instant.');
  const ecrireParPub = () => void poster(phone, {
    text: 'Bonjour, je voudrais des chaussures Nike',
    referral: {
      source_url: 'https://fb.me/8kKouadioNike', source_id: '120226305850001', source_type: 'ad',
      headline: 'Chaussures Nike à Abidjan', body: 'Livraison à domicile', media_type: 'image',
      ctwa_clid: 'Aff-' + phone.waId,
    },
  });
  return el('div', { className: 'pub' }, 'Écrivez à la boutique, ou arrivez par sa publicité Facebook :', el('br'),
    bouton({}, ecrireParPub, 'Venir par la publicité'));
}

/** Keeps the nodes of messages that did not change: a voice note goes on playing. */
function noeud(phone, message, etat) {
  const cle = JSON.stringify([message, etat, phone.vue.cle]);
  const connu = phone.noeuds.get(message.wamid);
  if (connu?.cle === cle) return connu.node;
  const node = bulle(phone, message, etat);
  // What its owner unfolded stays unfolded when only a tick changed.
  for (const sorte of ['details.rangees', 'details.actions'])
    if (connu?.node.querySelector(sorte)?.open) node.querySelector(sorte)?.setAttribute('open', '');
  // Neither does a picture come anew nor a voice note stop.
  const fichier = connu?.node.querySelector('.vocal, .cadre, video');
  if (fichier) node.querySelector('.vocal, .cadre, video')?.replaceWith(fichier);
  phone.noeuds.set(message.wamid, { cle, node });
  return node;
}

function dessiner(phone) {
  const messages = phone.vue?.messages ?? [];
  const etatDe = etats(messages, Boolean(phone.vue?.boutique));
  const nodes = [];
  let dernier;
  for (const message of messages) {
    if (CACHES.has(message.type)) continue;
    if (jour(message.at) !== dernier) nodes.push(el('div', { className: 'jour' }, (dernier = jour(message.at))));
    nodes.push(noeud(phone, message, etatDe(message)));
  }
  if (nodes.length === 0 && phone.vue && !phone.vue.boutique) nodes.push(accueil(phone));
  if (phone.vue?.typing) nodes.push(el('div', { className: 'bulle frappe', 'aria-hidden': 'true' }, el('i', {}), el('i', {}), el('i', {})));
  remplacer(phone.fil, nodes);
  if (phone.enBas) descendre(phone);
}

/** Puts the nodes in place, moving none that stands where it should. */
function remplacer(parent, nodes) {
  const gardes = new Set(nodes);
  for (const enfant of [...parent.children]) if (!gardes.has(enfant)) enfant.remove();
  nodes.forEach((node, index) => { if (parent.children[index] !== node) parent.insertBefore(node, parent.children[index] ?? null); });
}
`;
