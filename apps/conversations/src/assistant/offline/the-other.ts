import { Draft } from '../assistant.js';
import { Product } from './catalogue.js';
import { ProductMention } from './naming.js';

/** "non l'autre": of the two she was shown or asked about, the one that is not talked about now. */
export function theOther(words: string[], draft: Draft, products: Product[]): ProductMention[] | undefined {
  const at = words.findIndex((word, i) => word === 'autre' && /^(l|la|le)$/.test(words[i - 1] ?? ''));
  const { interest, shown = [], aside = [] } = draft;
  if (at < 0 || !interest || /^(couleur|taille|pointure|fois|jour|cote|numero|adresse)$/.test(words[at + 1] ?? ''))
    return undefined;
  const latest = aside.at(-1)?.productId;
  const among =
    shown.length === 2 && shown.includes(interest.productId) ? shown : [interest.productId, ...(latest ? [latest] : [])];
  const others = among.filter((id) => id !== interest.productId);
  const product = others.length === 1 ? products.find(({ id }) => id === others[0]) : undefined;
  return product && [{ candidates: [product], start: at, end: at + 1 }];
}
