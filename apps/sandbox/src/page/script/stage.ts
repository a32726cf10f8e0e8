/** The page itself: who is on stage, and everything drawn again each time the stream signals a change. */
export const STAGE = String.raw`
const phones = new Map();
const scene = document.querySelector('main');
const onglets = document.querySelector('[role=tablist]');
const etat = document.querySelector('#etat');
/** Named in the address: then these and no others. */
const choisis = new URLSearchParams(location.search).has('phones');
/** Who is looked at on a narrow screen; for each role, whose phone stands on a wide one. */
let montre;
const enScene = new Map();
/** Somebody new, who is shown as soon as his phone is there. */
let attendu;

/** Somebody comes to the front, and on stage in place of who stood there for his role. */
function placer(waId) {
  montre = waId;
  const devant = phones.get(waId);
  if (devant) enScene.set(devant.role, waId);
  for (const phone of phones.values()) {
    const actif = phone === devant;
    const affiche = choisis || enScene.get(phone.role) === phone.waId;
    for (const node of [phone.racine, phone.onglet]) {
      node.classList.toggle('actif', actif);
      node.classList.toggle('affiche', affiche);
    }
    phone.onglet.setAttribute('aria-selected', String(actif));
    phone.onglet.tabIndex = actif ? 0 : -1;
  }
}

function montrer(waId) {
  placer(waId);
  phones.get(waId).onglet.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  for (const phone of phones.values()) {
    mettreAJour(phone);
    remarquer(phone);
  }
}

/** Marks the name of whoever got something that was not on the screen yet. */
function remarquer(phone) {
  phone.onglet.classList.toggle('nouveau', phone.attend && phone.racine.offsetParent === null);
}

function afficher(board) {
  scene.querySelector('.vide')?.remove();
  if (board.phones.length === 0)
    scene.append(el('div', { className: 'vide' },
      el('h2', {}, 'Aucun téléphone pour l’instant'),
      el('p', {}, 'Ceux d’Aminata, de Kouadio et de Mamadou apparaissent dès que leur histoire commence. Ou créez un client : « + Client », en haut.')));
  for (const [waId, phone] of phones)
    if (!board.phones.some((one) => one.waId === waId)) { phone.racine.remove(); phone.onglet.remove(); phones.delete(waId); }
  const tenus = new Set(board.phones.flatMap((data) => data.shops.map((shop) => shop.phoneNumberId)));
  const comptes = board.accounts.map((account) => ({ ...account, vend: tenus.has(account.phoneNumberId) }));
  board.phones.forEach((data, index) => {
    let phone = phones.get(data.waId);
    if (!phone) {
      phones.set(data.waId, (phone = creer(data)));
      phone.onglet = ongletDe(phone, data);
    }
    if (scene.children[index] !== phone.racine) scene.insertBefore(phone.racine, scene.children[index] ?? null);
    if (onglets.children[index] !== phone.onglet) onglets.insertBefore(phone.onglet, onglets.children[index] ?? null);
    phone.role = data.role;
  });
  for (const { role, waId } of board.phones) if (!phones.has(enScene.get(role))) enScene.set(role, waId);
  const arrive = phones.get(attendu);
  placer(arrive ? attendu : phones.has(montre) ? montre : board.phones[0]?.waId);
  for (const data of board.phones) {
    const phone = phones.get(data.waId);
    mettreAJour(phone, data, comptes);
    remarquer(phone);
  }
  if (arrive) {
    attendu = undefined;
    arrive.onglet.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    arrive.saisie.focus();
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

/** A menu closes when one goes on elsewhere, or with Escape. */
const fermer = (sauf) => {
  for (const menu of document.querySelectorAll('details.actions[open], details.joindre[open], details.nouveau-client[open]'))
    if (!menu.contains(sauf)) menu.open = false;
};
document.addEventListener('click', (event) => fermer(event.target));
document.addEventListener('keydown', (event) => { if (event.key === 'Escape') fermer(null); });

onglets.after(nouveauClient());
const flux = new EventSource('__sandbox/stream');
flux.onmessage = () => void rafraichir();
flux.onerror = () => { etat.textContent = 'déconnecté, nouvelle tentative…'; };
void rafraichir();
`;
