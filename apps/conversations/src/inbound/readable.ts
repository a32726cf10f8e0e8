import { listAt, objectAt, type Raw, textAt } from './raw.js';

/** A message as people and the assistant read it. */
export interface Reading {
  /** Type as stored: WhatsApp's own name, or `non_pris_en_charge`. */
  type: string;
  /** French, for the seller's inbox: never empty. */
  readable: string;
  /** What the customer said in words; empty for a voice note or a photo without caption. */
  words: string;
  /** Id of the button or list row she pressed. */
  buttonId?: string;
  /** Whether somebody has to answer it. A reaction or a withdrawn message asks for nothing. */
  asks: boolean;
}

const MAX_TEXT = 65_536;
const captioned = (label: string) => (body: Raw) => {
  const caption = textAt(body, 'caption') ?? '';
  return { readable: caption ? `${label} : ${caption}` : label, words: caption };
};

/** How each type reads; what is not in this table is kept as `non_pris_en_charge`. */
const READERS: Record<string, (body: Raw, item: Raw) => Partial<Reading> & { readable: string }> = {
  text: (body) => ({ readable: textAt(body, 'body') ?? '', words: textAt(body, 'body') ?? '' }),
  image: captioned('Photo'),
  video: captioned('Vidéo'),
  sticker: () => ({ readable: 'Autocollant' }),
  audio: (body) => ({ readable: body['voice'] === true ? 'Message vocal' : 'Audio' }),
  voice: () => ({ readable: 'Message vocal' }),
  document: (body) => {
    const label = `Document${textAt(body, 'filename') ? ` « ${textAt(body, 'filename')} »` : ''}`;
    return captioned(label)(body);
  },
  location: (body) => {
    const place = [textAt(body, 'name'), textAt(body, 'address')].filter(Boolean).join(', ');
    const point = `${textAt(body, 'latitude') ?? '?'}, ${textAt(body, 'longitude') ?? '?'}`;
    // the point is for the courier, who finds more by it than by a name
    const words = [place, ...(point.includes('?') ? [] : [`Position GPS ${point}`])].filter(Boolean).join('\n');
    return { readable: place ? `Position : ${place} (${point})` : `Position : ${point}`, words };
  },
  contacts: (_body, item) => {
    const people = listAt(item, 'contacts').map((contact) =>
      [textAt(objectAt(contact, 'name'), 'formatted_name'), ...listAt(contact, 'phones').map((phone) => textAt(phone, 'phone'))]
        .filter(Boolean)
        .join(' '),
    );
    const readable = `Contact partagé : ${people.filter(Boolean).join(', ') || 'sans nom'}`;
    // one person with one number says whom to call; of several nobody knows whom she means
    const one = people.length === 1 && listAt(listAt(item, 'contacts')[0], 'phones').length === 1;
    return { readable, words: one ? readable : '' };
  },
  button: (body) => ({ ...words(textAt(body, 'text')), buttonId: textAt(body, 'payload') }),
  interactive: (body) => {
    const pressed = { ...objectAt(body, 'button_reply'), ...objectAt(body, 'list_reply') };
    if (textAt(pressed, 'id')) return { ...words(textAt(pressed, 'title')), buttonId: textAt(pressed, 'id') };
    const said = filledIn(textAt(objectAt(body, 'nfm_reply'), 'response_json'));
    return { readable: said ? `Formulaire rempli : ${said}` : 'Formulaire rempli', words: said };
  },
  order: (body) => {
    const lines = listAt(body, 'product_items').map(
      (line) => `${textAt(line, 'quantity') ?? '?'} x ${textAt(line, 'product_retailer_id') ?? '?'}`,
    );
    const said = textAt(body, 'text') ?? '';
    return { readable: `Panier : ${lines.join(', ') || 'vide'}${said ? `. ${said}` : ''}`, words: said };
  },
  reaction: (body) => ({
    readable: textAt(body, 'emoji') ? `Réaction ${textAt(body, 'emoji')}` : 'Réaction retirée',
    asks: false,
  }),
  edit: (body) => {
    const said = textAt(objectAt(objectAt(body, 'message'), 'text'), 'body') ?? '';
    return { readable: `Message modifié : ${said || 'contenu inconnu'}`, words: said };
  },
  revoke: () => ({ readable: 'Message supprimé par le client', asks: false }),
  system: (body, item) => ({ readable: changedNames(body, item), asks: false }),
};

/** A new number as people read it: from which to which, where WhatsApp names them; a new user id alone is nothing to be read. */
function changedNames(system: Raw, item: Raw): string {
  const [before, now] = [textAt(item, 'from'), textAt(system, 'wa_id')].map((id) => id?.replace(/^\+/, ''));
  if (now && before && now !== before) return `Le client a changé de numéro : +${before} est devenu +${now}`;
  if (now) return 'Le client a changé de numéro';
  if (textAt(system, 'user_id')) return 'WhatsApp a donné un nouvel identifiant au client';
  return textAt(system, 'body') ?? 'Message de WhatsApp';
}

const MOST_FIELDS = 30;

/** The answers of a form, « quartier : Yopougon, livraison : demain »; empty when WhatsApp's text is no JSON object. */
function filledIn(json: string | undefined): string {
  const answers = objectAt({ answers: parsed(json) }, 'answers');
  return (
    Object.entries(answers)
      // Which form it was is nothing that the customer said.
      .filter(([field]) => field !== 'flow_token')
      .slice(0, MOST_FIELDS)
      .flatMap(([field, value]) => {
        const said = (Array.isArray(value) ? value : [value]).flatMap((one) => textAt({ one }, 'one') ?? []).join(', ');
        return said ? [`${field.replaceAll('_', ' ').trim()} : ${said}`] : [];
      })
      .join(' ; ')
  );
}

function parsed(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? '');
  } catch {
    return undefined;
  }
}

const words = (said: string | undefined) => ({ readable: said ?? 'Bouton', words: said ?? '' });

/** Reads one inbound message (or echo) of any type; never throws, because one odd item must not hold up the rest. */
export function read(item: Raw): Reading {
  const type = textAt(item, 'type') ?? '';
  const reader = Object.hasOwn(READERS, type) ? READERS[type] : undefined;
  if (!reader) return unsupported(item);
  const { readable, ...rest } = reader(objectAt(item, type), item);
  const reading = { type, words: '', asks: true, ...rest, readable: readable.slice(0, MAX_TEXT) };
  return readable === '' ? { ...reading, readable: 'Message vide' } : reading;
}

function unsupported(item: Raw): Reading {
  const what = textAt(objectAt(item, 'unsupported'), 'type') ?? textAt(item, 'type') ?? 'inconnu';
  return {
    type: 'non_pris_en_charge',
    readable: `Message que WhatsApp ne transmet pas (${what.slice(0, 60)})`,
    words: '',
    asks: true,
  };
}
