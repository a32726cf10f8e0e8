import { type FieldProblem, invalid, type MediaKind, type QuestionOf, type ReplyToCustomer } from '#contracts';
import type { ListSection, OutboundContent } from '#providers';

/** What waits to be sent, as stored: a message as WhatsApp takes it, or a file of the shop's, which gets WhatsApp's own id only when it leaves. */
export type QueuedContent = OutboundContent | QueuedFile;
export interface QueuedFile {
  type: 'file';
  mediaId: string;
  kind: SendableKind;
  caption?: string;
  fileName?: string;
}

/** Kinds of files that are sent; stickers are not. */
export type SendableKind = Exclude<MediaKind, 'sticker'>;

export type ReplyQuestion = Omit<QuestionOf<ReplyToCustomer>, 'conversationId'>;

/** Characters under a photo or above buttons, for WhatsApp. */
export const MAX_CAPTION = 1_024;
const MAX_WITH_MORE = MAX_CAPTION;
const MAX_BUTTON = 20;
const MAX_CHOICES = 10;
const WHERE_ARE_YOU = 'Pouvez-vous m’envoyer votre position ? Touchez le bouton ci-dessous.';

/** Which of the kinds of message somebody asks for. */
export type ReplyKind = 'text' | 'buttons' | 'list' | 'media' | 'location' | 'template';

/** @throws DomainError VALIDATION_FAILED naming the fields, unless it is exactly one kind of message, complete and within WhatsApp's limits */
export function kindOfReply({ text, mediaId, buttons, list, template, askLocation }: ReplyQuestion): ReplyKind {
  const problems: FieldProblem[] = [];
  const main = [
    ...(mediaId ? ['mediaId'] : []),
    ...(buttons ? ['buttons'] : []),
    ...(list ? ['list'] : []),
    ...(template ? ['template'] : []),
    ...(askLocation ? ['askLocation'] : []),
  ];
  if (main.length > 1)
    problems.push(...main.map((field) => ({ field, problem: `cannot be sent together with ${others(main, field)}` })));
  if (template && text !== undefined) problems.push({ field: 'text', problem: 'does not belong to a template' });
  if ((buttons || list || main.length === 0) && !text?.trim()) problems.push({ field: 'text', problem: 'is needed' });
  if (main.length > 0 && !list && [...(text ?? '')].length > MAX_WITH_MORE)
    problems.push({ field: 'text', problem: `has at most ${MAX_WITH_MORE} characters here` });
  for (const [i, title] of (buttons ?? []).entries())
    if ([...title].length > MAX_BUTTON || !title.trim())
      problems.push({ field: `buttons.${i}`, problem: `has 1 to ${MAX_BUTTON} characters` });
  if (buttons && new Set(buttons.map((title) => title.trim().toLowerCase())).size < buttons.length)
    problems.push({ field: 'buttons', problem: 'differ from each other' });
  problems.push(...problemsOfList(list));
  if (problems.length > 0) throw invalid('a reply is one kind of message', problems);
  if (mediaId) return 'media';
  if (template) return 'template';
  if (askLocation) return 'location';
  if (list) return 'list';
  return buttons ? 'buttons' : 'text';
}

function problemsOfList(list: ReplyQuestion['list']): FieldProblem[] {
  if (!list) return [];
  const choices = list.parts.flatMap((part) => part.choices);
  const blank = [list.button, ...choices.map(({ title }) => title)].some((words) => !words.trim());
  return [
    ...(choices.length > MAX_CHOICES
      ? [{ field: 'list.parts', problem: `has at most ${MAX_CHOICES} choices over all parts` }]
      : []),
    ...(list.parts.length > 1 && list.parts.some(({ title }) => !title?.trim())
      ? [{ field: 'list.parts', problem: 'each has a title when there are several' }]
      : []),
    ...(blank ? [{ field: 'list', problem: 'has words on its button and on each choice' }] : []),
  ];
}

/** What leaves for a text, buttons, a list or a request for the position. */
export function writtenContent({ text, buttons, list, askLocation }: ReplyQuestion): OutboundContent & { body: string } {
  if (askLocation) return { type: 'locationRequest', body: text ?? WHERE_ARE_YOU };
  if (list) return { type: 'list', body: text!, button: list.button.trim(), sections: sectionsOf(list) };
  if (!buttons) return { type: 'text', body: text! };
  return { type: 'buttons', body: text!, buttons: buttons.map((title, i) => ({ id: `choix:${i + 1}`, title: title.trim() })) };
}

function sectionsOf({ parts }: NonNullable<ReplyQuestion['list']>): ListSection[] {
  let n = 0;
  return parts.map(({ title, choices }) => ({
    ...(title?.trim() ? { title: title.trim() } : {}),
    rows: choices.map((choice) => ({
      id: `choix:${++n}`,
      title: choice.title.trim(),
      ...(choice.description ? { description: choice.description } : {}),
    })),
  }));
}

const LABELS: Record<SendableKind, string> = { image: 'Photo', video: 'Vidéo', audio: 'Message vocal', document: 'Document' };

/** How a file reads in an inbox, as one of a customer's does. */
export function fileReadsAs({ kind, caption, fileName }: QueuedFile): string {
  const label = kind === 'document' && fileName ? `Document « ${fileName} »` : LABELS[kind];
  return caption ? `${label} : ${caption}` : label;
}

const others = (fields: string[], field: string) => fields.filter((one) => one !== field).join(', ');
