import type { Delivered } from '../../apps/conversations/test/fake-whatsapp.js';
import { type Answers, type Deed, folded, type Sent } from './dialogue.js';
import type { OpenShop, Stage } from './stage.js';

/** A message as the customer reads it on her telephone, with what a list or a photo shows besides. */
export function readable(sent: Delivered): string {
  const strings: string[] = [];
  const { text, interactive, image, document, template } = sent.body as Record<string, unknown>;
  for (const part of [text, interactive, image, document, template]) collect(part, strings);
  return strings.join('\n');
}

/** What is for machines in a message, and what is shown once as its button. */
const UNSEEN = new Set(['id', 'type', 'action_id', 'buttons', 'link', 'sha256', 'mime_type', 'language']);

function collect(part: unknown, into: string[]): void {
  if (typeof part === 'string') into.push(part);
  else if (Array.isArray(part)) part.forEach((one) => collect(one, into));
  else if (part && typeof part === 'object')
    for (const [key, value] of Object.entries(part)) if (!UNSEEN.has(key)) collect(value, into);
}

/** A step presses a button that was never shown: the dialogue has gone another way. */
export class NoSuchButton extends Error {}

/** A customer with a telephone of her own, who writes to one shop and answers what it asks her. */
export class Customer {
  private written = 0;
  private readonly waId: string;

  constructor(
    private readonly stage: Stage,
    private readonly open: OpenShop,
    private readonly name: string,
  ) {
    this.waId = stage.newNumber();
  }

  /** E.164. */
  get phone(): string {
    return `+${this.waId}`;
  }

  get received(): Delivered[] {
    return this.stage.whatsapp.to(this.phone);
  }

  /** Sends what a step says. @returns it as a line of a transcript. @throws NoSuchButton */
  async does(step: Sent): Promise<string> {
    const deed: Deed = typeof step === 'string' || Array.isArray(step) ? { say: step } : step;
    const items: Record<string, unknown>[] = [];
    const shown: string[] = [];
    for (const text of [deed.say ?? []].flat()) {
      items.push({ type: 'text', text: { body: text } });
      shown.push(text);
    }
    if (deed.voice) items.push({ type: 'audio', audio: { id: 'a1', mime_type: 'audio/ogg; codecs=opus', voice: true } });
    if (deed.sticker) items.push({ type: 'sticker', sticker: { id: 's1', mime_type: 'image/webp' } });
    if (deed.photo !== undefined)
      items.push({ type: 'image', image: { id: 'i1', mime_type: 'image/jpeg', ...(deed.photo ? { caption: deed.photo } : {}) } });
    if (deed.location !== undefined)
      items.push({
        type: 'location',
        location: { latitude: 5.35, longitude: -4, ...(deed.location ? { name: deed.location } : {}) },
      });
    if (deed.press !== undefined) items.push(this.button(deed.press));
    const also = Object.keys(deed).filter((key) => ['voice', 'sticker', 'photo', 'location', 'press'].includes(key));
    shown.push(...also.map((key) => `[${key} ${String(deed[key as keyof Deed])}]`));
    await Promise.all(items.map((item) => this.stage.update(this.open, this.addressed(item), this.contact)));
    return shown.join(' / ');
  }

  /** Her answer to the newest message, as far as she knows one. `asked` counts what she has answered before. */
  answersTo(text: string, buttons: { title: string }[], answers: Answers, asked: Map<string, number>): Sent | undefined {
    const wanted = questionsIn(text, buttons).filter(
      (kind) => answerTo(kind, answers) !== undefined && (asked.get(kind) ?? 0) < 2,
    );
    const kinds = wanted.includes('confirm')
      ? ['confirm' as const]
      : wanted.length > 1
        ? wanted.filter((k) => k !== 'otherwise')
        : wanted;
    if (kinds.length === 0) return undefined;
    for (const kind of kinds) asked.set(kind, (asked.get(kind) ?? 0) + 1);
    if (kinds[0] === 'confirm' && answers.confirm === 'press') return { press: 'confirmer' };
    return kinds.map((kind) => answerTo(kind, answers)!);
  }

  private button(title: string): Record<string, unknown> {
    const all = this.received.flatMap(({ buttons }) => buttons);
    const found = all.findLast((button) => folded(button.title).includes(folded(title)));
    if (!found) throw new NoSuchButton(`no button « ${title} » was shown`);
    return { type: 'interactive', interactive: { type: 'button_reply', button_reply: found } };
  }

  private addressed(item: Record<string, unknown>): Record<string, unknown> {
    const id = `wamid.in${this.waId}.${String(++this.written).padStart(3, '0')}`;
    return { id, from: this.waId, timestamp: String(Math.floor(Date.now() / 1_000)), ...item };
  }

  private get contact(): Record<string, unknown> {
    return { profile: { name: this.name }, wa_id: this.waId };
  }
}

type Kind = keyof Answers;

/** What asks for what, in words any shop assistant may choose. */
const ASKS: [Kind, RegExp][] = [
  ['address', /adresse|\bou\b.*\blivr|livr\w*.*\bou\b|quartier|commune|ou (vous )?(habitez|etes)|lieu/],
  ['phone', /numero.*(tel|joindre|appel|contact)|telephone|contact\b/],
  ['size', /pointure|taille|\bfaites-vous du\b|format|contenance|capacite|dimension|longueur/],
  ['color', /couleur|coloris|teinte/],
  ['quantity', /combien (en|de|d'|vous)|quantite|nombre de/],
  ['which', /lequel|laquelle|lesquel|quel(le)?s? (modele|article|produit|paire|version)|de quel(le)?/],
];
const QUESTION = /\?|\b(envoyez|donnez|indiquez|precisez|dites|ecrivez|communiquez|partagez|choisissez|repondez|quel(le)?s? )\b/;
const CONFIRM = /confirmez-vous|vous confirmez|je valide|on valide|repondez .?oui|confirmer (votre|la|cette) commande/;

/** What a message asks, in the order it asks it. */
function questionsIn(text: string, buttons: { title: string }[]): Kind[] {
  const sentences = folded(text)
    .split(/(?<=[?!.])\s+|\n/)
    .filter((sentence) => QUESTION.test(sentence));
  if (buttons.some(({ title }) => /^confirmer/i.test(title)) || sentences.some((one) => CONFIRM.test(one))) return ['confirm'];
  const kinds = sentences.flatMap((sentence) => {
    const found = ASKS.filter(([, pattern]) => pattern.test(sentence)).map(([kind]) => kind);
    return found.length > 0 ? found : ['otherwise' as const];
  });
  return [...new Set(kinds)];
}

const answerTo = (kind: Kind, answers: Answers): string | undefined =>
  answers[kind] ?? (kind === 'confirm' || kind === 'otherwise' ? 'oui' : undefined);
