/** Where one writes: text, files, a voice note, a place; quoting or rewording a message. */
export const COMPOSER = String.raw`
const LIEUX = [
  { location: { latitude: 5.359952, longitude: -3.985256, name: 'Pharmacie Saint-Jean', address: 'Cocody, Abidjan' } },
  { location: { latitude: 5.32, longitude: -4.016, name: 'Cité administrative', address: 'Plateau, Abidjan' } },
  { location: { latitude: 5.3364, longitude: -4.0777, name: 'Siporex', address: 'Yopougon, Abidjan' } },
];
/** In WhatsApp's own formats only; the first the browser can record. */
const ENREGISTRABLES = ['audio/ogg;codecs=opus', 'audio/mp4;codecs=opus', 'audio/mp4'];
const SORTES = [[/^image\/webp/, 'sticker'], [/^image\//, 'image'], [/^audio\//, 'audio'], [/^video\//, 'video']];

function citer(phone, message) {
  phone.reponse = message.wamid;
  phone.modification = undefined;
  montrerNote(phone, 'Réponse à : ' + extrait(message));
}

function modifier(phone, message, texte) {
  phone.modification = message.wamid;
  phone.reponse = undefined;
  phone.saisie.value = texte;
  montrerNote(phone, 'Modifier le message');
}

function montrerNote(phone, texte) {
  phone.note.hidden = texte === undefined;
  phone.note.firstChild.textContent = texte ?? '';
  if (texte !== undefined) phone.saisie.focus();
}

function oublierNote(phone) {
  phone.reponse = undefined;
  phone.modification = undefined;
  montrerNote(phone, undefined);
}

/** Where it opens no keyboard over the thread. */
function revenirALaSaisie(phone) {
  if (matchMedia('(hover: hover)').matches) phone.saisie.focus();
}

/** What was begun in one chat does not leave in another. */
function changerDeBrouillon(phone, avant, apres) {
  phone.brouillons.set(avant, phone.saisie.value);
  phone.saisie.value = phone.brouillons.get(apres) ?? '';
  oublierNote(phone);
}

/** Sends with the message quoted, when one is. */
async function ecrire(phone, body) {
  const context = phone.reponse === undefined ? {} : { context: { messageId: phone.reponse } };
  const parti = await poster(phone, { ...body, ...context });
  if (parti) oublierNote(phone);
  return parti;
}

async function envoyerTexte(phone) {
  const text = phone.saisie.value.trim();
  if (text === '' || phone.vue === undefined) return;
  phone.saisie.value = '';
  phone.saisie.focus();
  const messageId = phone.modification;
  const parti = messageId === undefined ? await ecrire(phone, { text }) : await poster(phone, { edit: { messageId, text } });
  if (parti) oublierNote(phone);
  else if (phone.saisie.value === '') phone.saisie.value = text;
}

async function envoyerFichier(phone, blob, nom) {
  const sorte = SORTES.find(([type]) => type.test(blob.type))?.[1] ?? 'document';
  try {
    const data = await enBase64(blob);
    await ecrire(phone, { [sorte]: { mimeType: blob.type || 'text/plain', data, ...(nom ? { filename: nom } : {}) } });
  } catch (error) {
    signaler(phone, 'Fichier non envoyé : ' + error.message);
  }
}

/** Records until pressed again; where the browser cannot, a file is asked for. */
async function enregistrer(phone) {
  if (phone.micro) { phone.micro.stop(); return; }
  const type = typeof MediaRecorder === 'undefined' ? undefined : ENREGISTRABLES.find((one) => MediaRecorder.isTypeSupported(one));
  if (type === undefined || !navigator.mediaDevices) {
    signaler(phone, 'Ce navigateur n’enregistre dans aucun format de WhatsApp : choisissez un fichier audio.');
    phone.audio.click();
    return;
  }
  try {
    const flux = await navigator.mediaDevices.getUserMedia({ audio: true });
    const morceaux = [];
    const micro = new MediaRecorder(flux, { mimeType: type });
    micro.ondataavailable = (event) => morceaux.push(event.data);
    micro.onstop = () => {
      for (const piste of flux.getTracks()) piste.stop();
      phone.micro = undefined;
      phone.boutonMicro.setAttribute('aria-pressed', 'false');
      void envoyerFichier(phone, new Blob(morceaux, { type: micro.mimeType || type }));
    };
    phone.micro = micro;
    phone.boutonMicro.setAttribute('aria-pressed', 'true');
    micro.start();
  } catch (error) {
    signaler(phone, 'Le micro n’est pas disponible (' + error.name + ') : choisissez un fichier audio.');
  }
}

function choixFichier(phone, nom, signe, accept) {
  const champ = el('input', { type: 'file', accept, className: 'cache', 'aria-label': nom });
  champ.addEventListener('change', () => {
    phone.joindre.open = false;
    for (const file of champ.files) void envoyerFichier(phone, file, file.name);
    champ.value = '';
  });
  return [champ, el('label', {}, signe + ' ' + nom, champ)];
}

function composeur(phone) {
  const [, photo] = choixFichier(phone, 'Photo', '📷', 'image/jpeg,image/png,image/webp');
  const [, documentChoisi] = choixFichier(phone, 'Document', '📄', '.pdf,.txt,.doc,.docx,.xls,.xlsx');
  const [champAudio, audio] = choixFichier(phone, 'Audio', '🎵', 'audio/*');
  phone.audio = champAudio;
  const lieux = LIEUX.map((lieu) => bouton({}, () => { phone.joindre.open = false; void ecrire(phone, lieu); }, '📍 ' + lieu.location.address));
  phone.joindre = el('details', { className: 'joindre' },
    el('summary', { title: 'Joindre', 'aria-label': 'Joindre un fichier ou une position' }, '+'),
    el('div', { className: 'menu' }, photo, documentChoisi, audio, ...lieux));
  phone.saisie = el('textarea', { rows: 1, placeholder: 'Message', 'aria-label': 'Écrire un message' });
  phone.boutonMicro = bouton({ title: 'Message vocal', 'aria-label': 'Enregistrer un message vocal', 'aria-pressed': 'false', className: 'micro' },
    () => void enregistrer(phone), '🎤');
  phone.note = el('div', { className: 'note', hidden: true }, el('span', {}),
    bouton({ 'aria-label': 'Annuler' }, () => { if (phone.modification) phone.saisie.value = ''; oublierNote(phone); }, '×'));
  const form = el('form', {}, phone.joindre, phone.saisie, phone.boutonMicro,
    el('button', { title: 'Envoyer', 'aria-label': 'Envoyer', className: 'envoyer' }, '➤'));
  form.addEventListener('submit', (event) => { event.preventDefault(); void envoyerTexte(phone); });
  phone.saisie.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); void envoyerTexte(phone); }
  });
  return [phone.note, form];
}
`;
