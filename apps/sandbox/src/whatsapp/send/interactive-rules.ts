import { GraphError } from '../graph-error.js';
import type { Bubble, Choice } from '../whatsapp.js';
import { allDifferent, type Fields, lengthOf } from './fields.js';

const BODY = 1024;
const LIST_BODY = 4096;
const ROWS = 10;
const PRODUCTS = 30;

type Part = Pick<Bubble, 'choices' | 'listLabel'>;

const ACTIONS: Record<string, (action: Fields, message: Fields) => Part> = {
  button: buttons,
  list: rows,
  cta_url: link,
  product: (action) => {
    action.text('catalog_id');
    action.text('product_retailer_id');
    return nothing('🛍️ Voir l’article');
  },
  product_list: products,
  catalog_message: (action) => {
    action.oneOf('name', ['catalog_message']);
    // Meta documents the thumbnail as optional and refuses the message without it.
    action.object('parameters').text('thumbnail_product_retailer_id');
    return nothing('🛍️ Voir le catalogue');
  },
  location_request_message: (action) => {
    action.oneOf('name', ['send_location']);
    return nothing('📍 Envoyer la position');
  },
  request_contact_info: (action) => {
    action.oneOf('name', ['request_contact_info']);
    return nothing('👤 Partager mon numéro');
  },
};

/** Checks an interactive message: three buttons at most, ten list rows at most in all, ids and titles unique, lengths. */
export function interactiveBubble(message: Fields): Bubble {
  const type = message.oneOf('type', Object.keys(ACTIONS));
  const needsBody = type !== 'product';
  const body = message.optionalObject('body')?.text('text', type === 'list' ? LIST_BODY : BODY);
  if (needsBody && body === undefined) throw message.missing('body');
  const header = headerText(message.optionalObject('header'), type);
  const footer = message.optionalObject('footer')?.text('text', 60);
  const part = ACTIONS[type]?.(message.object('action'), message) ?? nothing();
  return { text: body ?? '', ...(header === undefined ? {} : { header }), ...(footer === undefined ? {} : { footer }), ...part };
}

function headerText(header: Fields | undefined, type: string): string | undefined {
  if (!header) return undefined;
  const kind = header.oneOf('type', ['text', 'image', 'video', 'document']);
  if (type === 'list' && kind !== 'text') throw new GraphError(131009, `${header.name('type')} of a list must be text.`);
  if (kind === 'text') return header.text('text', 60);
  const media = header.object(kind);
  if (!media.has('id') && !media.has('link')) throw media.missing('id');
  return { image: '📷 Photo', video: '🎬 Vidéo', document: '📄 Document' }[kind];
}

function buttons(action: Fields): Part {
  const replies = action.list('buttons', 1, 3).map((button) => {
    button.oneOf('type', ['reply']);
    return button.object('reply');
  });
  const choices = replies.map((reply): Choice => ({
    kind: 'reply',
    id: reply.text('id', 256),
    title: short(reply, 'title', 20),
  }));
  unique('Button', choices);
  return { choices };
}

function rows(action: Fields): Part {
  const listLabel = short(action, 'button', 20);
  const sections = action.list('sections', 1, 10);
  const choices = sections.flatMap((section) => {
    if (sections.length > 1) short(section, 'title', 24);
    return section.list('rows', 1, ROWS).map((row): Choice => {
      const description = row.optionalText('description', 72);
      return {
        kind: 'row',
        id: row.text('id', 200),
        title: short(row, 'title', 24),
        ...(description === undefined ? {} : { description }),
      };
    });
  });
  if (choices.length > ROWS) throw new GraphError(131009, `Total row count exceeds the maximum allowed count: ${ROWS}.`);
  allDifferent('Row ids', choices.map((choice) => choice.id)); // prettier-ignore
  return { choices, listLabel };
}

function link(action: Fields): Part {
  action.oneOf('name', ['cta_url']);
  const parameters = action.object('parameters');
  const url = parameters.text('url', 2000);
  if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
    throw new GraphError(131009, `${parameters.name('url')} is not a valid URL.`);
  return { choices: [{ kind: 'link', id: url, title: short(parameters, 'display_text', 20) }] };
}

function products(action: Fields, message: Fields): Part {
  if (!message.has('header')) throw message.missing('header');
  action.text('catalog_id');
  const sections = action.list('sections', 1, 10);
  const items = sections.flatMap((section) => {
    if (sections.length > 1) short(section, 'title', 24);
    return section.list('product_items', 1, PRODUCTS).map((item) => item.text('product_retailer_id'));
  });
  if (items.length > PRODUCTS)
    throw new GraphError(131009, `Total product count exceeds the maximum allowed count: ${PRODUCTS}.`);
  return nothing('🛍️ Voir les articles');
}

function nothing(listLabel?: string): Part {
  return { choices: [], ...(listLabel === undefined ? {} : { listLabel }) };
}

/** A label whose length Meta refuses with 131009 instead of 100. */
function short(fields: Fields, field: string, max: number): string {
  const value = fields.text(field);
  if (lengthOf(value) > max)
    throw new GraphError(131009, `${fields.name(field)} length invalid. Min length: 1, Max length: ${max}.`);
  return value;
}

function unique(what: string, choices: readonly Choice[]): void {
  allDifferent(`${what} ids`, choices.map((choice) => choice.id)); // prettier-ignore
  allDifferent(`${what} titles`, choices.map((choice) => choice.title)); // prettier-ignore
}
