import { alike, editDistance } from './alike.js';
import { fold, wordsOf } from './normalise.js';

it('folding keeps every character in its place', () => {
  const text = 'Angré 7ème, Bœuf d’Élite 👋!';
  expect(fold(text)).toBe("angre 7eme, bouf d'elite 👋!");
  expect(fold(text)).toHaveLength(text.length);
});

it.each([
  ['jveux 2paires svp', ['je', 'veux', '2', 'paire', 'svp']],
  ['c combien le 38 là ?', ['c', 'est', 'combien', 'le', '38', 'la']],
  ["C'est bon", ['c', 'est', 'bon']],
  ['ouiiii 👍', ['oui', 'ok']],
  ['45.000 F ou 45 000', ['45000', 'f', 'ou', '45000']],
  ['du 38,5', ['du', '38.5']],
  ['Angré 7ème tranche', ['angre', '7eme', 'tranche']],
  ['E\u0301cole', ['ecole']],
])('%s is read as words', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it.each([
  ['smit', 'smith', true],
  ['nikes', 'nike', true],
  ['addidas', 'adidas', true],
  ['pumma', 'puma', true],
  ['klassic', 'classic', true],
  ['dans', 'stan', false],
  ['max', 'mix', false],
  ['air', 'aie', false],
  ['suite', 'puma', false],
])('%s and %s are alike: %s', (a, b, expected) => {
  expect(alike(a, b)).toBe(expected);
});

it('counts a swap of neighbours as one slip', () => {
  expect(editDistance('adiads', 'adidas')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
});
