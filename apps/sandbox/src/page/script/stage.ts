/** The page itself: the telephones side by side or behind tabs, redrawn each time the stream signals a change. */
export const STAGE = String.raw`
const phones = new Map();
const scene = document.querySelector('main');
const onglets = document.querySelector('nav');
const etat = document.querySelector('#etat');
let montre;

function montrer(waId) {
  montre = waId;
  for (const phone of phones.values()) {
    const actif = phone.waId === waId;
    phone.racine.classList.toggle('actif', actif);
    phone.onglet.setAttribute('aria-selected', String(actif));
    phone.onglet.tabIndex = actif ? 0 : -1;
    if (actif) phone.onglet.classList.remove('nouveau');
  }
  const phone = phones.get(waId);
  if (phone) phone.fil.scrollTop = phone.fil.scrollHeight;
}

function ongletDe(phone, data) {
  const onglet = bouton({ role: 'tab', 'aria-controls': phone.racine.id, 'aria-selected': 'false' }, () => montrer(phone.waId),
    ROLES[data.role], el('small', {}, data.name.split(' ')[0]));
  onglet.addEventListener('keydown', (event) => {
    const pas = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (pas === 0) return;
    const tous = [...phones.values()];
    const suivant = tous[(tous.indexOf(phone) + pas + tous.length) % tous.length];
    montrer(suivant.waId);
    suivant.onglet.focus();
  });
  return onglet;
}

/** Marks the tab of a telephone that got something while another one is looked at. */
function remarquer(phone, data) {
  const dernier = JSON.stringify(data.chats.map((chat) => chat.messages.at(-1)?.wamid));
  if (phone.dernier !== undefined && phone.dernier !== dernier && phone.waId !== montre) phone.onglet.classList.add('nouveau');
  phone.dernier = dernier;
}

function afficher(board) {
  if (board.phones.length === 0) {
    phones.clear();
    onglets.replaceChildren();
    scene.replaceChildren(el('div', { className: 'vide' },
      el('h2', {}, 'Aucun téléphone pour l’instant'),
      el('p', {}, 'Les téléphones d’Aminata, de Kouadio et de Mamadou apparaissent ici dès que l’histoire les enregistre (POST /__sandbox/phones).')));
  } else {
    scene.querySelector('.vide')?.remove();
    for (const [waId, phone] of phones)
      if (!board.phones.some((one) => one.waId === waId)) { phone.racine.remove(); phone.onglet.remove(); phones.delete(waId); }
    board.phones.forEach((data, index) => {
      let phone = phones.get(data.waId);
      if (!phone) {
        phones.set(data.waId, (phone = creer(data)));
        phone.onglet = ongletDe(phone, data);
      }
      if (scene.children[index] !== phone.racine) scene.insertBefore(phone.racine, scene.children[index] ?? null);
      if (onglets.children[index] !== phone.onglet) onglets.insertBefore(phone.onglet, onglets.children[index] ?? null);
      remarquer(phone, data);
      mettreAJour(phone, data, board.accounts);
    });
    if (!phones.has(montre)) montrer(board.phones[0].waId);
  }
  const boites = board.mailboxes.map((one) => one.email + ' : ' + one.mails + ' e-mail' + (one.mails > 1 ? 's' : ''));
  etat.textContent = ['en direct', ...boites].join(' · ');
}

async function lire() {
  try {
    const reply = await fetch('__sandbox/board' + location.search);
    return reply.ok ? await reply.json() : undefined;
  } catch {
    return undefined;
  }
}

let enCours = false;
let encore = false;
async function rafraichir() {
  if (enCours) { encore = true; return; }
  enCours = true;
  const board = await lire();
  enCours = false;
  if (board) afficher(board);
  else etat.textContent = 'déconnecté, nouvelle tentative…';
  if (encore) { encore = false; void rafraichir(); }
}

/** A menu closes when one goes on elsewhere. */
document.addEventListener('click', (event) => {
  for (const menu of document.querySelectorAll('details.actions[open], details.joindre[open]'))
    if (!menu.contains(event.target)) menu.open = false;
});

const flux = new EventSource('__sandbox/stream');
flux.onmessage = () => void rafraichir();
flux.onerror = () => { etat.textContent = 'déconnecté, nouvelle tentative…'; };
void rafraichir();
`;
