import { inFigures } from './guard-figures.js';
import { legible, otherScripts, read } from './guard-reading.js';

describe('numbers in words become figures', () => {
  it.each([
    ['quarante-cinq mille', '45000'],
    ['quarante cinq mille francs', '45000 francs'],
    ['45 mille', '45000'],
    ['45mille', '45000'],
    ['45k', '45000'],
    ['45 k', '45000'],
    ['45 mil', '45000'],
    ['deux mille cinq cents', '2500'],
    ['2 mille 500 francs', '2500 francs'],
    ['cent mille', '100000'],
    ['deux cent cinquante mille', '250000'],
    ['quatre-vingt-dix-sept mille', '97000'],
    ['soixante et onze mille', '71000'],
    ['mille francs', '1000 francs'],
    ['une quarantaine de mille', 'une 40000'],
    ['cinq cents francs', '500 francs'],
    ['trente-huit, trente-neuf', '38, 39'],
    ['trente-huit trente-neuf', '38 39'],
    ['zero sept zero sept', '0 7 0 7'],
    ['il en reste trois', 'il en reste 3'],
    ['un million', '1000000'],
    ['un maillot neuf', 'un maillot neuf'],
    ['neuf paires', '9 paires'],
    ['mille mercis', 'mille mercis'],
    ['une paire', '1 paire'],
    ['deux paires en 38', '2 paires en 38'],
    ['je vous en mets deux et une casquette', 'je vous en mets 2 et une casquette'],
  ])('%s → %s', (text, figures) => expect(inFigures(text)).toBe(figures));
});

describe('a disguise is taken off', () => {
  it.each([
    ['４５.０００ FCFA', '45.000 fcfa'],
    ['4\u200b5.000', '45.000'],
    ['4️⃣5️⃣000', '45000'],
    ['①②000', '12000'],
    ['4 5 0 0 0 FCFA', '45000 fcfa'],
    ['45OOO FCFA', '45000 fcfa'],
    ['g r a t u i t', 'gratuit'],
    ['gra*tu*it', 'gratuit'],
    ['r.é.d.u.c.t.i.o.n', 'reduction'],
  ])('%s', (text, seen) => expect(read(text)).toBe(seen));

  it('letters and figures of other scripts are named', () => {
    expect(otherScripts('réductiоn de ٤٥٠٠٠')).toEqual(['о', '٤٥٠٠٠']);
    expect(otherScripts('Oui, ça marche : 45.000 FCFA ! 😊 N’hésitez pas…')).toEqual([]);
  });

  it('an ordinary sentence stays as it is', () =>
    expect(legible('Très bon choix, la Nike Air Max 90 ! J’ai : 38, 39 et 42.')).toBe(
      'Très bon choix, la Nike Air Max 90 ! J’ai : 38, 39 et 42.',
    ));
});
