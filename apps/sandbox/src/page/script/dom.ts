/** The page's small tools: elements, hours, bold text, files, calls. Texts go in as text, never as HTML. */
export const DOM = String.raw`
'use strict';
const heure = (at) => new Date(at).toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' });
const jour = (at) => new Date(at).toLocaleDateString('fr-FR', { weekday: 'long', day: 'numeric', month: 'long' });

/** aria-… and data-… go in as attributes, anything else as a property; children that are absent are left out. */
function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined) continue;
    if (name.startsWith('aria-') || name.startsWith('data-') || name === 'role') node.setAttribute(name, value);
    else node[name] = value;
  }
  node.append(...children.filter((child) => child !== undefined && child !== null));
  return node;
}

function bouton(props, action, ...children) {
  const node = el('button', { type: 'button', ...props }, ...children);
  node.addEventListener('click', action);
  return node;
}

/** Bold, italics and strike-through as WhatsApp writes them: *gras* _italique_ ~barré~. */
function miseEnForme(text) {
  const balises = { '*': 'b', _: 'i', '~': 's' };
  const nodes = [];
  let last = 0;
  for (const match of text.matchAll(/([*_~])(?=\S)([^*_~\n]*?\S)\1/g)) {
    nodes.push(text.slice(last, match.index), el(balises[match[1]], {}, match[2]));
    last = match.index + match[0].length;
  }
  return [...nodes, text.slice(last)];
}

function poids(bytes) {
  return bytes >= 1048576 ? (bytes / 1048576).toFixed(1).replace('.', ',') + ' Mo' : Math.max(1, Math.round(bytes / 1024)) + ' Ko';
}

function enBase64(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(new Error('le fichier ne peut pas être lu'));
    reader.readAsDataURL(blob);
  });
}

function envoyer(chemin, body) {
  return fetch('__sandbox/' + chemin, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

/** A picture in full, until it is tapped. */
function agrandir(src, alt) {
  const loupe = el('dialog', { className: 'loupe', 'aria-label': alt }, el('img', { src, alt }));
  loupe.addEventListener('click', () => loupe.close());
  loupe.addEventListener('close', () => loupe.remove());
  document.body.append(loupe);
  loupe.showModal();
}

/** Posts what the owner of the phone does, to a business or, from his shop's chats, as the business. */
async function poster(phone, body) {
  phone.erreur.hidden = true;
  const vue = phone.vue;
  try {
    const [chemin, entete] = vue.boutique
      ? ['echo', { phoneNumberId: vue.phoneNumberId, to: vue.waId }]
      : ['inbound', { from: phone.waId, toPhoneNumberId: vue.phoneNumberId }];
    const reply = await envoyer(chemin, { ...entete, ...body });
    if (reply.ok) {
      descendre(phone);
      return true;
    }
    const refus = await reply.json().catch(() => ({}));
    throw new Error(refus.message || refus.error?.error_data?.details || 'HTTP ' + reply.status);
  } catch (error) {
    signaler(phone, 'Message non envoyé : ' + error.message);
    return false;
  }
}

function signaler(phone, texte) {
  phone.erreur.textContent = texte;
  phone.erreur.hidden = false;
}
`;
