import { DomainError } from '#contracts';
import { kindOfReply, type ReplyQuestion, writtenContent } from './reply-content.js';

const mediaId = '01890000-0000-7000-8000-000000000001';
const template = { name: 'promo', language: 'fr', parameters: [] };

function refused(question: ReplyQuestion): string[] {
  try {
    kindOfReply(question);
  } catch (error) {
    return ((error as DomainError).facts as { fields: { field: string }[] }).fields.map(({ field }) => field);
  }
  throw new Error('it was not refused');
}

describe("a seller's reply", () => {
  it.each<[string, ReplyQuestion]>([
    ['text', { text: 'Oui' }],
    ['buttons', { text: 'Laquelle ?', buttons: ['La noire', 'La blanche'] }],
    ['media', { mediaId, text: 'La voici' }],
    ['media', { mediaId }],
    ['location', { askLocation: true }],
    ['template', { template }],
  ])('is one of %s', (kind, question) => expect(kindOfReply(question)).toBe(kind));

  it.each<[string[], ReplyQuestion]>([
    [['text'], {}],
    [['text'], { text: '   ' }],
    [['text'], { buttons: ['Oui'] }],
    [['mediaId', 'template'], { mediaId, template }],
    [['buttons', 'askLocation'], { text: 'Où ?', buttons: ['Ici'], askLocation: true }],
    [['text'], { template, text: 'Bonjour' }],
    [['text'], { mediaId, text: 'x'.repeat(1_025) }],
    [['buttons.1'], { text: 'Laquelle ?', buttons: ['La noire', 'x'.repeat(21)] }],
    [['buttons'], { text: 'Laquelle ?', buttons: ['Oui', 'oui '] }],
  ])('is refused naming %j when it is not one complete kind', (fields, question) => expect(refused(question)).toEqual(fields));

  it('asks for the position in words of ours when it has none', () =>
    expect(writtenContent({ askLocation: true })).toMatchObject({
      type: 'locationRequest',
      body: expect.stringMatching(/position/) as string,
    }));
});
