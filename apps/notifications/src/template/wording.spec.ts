import { type NoticeTemplate, TEMPLATES } from './templates.js';
import { asValues, francs, placeholdersOf, slot, spaced, templateDraft, write } from './wording.js';

describe('the wording of notices', () => {
  it.each(Object.entries(TEMPLATES as Record<string, NoticeTemplate>))('%s is a template that Meta accepts', (_, template) => {
    const [body, buttons] = templateDraft(template).components as [
      { text: string; example: { body_text: string[][] } },
      { buttons: { text: string }[] } | undefined,
    ];
    const numbers = [...body.text.matchAll(/\{\{(\d+)\}\}/g)].map((match) => Number(match[1]));
    expect(numbers).toEqual(placeholdersOf(template.text).map((_name, i) => i + 1));
    expect(new Set(placeholdersOf(template.text)).size).toBe(numbers.length);
    expect(body.example.body_text[0]).toHaveLength(numbers.length);
    expect(body.text).not.toMatch(/^\{|\}$|[\n\t]/);
    for (const { text } of buttons?.buttons ?? []) expect(text.length).toBeLessThanOrEqual(25);
    expect(template.whatsAppName).toMatch(/^[a-z0-9_]+$/);
  });

  it('writes amounts, numbers and times as they are read in Abidjan', () => {
    expect(francs(45_000)).toBe('45.000');
    expect(francs(1_250_000)).toBe('1.250.000');
    expect(spaced('+2250598765432')).toBe('+225 05 98 76 54 32');
    expect(slot('2026-11-23T14:00:00.000Z', 'Africa/Abidjan')).toBe('lundi 23 novembre à 14:00');
    expect(slot('2026-11-23T23:00:00.000Z', 'Africa/Nairobi')).toBe('mardi 24 novembre à 02:00');
  });

  it('keeps values on one line, never empty, and cuts only the longest when the whole would not fit', () => {
    expect(asValues({ a: ' deux\n\tlignes      et des blancs ', b: ' \n ' })).toEqual({ a: 'deux lignes et des blancs', b: '—' });
    const { short, long, longer } = asValues({ short: 'Cocody', long: '👟'.repeat(300), longer: 'x'.repeat(5_000) });
    expect([short, [...long!].length, longer!.length]).toEqual(['Cocody', 300, 544]);
    expect(longer).toMatch(/x…$/);
  });

  it.each(Object.entries(TEMPLATES as Record<string, NoticeTemplate>))(
    '%s fits into a WhatsApp message whatever its values',
    (_, { title, text }) => {
      const values = asValues(Object.fromEntries(placeholdersOf(text).map((name) => [name, 'x'.repeat(2_000)])));
      expect(`${title} — ${write(text, values)}`.length).toBeLessThanOrEqual(1_024);
    },
  );
});
