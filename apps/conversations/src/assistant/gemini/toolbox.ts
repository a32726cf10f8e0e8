import { AssistantTools, Button, Decision, DeliveryFee, Draft, Offer, Reply, Turn } from '../assistant.js';
import { customerConfirms } from '../confirmation.js';
import { emptied, ordered, priceFor, reopened } from '../draft.js';
import { latestOrderOf } from '../latest-order.js';
import { formatFcfa } from '../money.js';
import { firstName } from '../offline/people.js';
import { say } from '../offline/say.js';
import { EDIT_ANSWERS, placedWords } from '../offline/words/placed.js';
import { articleName, propose } from '../proposal.js';
import { linesArg, textArg } from './arguments.js';
import { askedByHer, concession, granting } from './concession.js';
import { addressArg, withAddress, withCourierNote, withReceiver } from './delivery-tools.js';
import { ModelCall } from './model.js';
import { BEING_RECORDED, changedLines, changeOrder } from './placed-order-tools.js';
import { proposedLines } from './proposed-lines.js';

type Result = { output: unknown } | { error: string };

/**
 * Runs the calls a model asks for, on the server's terms: arguments are validated, prices are read from the catalogue, addresses must be
 * the customer's words, and only she confirms. `closing` is the text the shop itself writes once the turn is decided.
 */
export class Toolbox {
  draft: Draft;
  readonly decisions: Decision[] = [];
  readonly facts = new Map<string, Offer>();
  fee: DeliveryFee | undefined;
  buttons: Button[] | undefined;
  photo: Reply['photo'];
  closing: string | undefined;

  constructor(
    private readonly turn: Turn,
    private readonly tools: AssistantTools,
    private readonly nonce: () => string,
  ) {
    this.draft = structuredClone(turn.draft);
    // A change that was shown to her and not answered is over.
    delete this.draft.edit;
    delete this.draft.addsTo;
  }

  /** Answers one call; what is wrong with it is told to the model, never thrown. */
  async run(call: ModelCall): Promise<Result> {
    const args = typeof call.args === 'object' && call.args !== null ? call.args : {};
    switch (call.name) {
      case 'search_catalogue':
        return this.search(args);
      case 'check_stock':
        return this.stock(args);
      case 'grant_price':
        return this.grantPrice(args);
      case 'show_photo':
        return this.showPhoto(args);
      case 'delivery_fee':
        return this.deliveryFee(args);
      case 'order_status':
        return this.orderStatus();
      case 'set_address':
        return this.changed(withAddress(this.turn, this.draft, args), 'adresse retenue');
      case 'set_receiver':
        return this.changed(withReceiver(this.turn, this.draft, args), 'retenu pour le livreur');
      case 'tell_courier':
        return this.changed(withCourierNote(this.turn, this.draft, args), 'retenu pour le livreur');
      case 'propose_order':
        return this.proposeOrder(args);
      case 'confirm_order':
        return this.confirmOrder();
      case 'cancel_draft':
        return this.cancelDraft();
      case 'change_order':
        return this.changeOrder(args);
      case 'propose_change':
        return this.proposeChange(args);
      case 'pass_on':
        return this.passOn(args);
      case 'hand_over':
        return this.handOver(args);
      default:
        return { error: `outil inconnu : ${call.name.slice(0, 60)}` };
    }
  }

  private async orderStatus(): Promise<Result> {
    const order = await latestOrderOf(this.tools, this.turn.draft);
    if (order === 'on its way') return { output: BEING_RECORDED };
    const open = await this.tools.openOrders();
    return { output: open.length > 1 ? { open } : (order ?? 'aucune commande') };
  }

  private async search(args: Record<string, unknown>): Promise<Result> {
    const query = textArg(args, 'query', 200);
    if (!query) return { error: 'query manque' };
    const found = (await this.tools.searchCatalogue(query)).slice(0, 20);
    return { output: found.length > 0 ? this.cite(found).map(shown) : 'aucun article ne correspond' };
  }

  private async stock(args: Record<string, unknown>): Promise<Result> {
    const productId = textArg(args, 'product_id', 100);
    if (!productId) return { error: 'product_id manque' };
    const offer = await this.tools.checkStock(productId, textArg(args, 'variant_id', 100));
    return offer ? { output: shown(this.cite([offer])[0]!) } : { error: 'article inconnu' };
  }

  /** The shop decides, not the model: never below the floor, and what is granted holds for the rest of the sale. */
  private async grantPrice(args: Record<string, unknown>): Promise<Result> {
    const productId = textArg(args, 'product_id', 100);
    if (!productId) return { error: 'product_id manque' };
    const offer = await this.tools.checkStock(productId, textArg(args, 'variant_id', 100));
    if (!offer) return { error: 'article inconnu ou variant_id manquant' };
    this.cite([offer]);
    const price = concession(offer, this.draft, askedByHer(this.turn, args['asked_price']));
    if (price === undefined) return { error: `prix fixe : ${formatFcfa(priceFor(this.draft, offer))}, aucun rabais possible` };
    this.draft = granting(this.draft, offer, price);
    return { output: { granted: price, product_id: productId } };
  }

  private async showPhoto(args: Record<string, unknown>): Promise<Result> {
    const productId = textArg(args, 'product_id', 100);
    const [offer] = productId ? await this.tools.offersOf([productId]) : [];
    const mediaId = offer?.photos?.[0];
    if (!offer || !mediaId) return { error: 'pas de photo de cet article : ne dis pas que tu en envoies une' };
    this.cite([offer]);
    this.photo = { mediaId, productId: offer.productId };
    return { output: 'la photo part avec ta réponse' };
  }

