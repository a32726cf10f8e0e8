import type { gmail_v1 } from '@googleapis/gmail';
import { ProviderError } from '../provider-error.js';
import type { MailReply } from './mail.port.js';
import { parseEnvelope } from './received-mail.js';
import { header } from './text-parts.js';

type Part = gmail_v1.Schema$MessagePart;

/** Headers of the message answered that the answer is made from. */
export const ANSWERED_HEADERS = ['From', 'Subject', 'Message-ID', 'References', 'In-Reply-To'];
/** Carries our Message-ID a second time: Gmail may put one of its own in the place of the first. */
export const OUR_ID_HEADER = 'X-FluxAsync-Message-ID';

/** A thread's oldest messages are dropped from `References` beyond this many: header lines have a length. */
const MOST_REFERENCES = 20;

/**
 * Writes an answer as an RFC 2822 message, base64url as Gmail's `raw` takes it: to the sender, in the thread, with the same subject.
 * @param answered payload of the message answered, with {@link ANSWERED_HEADERS}
 * @throws ProviderError `no_recipient` when the sender's address cannot be written to
 */
export async function composeReply(
  answered: Part,
  { messageId, from, text }: Pick<MailReply, 'messageId' | 'from' | 'text'>,
): Promise<string> {
  const { from: sender, subject } = await parseEnvelope(answered);
  if (!/^[^\s<>@,;:"]+@[^\s<>@,;:"]+$/.test(sender.address)) throw noRecipient();
  const answeredIds = idsIn(header(answered, 'Message-ID')).slice(0, 1);
  const earlier = idsIn(header(answered, 'References') ?? header(answered, 'In-Reply-To'));
  const references = [...new Set([...earlier, ...answeredIds])].slice(-MOST_REFERENCES);
  const lines = [
    `From: <${from}>`,
    `To: ${sender.name ? `${encodeText(sender.name, PLAIN_NAME)}\r\n ` : ''}<${sender.address}>`,
    `Subject: ${encodeText(replySubject(subject), PLAIN_SUBJECT)}`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    `${OUR_ID_HEADER}: ${messageId}`,
    ...answeredIds.map((id) => `In-Reply-To: ${id}`),
    ...(references.length > 0 ? [`References: ${references.join('\r\n ')}`] : []),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: base64',
  ];
  const body = Buffer.from(text.toWellFormed().replace(/\r\n?|\n/g, '\r\n'), 'utf8').toString('base64');
  const message = `${lines.join('\r\n')}\r\n\r\n${body.replace(/.{76}/g, '$&\r\n')}\r\n`;
  return Buffer.from(message, 'utf8').toString('base64url');
}

/** « Re: … » once, however often the thread was answered. */
export const replySubject = (subject: string): string =>
  `Re: ${subject.replace(/[\r\n]+/g, ' ').replace(/^\s*(?:(?:re|ré|rép)\s*(?:\[\d+\])?\s*:\s*)+/i, '')}`.trimEnd();

/** Message ids that can be written into a header: the sender's word, so anything else in there is dropped. */
const idsIn = (value: string | undefined): string[] => value?.match(/<[^<>\s]{1,250}>/g) ?? [];

/** What every reader takes as it is: a phrase in a name, printable ASCII in a subject; short enough for one line. */
const PLAIN_NAME = /^[A-Za-z0-9]([A-Za-z0-9 -]{0,58}[A-Za-z0-9])?$/;
const PLAIN_SUBJECT = /^(?!.*=\?)[\x21-\x7e]([\x20-\x7e]{0,58}[\x21-\x7e])?$/;

/** Text as a header carries it: plain, or as RFC 2047 encoded words, one a line, cut between characters. */
function encodeText(text: string, plain: RegExp): string {
  if (plain.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text.toWellFormed()) {
    if (Buffer.byteLength(word + character) > 42) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part, 'utf8').toString('base64')}?=`).join('\r\n ');
}

const noRecipient = () =>
  new ProviderError({
    provider: 'gmail',
    code: 'no_recipient',
    action: 'reject',
    message: 'gmail: the sender of the message answered has no usable address',
    explanationFr: "L'adresse de l'expéditeur ne permet pas de lui répondre.",
  });
