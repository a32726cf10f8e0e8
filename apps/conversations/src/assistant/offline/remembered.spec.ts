import { Remembered } from './remembered.js';

describe('what was found for a text', () => {
  const asked: string[] = [];
  const lengths = () => new Remembered((text) => (asked.push(text), text.length), 2);
  beforeEach(() => asked.splice(0));

  it('is found once while it is remembered', () => {
    const length = lengths();
    expect([length.of('puma'), length.of('puma'), length.of('')]).toEqual([4, 4, 0]);
    expect(asked).toEqual(['puma', '']);
  });

  it('is forgotten first where it was asked about longest ago', () => {
    const length = lengths();
    for (const text of ['puma', 'nike', 'puma', 'stan', 'puma', 'nike']) length.of(text);
    expect(asked).toEqual(['puma', 'nike', 'stan', 'nike']);
  });

  it('is not kept of a long text, which comes once', () => {
    const length = lengths();
    const long = 'a'.repeat(301);
    expect([length.of(long), length.of(long)]).toEqual([301, 301]);
    expect(asked).toHaveLength(2);
  });
});
