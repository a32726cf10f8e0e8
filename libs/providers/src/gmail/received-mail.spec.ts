import type { gmail_v1 } from '@googleapis/gmail';
import { readMail } from './received-mail.js';

type Part = gmail_v1.Schema$MessagePart;

const headers = (fields: Record<string, string>) => Object.entries(fields).map(([name, value]) => ({ name, value }));
const leaf = (mimeType: string, content: string | Buffer, contentType = mimeType, fields: Part = {}): Part => {
  const bytes = Buffer.from(content);
  return {
    mimeType,
    filename: '',
    headers: headers({ 'Content-Type': contentType }),
    body: { size: bytes.length, data: bytes.toString('base64url') },
    ...fields,
  };
};
const many = (subtype: string, ...parts: Part[]): Part => ({
  mimeType: `multipart/${subtype}`,
  filename: '',
  body: { size: 0 },
  parts,
});
const mail = (payload: Part, own: Record<string, string> = {}): gmail_v1.Schema$Message => ({
  id: '18c1a2',
  threadId: '18c1a0',
  labelIds: ['INBOX', 'UNREAD'],
  internalDate: '1795328000000',
  payload: {
    ...payload,
    headers: [
      ...headers({ From: 'Aminata <Aminata@Example.ci>', To: 'kouadio.boutique@gmail.com', Subject: 'Commande', ...own }),
      ...(payload.headers ?? []),
    ],
  },
});
const noFetch = () => Promise.reject(new Error('nothing to fetch'));
const read = (payload: Part, own?: Record<string, string>) => readMail(mail(payload, own), noFetch);
/** Base64 of a text and one byte more. */
const word = (text: string, byte: number) => Buffer.concat([Buffer.from(text), Buffer.from([byte])]).toString('base64');
const hello = leaf('text/plain', 'Bonjour');

