import { type FieldProblem, invalid, type MediaKind, type QuestionOf, type ReplyToCustomer } from '#contracts';
import type { OutboundContent } from '#providers';

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

const MAX_WITH_MORE = 1_024;
const MAX_BUTTON = 20;
const WHERE_ARE_YOU = 'Pouvez-vous m’envoyer votre position ? Touchez le bouton ci-dessous.';

/** Which of the kinds of message somebody asks for. */
export type ReplyKind = 'text' | 'buttons' | 'media' | 'location' | 'template';

/** @throws DomainError VALIDATION_FAILED naming the fields, unless it is exactly one kind of message, complete and within WhatsApp's limits */
export function kindOfReply({ text, mediaId, buttons, template, askLocation }: ReplyQuestion): ReplyKind {
  const problems: FieldProblem[] = [];
  const main = [
    ...(mediaId ? ['mediaId'] : []),
    ...(buttons ? ['buttons'] : []),
    ...(template ? ['template'] : []),
    ...(askLocation ? ['askLocation'] : []),
  ];
  if (main.length > 1)
    problems.push(...main.map((field) => ({ field, problem: `cannot be sent together with ${others(main, field)}` })));
  if (template && text !== undefined) problems.push({ field: 'text', problem: 'does not belong to a template' });
  if ((buttons || main.length === 0) && !text?.trim()) problems.push({ field: 'text', problem: 'is needed' });
  if (main.length > 0 && [...(text ?? '')].length > MAX_WITH_MORE)
    problems.push({ field: 'text', problem: `has at most ${MAX_WITH_MORE} characters here` });
  for (const [i, title] of (buttons ?? []).entries())
    if ([...title].length > MAX_BUTTON || !title.trim())
      problems.push({ field: `buttons.${i}`, problem: `has 1 to ${MAX_BUTTON} characters` });
  if (buttons && new Set(buttons.map((title) => title.trim().toLowerCase())).size < buttons.length)
    problems.push({ field: 'buttons', problem: 'differ from each other' });
  if (problems.length > 0) throw invalid('a reply is one kind of message', problems);
  if (mediaId) return 'media';
  if (template) return 'template';
  if (askLocation) return 'location';
  return buttons ? 'buttons' : 'text';
}

/** What leaves for a text, buttons or a request for the position. */
export function writtenContent({ text, buttons, askLocation }: ReplyQuestion): OutboundContent & { body: string } {
  if (askLocation) return { type: 'locationRequest', body: text ?? WHERE_ARE_YOU };
  if (!buttons) return { type: 'text', body: text! };
  return { type: 'buttons', body: text!, buttons: buttons.map((title, i) => ({ id: `choix:${i + 1}`, title: title.trim() })) };
}

const LABELS: Record<SendableKind, string> = { image: 'Photo', video: 'Vidéo', audio: 'Message vocal', document: 'Document' };

/** How a file reads in an inbox, as one of a customer's does. */
export function fileReadsAs({ kind, caption, fileName }: QueuedFile): string {
  const label = kind === 'document' && fileName ? `Document « ${fileName} »` : LABELS[kind];
  return caption ? `${label} : ${caption}` : label;
}

const others = (fields: string[], field: string) => fields.filter((one) => one !== field).join(', ');
