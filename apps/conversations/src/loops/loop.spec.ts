import { isLoop, type Line } from './loop.js';

const START = new Date('2026-11-23T10:00:00Z').getTime();

/** The assistant speaks and each of `texts` comes back, `afterMs` later. */
function talk(texts: string[], afterMs: number | number[]): Line[] {
  let now = START;
  return texts.flatMap((text, i): Line[] => {
    const said = (now += 500);
    now += Array.isArray(afterMs) ? afterMs[i]! : afterMs;
    return [
      { by: 'assistant', text: `réponse ${i}`, at: new Date(said) },
      { by: 'customer', text, at: new Date(now) },
    ];
  });
}
const different = (n: number) => Array.from({ length: n }, (_, i) => `autre chose ${i}`);
const SENTENCE = 'Bienvenue chez Orange, comment pouvons-nous vous aider ?';

describe('another machine on the other side', () => {
  it('answers within two seconds six times in a row', () => expect(isLoop(talk(different(6), 900))).toBe(true));
  it('says the same sentence again and again', () => expect(isLoop(talk(Array(4).fill(SENTENCE), 6_000))).toBe(true));
  it('repeats one word again and again', () => expect(isLoop(talk(Array(6).fill('Menu'), 6_000))).toBe(true));
  it('says twice that it is automatic', () =>
    expect(isLoop(talk(['Message automatique : je suis en congé', 'Merci de nous avoir contacté ! Tapez 1'], 20_000))).toBe(
      true,
    ));
  it('may take its time, when it says the same sentence or that it is automatic', () => {
    expect(isLoop(talk(Array(6).fill(SENTENCE), 45_000))).toBe(true);
    expect(isLoop(talk(Array(2).fill('Ceci est un message automatique.'), 120_000))).toBe(true);
  });
  it('may send several messages each time', () => {
    const lines = talk(different(6), 900).flatMap((line) =>
      line.by === 'customer' ? [line, { ...line, text: 'et encore', at: new Date(line.at.getTime() + 200) }] : [line],
    );
    expect(isLoop(lines)).toBe(true);
  });
});

describe('a customer who is fast', () => {
  it('needs longer for one answer of six', () =>
    expect(isLoop(talk(different(6), [900, 900, 2_600, 900, 900, 900]))).toBe(false));
  it('has not gone on for six answers yet', () => expect(isLoop(talk(different(5), 900))).toBe(false));
  it('presses a button', () => {
    const lines = talk(different(6), 900);
    lines[7]!.pressed = true;
    expect(isLoop(lines)).toBe(false);
  });
  it('sends ten messages at once', () =>
    expect(
      isLoop([
        { by: 'assistant', text: 'Bonjour', at: new Date(START) },
        ...different(10).map((text, i): Line => ({ by: 'customer', text, at: new Date(START + i * 300) })),
      ]),
    ).toBe(false));
  it('asks the same again because nobody understands', () => {
    expect(isLoop(talk(Array(5).fill('allô ?'), 3_000))).toBe(false);
    expect(isLoop(talk(Array(4).fill(SENTENCE), [6_000, 6_000, 15_000, 6_000]))).toBe(false);
  });
  it('takes the day to ask the same six times', () => {
    expect(isLoop(talk(Array(6).fill(SENTENCE), 240_000))).toBe(false);
    expect(isLoop(talk(Array(6).fill('allô ?'), 45_000))).toBe(false);
  });
  it('sends voice notes', () => expect(isLoop(talk(Array(6).fill(''), 3_000))).toBe(false));
  it('talks with a person of the shop', () => {
    const lines = talk(different(6), 900);
    lines[4]!.by = 'human';
    expect(isLoop(lines)).toBe(false);
  });
  it('forwards one automatic message', () => expect(isLoop(talk(['Réponse automatique', 'c’est quoi ça ?'], 3_000))).toBe(false));
});
