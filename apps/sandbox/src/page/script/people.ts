/** Who is on stage: everybody's name and role, one tap each, and a new customer by his first name. */
export const PEOPLE = String.raw`
/** +225 05 98 76 54 32 */
const numero = (digits) => '+' + (digits.startsWith('225') ? digits.slice(0, 3) + digits.slice(3).replace(/../g, ' $&') : digits);

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

/** Mobile numbers of Côte d'Ivoire, MTN's. */
const numeroLibre = () => '22505' + String(Math.floor(Math.random() * 1e8)).padStart(8, '0');

/** Gives somebody new a telephone and puts it on stage. */
async function arriver(nom) {
  const phone = numeroLibre();
  const reply = await envoyer('phones', { phone, name: nom, role: 'customer' }).catch(() => undefined);
  if (!reply?.ok) return false;
  attendu = phone;
  await rafraichir();
  return true;
}

function nouveauClient() {
  const champ = el('input', { 'aria-label': 'Prénom du nouveau client', placeholder: 'Son prénom', maxLength: 60, required: true, autocomplete: 'off' });
  const form = el('form', {}, champ, el('button', {}, 'Créer'));
  const pli = el('details', { className: 'nouveau-client' }, el('summary', { role: 'button' }, '+ Client'), form);
  // Not when it has unfolded: who writes on at once would lose the first letters.
  pli.firstChild.addEventListener('click', (event) => {
    event.preventDefault();
    pli.open = !pli.open;
    if (pli.open) champ.focus();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const nom = champ.value.trim();
    if (nom === '') return;
    void arriver(nom).then((la) => {
      champ.setCustomValidity(la ? '' : 'Non créé, réessayez.');
      if (!la) { champ.reportValidity(); return; }
      champ.value = '';
      pli.open = false;
    });
  });
  champ.addEventListener('input', () => champ.setCustomValidity(''));
  return pli;
}
`;
