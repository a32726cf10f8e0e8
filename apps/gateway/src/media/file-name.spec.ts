import { disposition, safeName } from './file-name.js';
import { rangeOf } from './range.js';

describe('the name of a file', () => {
  it.each([
    ['Reçu Orange Money.pdf', 'Reçu Orange Money.pdf'],
    ['../../etc/passwd', '_.._etc_passwd'],
    ['C:\\Windows\\win.ini', 'C__Windows_win.ini'],
    ['facture"; filename="vol.exe', 'facture_; filename=_vol.exe'],
    ['photo\r\nSet-Cookie: a=b.jpg', 'photoSet-Cookie_ a=b.jpg'],
    ['gpj.\u202eexe', 'gpj.exe'],
    ['.htaccess', 'htaccess'],
    [' \u0000 ', 'fichier'],
    [undefined, 'fichier'],
    ['\ud800', '\ufffd'],
  ])('%j is saved as %j', (name, saved) => expect(safeName(name, 'fichier')).toBe(saved));

  it('is cut, and keeps its ending', () => {
    const long = safeName(`${'é'.repeat(400)}.pdf`, 'fichier');
    expect([...long]).toHaveLength(150);
    expect(long).toMatch(/é\.pdf$/);
  });

  it('is told in plain letters and in UTF-8', () => {
    expect(disposition('attachment', "Reçu d'Aminata 100 %.pdf")).toBe(
      `attachment; filename="Recu d'Aminata 100 _.pdf"; filename*=UTF-8''Re%C3%A7u%20d%27Aminata%20100%20%25.pdf`,
    );
    expect(disposition('inline', 'صورة 🌸.jpg')).toMatch(/^inline; filename="[\x20-\x7e]+"; filename\*=UTF-8''[\w%.-]+$/);
  });
});

describe('the part of a file that is asked for', () => {
  it.each([
    ['bytes=0-9', { from: 0, to: 9 }],
    ['bytes=90-', { from: 90, to: 99 }],
    ['bytes=-10', { from: 90, to: 99 }],
    ['bytes=-1000', { from: 0, to: 99 }],
    ['bytes=95-2000', { from: 95, to: 99 }],
    ['bytes=0-1,5-6', undefined],
    ['bytes=9-0', undefined],
    ['bytes=-', undefined],
    ['lignes=0-9', undefined],
    [undefined, undefined],
  ])('%s of 100 is %j', (header, range) => expect(rangeOf(header, 100)).toEqual(range));

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('%s of 100 is not there', (header) => {
    expect(() => rangeOf(header, 100)).toThrow('RANGE_NOT_SATISFIABLE');
  });
});
