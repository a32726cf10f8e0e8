/** One message as the phone shows it: what it says, what it quotes, its ticks, what can be done with it. */
export const BUBBLE = String.raw`
const SIGNES = { accepted: '🕓', sent: '✓', delivered: '✓✓', read: '✓✓', failed: '⚠' };
const SENS = { accepted: 'en attente', sent: 'envoyé', delivered: 'distribué', read: 'lu', failed: 'non distribué' };
const EMOJIS = ['👍', '❤️', '😂', '😮', '😢', '🙏'];

function coches(message) {
  const classe = 'coche' + (message.tick === 'read' ? ' lu' : message.tick === 'failed' ? ' echec' : '');
  return el('span', { className: classe, title: SENS[message.tick], role: 'img', 'aria-label': SENS[message.tick] }, ' ' + SIGNES[message.tick]);
}

function choix(phone, message, un) {
  const contenu = [un.title, un.description ? el('small', {}, un.description) : undefined];
  if (un.kind === 'link')
    return /^https?:/.test(un.id)
      ? el('a', { className: 'choix', href: un.id, target: '_blank', rel: 'noreferrer' }, '↗ ', ...contenu)
      : el('span', { className: 'choix' }, ...contenu);
  if (phone.vue.boutique) return el('span', { className: 'choix' }, ...contenu);
  return bouton({ className: 'choix' }, () => {
    void poster(phone, { button: { id: un.id, messageId: message.wamid } });
    revenirALaSaisie(phone);
  }, ...contenu);
}

/** Meta tells the business when a voice note is heard for the first time. */
function vocal(phone, message) {
  const lecteur = el('audio', { className: 'vocal', src: message.media.url, controls: true, preload: 'metadata', 'aria-label': 'Message vocal' });
  if (message.direction === 'outbound' && !message.echo && !phone.vue.boutique && message.statuses.played === undefined)
    lecteur.addEventListener('play', () => void envoyer('statuses', { wamid: message.wamid, status: 'played' }), { once: true });
  return lecteur;
}

/** The file itself when the sandbox has it; a file elsewhere is named and not fetched: the page asks nobody else for anything. */
function fichier(phone, message) {
  const { media } = message;
  if (!media.url?.startsWith('__sandbox/media/')) return undefined;
  const nom = media.caption || media.filename;
  if (media.kind === 'image' || media.kind === 'sticker') {
    const alt = nom || (media.kind === 'image' ? 'Photo' : 'Autocollant');
    return bouton({ className: 'cadre', 'aria-label': 'Agrandir : ' + alt }, () => agrandir(media.url, alt), el('img', { className: 'photo', src: media.url, alt }));
  }
  if (media.kind === 'video') return el('video', { className: 'photo', src: media.url, controls: true, preload: 'metadata' });
  if (media.kind === 'audio') return vocal(phone, message);
  return el('a', { className: 'document', href: media.url, download: media.filename || 'document' },
    '📄 ', media.filename || 'Document', el('small', {}, poids(media.bytes)));
}

function extrait(message) {
  if (!message) return 'Message';
  return (message.media?.caption || message.text || '').split('\n')[0].slice(0, 80) || 'Message';
}

/** The message that is answered: who wrote it and how it begins; a tap leads to it. */
function citation(phone, { message, mien }) {
  const node = el('blockquote', { className: 'citation' }, el('b', {}, mien ? 'Vous' : phone.vue.nom), el('span', {}, extrait(message)));
  node.addEventListener('click', () => {
    const cite = message && phone.noeuds.get(message.wamid)?.node;
    cite?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    cite?.animate([{ outline: '.2rem solid #53bdeb' }, { outline: '.2rem solid transparent' }], 1200);
  });
  return node;
}

/** A list stays folded under its label; a request for the position is one button. */
function suite(phone, message) {
  const choices = message.choices.map((un) => choix(phone, message, un));
  if (!message.listLabel) return choices;
  if (choices.length > 0) {
    const liste = el('details', { className: 'rangees' }, el('summary', {}, '☰ ' + message.listLabel), ...choices);
    liste.addEventListener('toggle', () => { if (liste.open) liste.scrollIntoView({ block: 'nearest' }); });
    return [liste];
  }
  if (message.listLabel.startsWith('📍') && !phone.vue.boutique)
    return [bouton({ className: 'choix' }, () => void poster(phone, { ...LIEUX[0], context: { messageId: message.wamid } }), message.listLabel)];
  return [el('span', { className: 'choix' }, message.listLabel)];
}

/** Reply, react, and on one's own texts edit and delete. */
function actions(phone, message, etat) {
  const faire = (action) => () => { menu.open = false; action(); };
  const reagir = (emoji) => faire(() => void poster(phone, {
    reaction: { messageId: message.wamid, ...(etat.mienne === emoji ? {} : { emoji }) },
  }));
  const propre = etat.moi && !phone.vue.boutique;
  const menu = el('details', { className: 'actions' },
    el('summary', { title: 'Actions', 'aria-label': 'Actions sur ce message' }, '⋯'),
    el('div', { className: 'menu' },
      el('div', { className: 'emojis' }, ...EMOJIS.map((emoji) =>
        bouton({ 'aria-label': 'Réagir ' + emoji, 'aria-pressed': String(etat.mienne === emoji) }, reagir(emoji), emoji))),
      bouton({}, faire(() => citer(phone, message)), 'Répondre'),
      propre && message.type === 'text' ? bouton({}, faire(() => modifier(phone, message, etat.texte)), 'Modifier') : undefined,
      propre ? bouton({}, faire(() => void poster(phone, { revoke: { messageId: message.wamid } })), 'Supprimer') : undefined));
  menu.addEventListener('toggle', () => { if (menu.open) menu.lastChild.scrollIntoView({ block: 'nearest' }); });
  return menu;
}

function bulle(phone, message, etat) {
  if (etat.efface)
    return el('div', { className: 'bulle efface' + (etat.moi ? ' moi' : ''), 'data-wamid': message.wamid },
      el('div', { className: 'corps' }, '🚫 Ce message a été supprimé'));
  const media = message.media && fichier(phone, message);
  const texte = media ? message.media.caption || '' : etat.texte;
  const lieu = message.location && Number.isFinite(message.location.latitude)
    ? el('span', { className: 'pied' }, message.location.latitude + ', ' + message.location.longitude) : undefined;
  return el('div', { className: 'bulle' + (etat.moi ? ' moi' : ''), 'data-wamid': message.wamid },
    message.template ? el('span', { className: 'modele', title: message.template }, 'Modèle') : undefined,
    message.echo ? el('span', { className: 'modele' }, 'Écrit sur le téléphone de la boutique') : undefined,
    etat.citation && citation(phone, etat.citation),
    media,
    el('div', { className: 'corps' },
      message.header ? el('span', { className: 'titre' }, message.header) : undefined,
      el('span', { className: 'texte' }, ...miseEnForme(texte)),
      lieu,
      message.footer ? el('span', { className: 'pied' }, message.footer) : undefined,
      el('time', { dateTime: new Date(message.at).toISOString() }, etat.modifie ? 'modifié ' : '', heure(message.at), coches(message))),
    message.failure
      ? el('div', { className: 'echec raison' }, 'Non distribué : ' + message.failure.code + ' ' + message.failure.title) : undefined,
    ...suite(phone, message),
    etat.reactions.length > 0
      ? el('span', { className: 'reactions', role: 'img', 'aria-label': 'Réactions : ' + etat.reactions.join(' ') }, etat.reactions.join('')) : undefined,
    actions(phone, message, etat));
}

const citeDe = (message, mien) => ({ message, mien: message?.direction === mien });

/** What later messages did to earlier ones: reactions of both sides, new wording, removal. */
function etats(messages, boutique) {
  const parId = new Map(messages.map((message) => [message.wamid, message]));
  const suites = new Map();
  const de = (id) => suites.get(id) ?? suites.set(id, { reactions: {} }).get(id);
  for (const message of messages) {
    if (message.reaction) de(message.reaction.messageId).reactions[message.direction] = message.reaction.emoji;
    if (message.edit) Object.assign(de(message.edit.messageId), { modifie: true, texte: message.edit.text });
    if (message.revoke) de(message.revoke.messageId).efface = true;
  }
  const mien = boutique ? 'outbound' : 'inbound';
  return (message) => {
    const { reactions = {}, modifie = false, texte, efface = false } = suites.get(message.wamid) ?? {};
    return {
      moi: message.direction === mien, mienne: reactions[mien] || undefined, reactions: Object.values(reactions).filter(Boolean),
      modifie, efface, texte: texte ?? message.text,
      citation: message.contextId === undefined ? undefined : citeDe(parId.get(message.contextId), mien),
    };
  };
}
`;
