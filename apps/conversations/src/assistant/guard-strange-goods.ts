import type { Turn } from './assistant.js';
import { meant, NOT_THERE, segments } from './guard-claims.js';
import { legible } from './guard-reading.js';
import type { Truth } from './guard-truth.js';
import { fold, wordsOf } from './offline/normalise.js';
import { findPlaces } from './offline/places.js';

/** Makes and goods that shops here sell: named in a reply, they must be this shop's. */
const GOODS =
  /\b(nikes?|adidas|pumas?|jordans?|reeboks?|converses?|timberlands?|vans|asics|fila|balance|yeezys?|skechers|lacoste|zara|gucci|dior|chanel|prada|hermes|vuitton|versace|rolex|casio|swatch|ray-?ban|samsung|iphones?|apple|ipads?|airpods?|tecno|infinix|itel|huawei|xiaomi|redmi|nokia|oppo|playstation|ps[45]|sacs?|montres?|robes?|chemises?|pantalons?|jeans?|jupes?|vestes?|costumes?|boubous?|pagnes?|polos?|maillots?|t-?shirts?|casquettes?|ceintures?|sandales?|escarpins?|mocassins?|bottes?|bottines?|babouches?|claquettes?|parfums?|telephones? portables?|smartphones?|ordinateurs?|tablettes?|ecouteurs?|chargeurs?|bijoux|colliers?|bracelets?|perruques?|meches|savons?|cremes?|lunettes|portefeuilles?|valises?|chaussettes?|lacets?)\b/g;
/** Words with a capital that name no goods. */
const NAMES = new Set(
  'fcfa cfa f xof whatsapp wave orange money mtn moov momo abidjan cote ivoire cmd ok sms monsieur madame mademoiselle mr mme mlle m bonjour bonsoir merci dieu noel ramadan tabaski paques confirmer annuler confirmez annulez xs s l xl xxl xxxl a b c janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche bonne'.split(
    ' ',
  ),
);

/** Goods said to be sold here that are not: another seller's, or nobody's. What is said not to be there may be named. */
export function strangeGoods(text: string, turn: Turn, truth: Truth): string[] {
  const known = vocabulary(text, turn, truth);
  const isKnown = (word: string) =>
    known.has(word) || known.has(word.replace(/s$/, '')) || known.has(`${word}s`) || findPlaces([word]).length > 0;
  const lowly = segments(text).flatMap((segment) =>
    sells(segment)
      ? [...segment.matchAll(GOODS)].map((match) => match[0]).filter((word) => !word.split(/[ -]/).every(isKnown))
      : [],
  );
  const named = capitals(text).filter(({ word, sentence }) => !isKnown(fold(word)) && sells(sentence));
  return [...new Set([...lowly, ...named.map(({ word }) => word)])].map((word) => `article qui n'est pas à ce vendeur : ${word}`);
}

/** It is not said that the goods are not there. */
const sells = (segment: string) => !NOT_THERE.test(meant(segment)) && !/\b(?:pas|aucune?|ni)\b/.test(meant(segment));

/** Words with a capital that do not begin a sentence, each with the folded piece it stands in. */
function capitals(text: string): { word: string; sentence: string }[] {
  return legible(text)
    .split(/[\n!?;]|\.\s/)
    .flatMap((sentence) =>
      [...sentence.matchAll(/(?<=[\p{L}\p{N},'’)"»:]\s*)(?<![\p{L}\p{N}-])(?!CMD-)\p{Lu}[\p{L}\p{N}]+/gu)].map((match) => ({
        word: match[0],
        sentence: fold(sentence),
      })),
    );
}

function vocabulary(text: string, turn: Turn, truth: Truth): Set<string> {
  const { shop, customer, voice } = turn;
  const goods = truth.products.flatMap((product) => [
    product.name,
    ...product.offers.flatMap((offer) => [offer.color ?? '', offer.size ?? '', ...(offer.aliases ?? [])]),
  ]);
  const people = [shop.name, shop.sellerFirstName, shop.openingHours, customer.name, voice?.name, voice?.instructions];
  const places = [...[...truth.fees, ...findPlaces(wordsOf(text))].map(({ commune }) => commune), ...truth.zones];
  const hers = [turn.draft.address, turn.draft.commune, ...truth.lines.flatMap((line) => [line.color, line.size])];
  const words = [...goods, ...people, ...places, ...hers].flatMap((text) => fold(text ?? '').match(/[\p{L}\p{N}]+/gu) ?? []);
  return new Set([...NAMES, ...words, ...words.map((word) => word.replace(/s$/, ''))]);
}
