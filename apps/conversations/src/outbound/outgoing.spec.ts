import { contentsOf } from './outgoing.js';

describe('what is said to a customer', () => {
  it('is cut between characters, never within an emoji', () => {
    const [content] = contentsOf({ text: `${'a'.repeat(4_095)}👍👍` });
    expect(content!.body).toBe(`${'a'.repeat(4_095)}👍`);
  });

  it('stands before its buttons when it is too long to stand above them', () => {
    const long = 'mot '.repeat(400).trim();
    expect(contentsOf({ text: `${long}\n\nVous confirmez ?`, buttons: [{ id: 'confirmer:1', title: 'Confirmer' }] })).toEqual([
      { type: 'text', body: long },
      { type: 'buttons', body: 'Vous confirmez ?', buttons: [{ id: 'confirmer:1', title: 'Confirmer' }] },
    ]);
  });
});
