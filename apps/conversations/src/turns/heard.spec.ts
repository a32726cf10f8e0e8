import type { Utterance } from '../assistant/assistant.js';
import { heard } from './heard.js';

const said = (text: string): Utterance => ({ author: 'customer', text, at: new Date('2026-11-23T10:00:00Z') });

describe('what is thought about of a burst', () => {
  it('is all of an ordinary one, in its order', () => {
    const burst = [said('Bonjour'), said(''), said('la Nike en 38 👍')];
    expect(heard(burst)).toEqual(burst);
  });

  it('is the newest words when somebody pours out pages, so that other customers do not wait', () => {
    const pages = Array.from({ length: 50 }, (_, i) => said(`${i} ${'mot '.repeat(16_000)}`));
    const taken = heard([...pages, said('je confirme')]);
    expect(taken.at(-1)!.text).toBe('je confirme');
    expect(taken.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(20_000);
  });

  it('comes to an end however many empty messages there are', () => {
    expect(heard(Array.from({ length: 50_000 }, () => said('')))).toHaveLength(1_000);
  });
});
