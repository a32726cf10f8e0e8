import type { Offer } from '../assistant.js';
import { priceFor } from '../draft.js';
import { formatFcfa } from '../money.js';
import { textArg } from './arguments.js';
import { askedByHer, concession, granting } from './concession.js';
import type { ToolResult, Work } from './work.js';

type Args = Record<string, unknown>;

/** Up to 20 articles that her words bring up. */
export async function searchCatalogue(work: Work, args: Args): Promise<ToolResult> {
  const query = textArg(args, 'query', 200);
  if (!query) return { error: 'query manque' };
  const found = (await work.tools.searchCatalogue(query)).slice(0, 20);
  return { output: found.length > 0 ? work.cite(found).map(shown) : 'aucun article ne correspond' };
}

/** One article as it is now: its price and what is left of it. */
export async function checkStock(work: Work, args: Args): Promise<ToolResult> {
  const productId = textArg(args, 'product_id', 100);
  if (!productId) return { error: 'product_id manque' };
  const offer = await work.tools.checkStock(productId, textArg(args, 'variant_id', 100));
  return offer ? { output: shown(work.cite([offer])[0]!) } : { error: 'article inconnu' };
}

/** The shop decides, not the model: never below the floor, and what is granted holds for the rest of the sale. */
export async function grantPrice(work: Work, args: Args): Promise<ToolResult> {
  const productId = textArg(args, 'product_id', 100);
  if (!productId) return { error: 'product_id manque' };
  const offer = await work.tools.checkStock(productId, textArg(args, 'variant_id', 100));
  if (!offer) return { error: 'article inconnu ou variant_id manquant' };
  work.cite([offer]);
  const price = concession(offer, work.draft, askedByHer(work.turn, args['asked_price']));
  if (price === undefined) return { error: `prix fixe : ${formatFcfa(priceFor(work.draft, offer))}, aucun rabais possible` };
  work.draft = granting(work.draft, offer, price);
  return { output: { granted: price, product_id: productId } };
}

/** Sends the first photo of an article along with the reply. */
export async function showPhoto(work: Work, args: Args): Promise<ToolResult> {
  const productId = textArg(args, 'product_id', 100);
  const [offer] = productId ? await work.tools.offersOf([productId]) : [];
  const mediaId = offer?.photos?.[0];
  if (!offer || !mediaId) return { error: 'pas de photo de cet article : ne dis pas que tu en envoies une' };
  work.cite([offer]);
  work.photo = { mediaId, productId: offer.productId };
  return { output: 'la photo part avec ta réponse' };
}

/** As the model may see it: the floor is the shop's affair, and photos are asked for. */
function shown({ floorPrice: _floor, photos, ...offer }: Offer): Omit<Offer, 'floorPrice' | 'photos'> & { photo?: true } {
  return { ...offer, ...(photos?.length ? { photo: true as const } : {}) };
}