describe('a received mail', () => {
  it('has its people, subject, date, labels and attachments', async () => {
    const pdf: Part = { mimeType: 'application/pdf', filename: 'bon.pdf', body: { attachmentId: 'ANGj', size: 48213 } };
    const own = { From: '=?UTF-8?Q?Aminata_Kon=C3=A9?= <Aminata@Example.ci>', 'MESSAGE-ID': '<a1@example.ci>' };
    expect(await read(many('mixed', many('alternative', hello), pdf), own)).toEqual({
      id: '18c1a2',
      threadId: '18c1a0',
      messageId: '<a1@example.ci>',
      from: { name: 'Aminata Koné', address: 'aminata@example.ci' },
      to: [{ name: '', address: 'kouadio.boutique@gmail.com' }],
      subject: 'Commande',
      text: 'Bonjour',
      textCut: false,
      receivedAt: new Date(1795328000000),
      labels: ['INBOX', 'UNREAD'],
      attachments: [{ filename: 'bon.pdf', mimeType: 'application/pdf', sizeBytes: 48213 }],
      isAutomatic: false,
    });
  });

  it.each<[string, string, string]>([
    [
      'encoded, cut in the middle of a letter',
      `=?UTF-8?B?${word('Commande caf', 0xc3)}?= =?UTF-8?B?${word('', 0xa9)}?=`,
      'Commande café',
    ],
    ['already decoded', 'Réclamation : pagne abîmé 😡', 'Réclamation : pagne abîmé 😡'],
    ['with a line break that would be a header', 'Bonjour\r\nBcc: x@y.ci', 'Bonjour Bcc: x@y.ci'],
    ['absent', '', ''],
  ])('has its subject %s', async (_what, subject, expected) => {
    expect((await read(hello, { Subject: subject })).subject).toBe(expected);
  });

  it('has its sender already decoded', async () => {
    expect((await read(hello, { From: '"Koné, Aminata" <a@b.ci>' })).from).toEqual({ name: 'Koné, Aminata', address: 'a@b.ci' });
  });

  it('survives a sender that is none', async () => {
    expect((await read(hello, { From: '' })).from).toEqual({ name: '', address: '' });
  });

  it.each<[string, Part, string]>([
    [
      'UTF-8 although latin-1 is declared',
      leaf('text/plain', 'dispo ? Merci 🙏 é', 'text/plain; charset="iso-8859-1"'),
      'dispo ? Merci 🙏 é',
    ],
    ['truly latin-1', leaf('text/plain', Buffer.from('réglé', 'latin1'), 'text/plain; charset=iso-8859-1'), 'réglé'],
    [
      'windows-1252 with its quotes',
      leaf('text/plain', Buffer.from([0x93, 0x6f, 0x6b, 0x94, 0x20, 0x80]), 'text/plain; charset=windows-1252'),
      '“ok” €',
    ],
    ['latin-1 without a charset', leaf('text/plain', Buffer.from('payé', 'latin1')), 'payé'],
    ['in a charset nobody knows', leaf('text/plain', Buffer.from('payé', 'latin1'), 'text/plain; charset=x-martian'), 'payé'],
    ['with letters that base64url writes - and _', leaf('text/plain', 'ÿÿÿ>>>???'), 'ÿÿÿ>>>???'],
    ['with NUL and Windows line ends', leaf('text/plain', 'a\u0000b\r\nc\u0007'), 'ab\nc'],
  ])('has its text %s', async (_what, part, text) => expect((await read(part)).text).toBe(text));

  it('is read from its plain part when it has HTML too, however deep', async () => {
    const html = leaf('text/html', '<p>Bonjour en HTML</p>');
    expect((await read(many('mixed', many('related', many('alternative', hello, html))))).text).toBe('Bonjour');
  });

  it('is read from its HTML when there is nothing else, without script, style and tags', async () => {
    const html =
      '<html><style>p{color:red}</style><script>x()</script><p>Bonjour&nbsp;Kouadio,</p><p>12&#39;500 F &amp; livré</p></html>';
    const { text } = await read(many('alternative', leaf('text/plain', ''), leaf('text/html', html)));
    expect(text).toMatch(/^Bonjour\s+Kouadio,\s+12'500 F & livré$/);
  });

  it('joins the text parts of a mixed mail and leaves text files alone', async () => {
    const notes = leaf('text/plain', 'fichier', 'text/plain', { filename: 'notes.txt' });
    const got = await read(many('mixed', hello, notes, leaf('text/plain', 'Cordialement')));
    expect(got.text).toBe('Bonjour\n\nCordialement');
    expect(got.attachments.map((file) => file.filename)).toEqual(['notes.txt']);
  });

  it('has no text when it carries none', async () => {
    const invitation = leaf('text/calendar', 'BEGIN:VCALENDAR');
    expect((await read(many('mixed', invitation))).text).toBe('');
    expect((await readMail({ id: '1', internalDate: '1795328000000' }, noFetch)).text).toBe('');
  });

  it('fetches a text part Gmail keeps aside, and says so when it is too large to read', async () => {
    const aside = (size: number): Part => ({ mimeType: 'text/plain', filename: '', body: { attachmentId: 'A1', size } });
    const fetched: string[] = [];
    const fetchPart = (id: string) => (fetched.push(id), Promise.resolve(Buffer.from('long texte')));
    expect(await readMail(mail(aside(50_000)), fetchPart)).toMatchObject({ text: 'long texte', textCut: false });
    expect(await readMail(mail(aside(5_000_000)), fetchPart)).toMatchObject({ text: '', textCut: true });
    expect(fetched).toEqual(['A1']);
  });

  it('survives a hundred nested levels', async () => {
    let part = hello;
    for (let level = 0; level < 100; level++) part = many('mixed', part);
    expect((await read(part)).text).toBe('');
  });

  it.each<[string, Record<string, string>]>([
    ['an auto-reply', { 'Auto-Submitted': 'auto-replied' }],
    ['a bulk mail', { Precedence: 'bulk' }],
    ['a mailing list', { 'List-Id': '<news.ci>' }],
    ['a newsletter', { 'list-unsubscribe': '<https://x.ci>' }],
    ['a bounce', { 'Return-Path': '<>' }],
    ['a no-reply sender', { From: 'Orange <no-reply@orange.ci>' }],
    ['a no-reply sender with a tag', { From: 'noreply+17@service.ci' }],
  ])('is automatic when it is %s', async (_what, own) => expect((await read(hello, own)).isAutomatic).toBe(true));

  it.each<[string, Record<string, string>]>([
    ['says it is not', { 'Auto-Submitted': 'no' }],
    ['comes from a name that only begins alike', { From: 'noreplynadia@gmail.com' }],
  ])('is from a person when it %s', async (_what, own) => expect((await read(hello, own)).isAutomatic).toBe(false));
});
