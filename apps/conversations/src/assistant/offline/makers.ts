import { alike } from './alike.js';
import { isEveryday } from './everyday.js';
import { readIntents } from './intents.js';
import { kindsAsked, kindsNamed } from './kinds.js';
import { colorOf, isMeasure, numberOf } from './lexicon.js';
import { Mention } from './mention.js';
import { inOneLine } from './normalise.js';
import { findPlaces } from './places.js';

/** Makers whose models have names of their own, as customers write them. */
const MAKERS = new Set(
  'nike nikes adidas puma pumas jordan jordans reebok converse vans fila asics lacoste timberland gucci dior zara prada balenciaga skechers samsung tecno infinix itel xiaomi redmi huawei oppo nokia lenovo asus acer'.split(
    ' ',
  ),
);
/** Models that are asked for everywhere; an article that has one in its name is found by it first. */
const MODELS = new Set(
  'dunk dunks cortez blazer vapormax tn jordan jordans huarache pegasus shox uptempo samba sambas gazelle gazelles superstar superstars campus forum yeezy spezial ultraboost palermo speedcat mayze cali'.split(
    ' ',
  ),
);
/** What is said of any article after its maker's name. */
const OF_ANY =
  /^(pointures?|tailles?|dispos?|montantes?|basses?|tendances?|classiques?|simples?|originale?s?|models?|modeles?|marques?|paires?|baskets?|deh|dja|oh|hein|wesh|stp|svp|please|merci|bonjour|bonsoir)$/;

/** "nike dunk", where the shop has other Nikes: the maker and the model she names; undefined where she names nothing but what there is. */
export function otherModel({ candidates, said, next }: Mention, words: string[]): string | undefined {
  if (said === undefined || next === undefined) return undefined;
  if (!MAKERS.has(said) && !(said === 'air' && MODELS.has(next))) return undefined;
  if (candidates.some(({ names }) => names.flat().some((word) => alike(word, next)))) return undefined;
  return MODELS.has(next) || isUnknownName(next, words) ? `${said} ${next}` : undefined;
}

/** A word that is nothing else, in a message that asks for a thing by its name. */
function isUnknownName(word: string, words: string[]): boolean {
  const known =
    isEveryday(word) ||
    OF_ANY.test(word) ||
    isMeasure(word) ||
    colorOf(word) !== undefined ||
    numberOf(word) !== undefined ||
    kindsAsked(word).length > 0 ||
    kindsNamed(word).length > 0 ||
    readIntents(word).size > 0 ||
    findPlaces([word]).length > 0;
  const asks = words.length <= 3 || / (avez|y a|as|avoir|cherche|veux|voudrais|combien|prix|des|une?) /.test(inOneLine(words));
  return /^[a-z]{4,}$/.test(word) && !known && asks && !/ (la|le|les|l) \w+ \w+$/.test(` ${words.join(' ')}`);
}

/** What she names of a maker and the shop does not have: none of his other models is meant by it. */
export const withoutOtherModels = (mentions: Mention[], words: string[]): Mention[] =>
  mentions.filter((mention) => otherModel(mention, words) === undefined);