  private async deliveryFee(args: Record<string, unknown>): Promise<Result> {
    const place = textArg(args, 'place', 200);
    if (!place) return { error: 'place manque' };
    const fee = await this.tools.deliveryFee(place);
    if (fee) this.fee = fee;
    return { output: fee ?? 'inconnu : aucun livreur ne couvre ce lieu ; la commande reste possible' };
  }

  private changed(outcome: { draft: Draft } | { error: string }, done: string): Result {
    if ('error' in outcome) return outcome;
    this.draft = outcome.draft;
    return { output: done };
  }

  private async changeOrder(args: Record<string, unknown>): Promise<Result> {
    const read = args['address'] === undefined ? undefined : addressArg(this.turn, args);
    if (read && 'error' in read) return read;
    const edit = await changeOrder(this.turn, this.tools, args, read?.address);
    if ('error' in edit) return edit;
    this.decide(edit);
    return { output: 'demandé à la boutique, qui confirme elle-même ici : ne dis pas que c’est fait' };
  }

  private async proposeChange(args: Record<string, unknown>): Promise<Result> {
    const changed = await changedLines(this.turn, this.tools, args);
    if ('error' in changed) return changed;
    const { number, lines, offers } = changed;
    this.cite(offers);
    this.draft = { ...this.draft, edit: { number, lines, wish: 'articles à changer' }, lastAsked: 'edit' };
    this.buttons = EDIT_ANSWERS.map((answer) => ({ id: `dire:${answer}`, title: answer }));
    this.closing = placedWords.changes(number, lines);
    return { output: 'changement montré au client, qui doit dire oui' };
  }

  private async passOn(args: Record<string, unknown>): Promise<Result> {
    const wish = textArg(args, 'wish', 280);
    if (!wish) return { error: 'wish manque' };
    const order = await latestOrderOf(this.tools, this.turn.draft);
    this.decide({ kind: 'pass-on', wish, ...(order && order !== 'on its way' ? { order: order.number } : {}) });
    return { output: 'le vendeur est prévenu ; dis-le au client et continue' };
  }

  private async proposeOrder(args: Record<string, unknown>): Promise<Result> {
    const wanted = linesArg(args);
    if ('error' in wanted) return wanted;
    const proposed = await proposedLines(wanted, this.draft, this.tools);
    this.cite(proposed.offers);
    if ('error' in proposed) return { error: proposed.error };
    const { lines } = proposed;
    const { interest: _interest, pending: _pending, ...rest } = reopened(this.draft);
    this.draft = { ...rest, lines };
    if (!this.draft.address) return { error: "panier retenu ; demande l'adresse de livraison avant le récapitulatif" };
    const outcome = await propose(this.draft, this.tools, this.nonce(), this.turn.shop.sellerFirstName);
    if ('shortages' in outcome)
      return { error: outcome.shortages.map((short) => `${articleName(short)} : ${short.left} disponibles`).join(' ; ') };
    const { proposal } = outcome;
    this.draft = proposal.draft;
    this.fee = proposal.fee ?? this.fee;
    this.buttons = proposal.buttons;
    this.decide({ kind: 'propose', draft: proposal.draft });
    this.closing = proposal.text;
    return { output: 'récapitulatif montré au client' };
  }

  private async confirmOrder(): Promise<Result> {
    const nonce = this.turn.draft.recapNonce;
    if (!nonce || this.draft.recapNonce !== nonce || !customerConfirms(this.turn))
      return { error: "le client n'a pas confirmé de récapitulatif ouvert" };
    const checked = await propose(reopened(this.draft), this.tools, nonce, this.turn.shop.sellerFirstName);
    if (
      'shortages' in checked ||
      checked.proposal.draft.recapFee !== this.draft.recapFee ||
      checked.proposal.draft.lines.some((line, i) => line.unitPrice !== this.draft.lines[i]?.unitPrice)
    )
      return { error: 'un prix, les frais ou le stock ont changé : refais propose_order' };
    this.cite(checked.proposal.facts);
    this.decide({ kind: 'confirm', nonce, draft: this.draft });
    this.draft = ordered(this.draft, (await this.tools.orderStatus())?.number);
    this.buttons = undefined;
    this.closing = say.confirmed(firstName(this.turn.customer.name));
    return { output: 'commande transmise' };
  }

  private cancelDraft(): Result {
    this.draft = emptied(this.draft);
    this.buttons = undefined;
    this.decide({ kind: 'cancel-draft' });
    this.closing = say.draftCancelled();
    return { output: 'panier abandonné' };
  }

  private handOver(args: Record<string, unknown>): Result {
    this.decide({ kind: 'hand-over', reason: textArg(args, 'reason', 200) ?? 'sans précision' });
    this.closing = say.handOver(this.turn.shop.sellerFirstName);
    return { output: 'conversation passée au vendeur' };
  }

  /** The same decision asked for twice, in parallel or in turn, is one decision. */
  private decide(decision: Decision): void {
    const at = this.decisions.findIndex((known) => known.kind === decision.kind);
    if (at >= 0) this.decisions[at] = decision;
    else this.decisions.push(decision);
  }

  private cite(offers: Offer[]): Offer[] {
    for (const offer of offers) this.facts.set(`${offer.productId}/${offer.variantId ?? ''}`, offer);
    return offers;
  }
}

/** As the model may see it: the floor is the shop's affair, and photos are asked for. */
function shown({ floorPrice: _floor, photos, ...offer }: Offer): Omit<Offer, 'floorPrice' | 'photos'> & { photo?: true } {
  return { ...offer, ...(photos?.length ? { photo: true as const } : {}) };
}
