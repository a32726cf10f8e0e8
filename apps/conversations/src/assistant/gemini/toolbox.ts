import type { AssistantTools, Draft, Turn } from '../assistant.js';
import { latestOrderOf } from '../latest-order.js';
import { say } from '../offline/say.js';
import { EDIT_ANSWERS, placedWords } from '../offline/words/placed.js';
import { textArg } from './arguments.js';
import { checkStock, grantPrice, searchCatalogue, showPhoto } from './catalogue-tools.js';
import { addressArg, withAddress, withCourierNote, withReceiver } from './delivery-tools.js';
import type { ModelCall } from './model.js';
import { BEING_RECORDED, changedLines, changeOrder } from './placed-order-tools.js';
import { cancelDraft, confirmOrder, proposeOrder } from './sale-tools.js';
import { type ToolResult, Work } from './work.js';

/**
 * Runs the calls a model asks for, on the server's terms: arguments are validated, prices are read from the catalogue, addresses must be
 * the customer's words, and only she confirms. What they come to is in `work`.
 */
export class Toolbox {
  readonly work: Work;

  constructor(
    private readonly turn: Turn,
    private readonly tools: AssistantTools,
    nonce: () => string,
  ) {
    this.work = new Work(turn, tools, nonce);
  }

  /** Answers one call; what is wrong with it is told to the model, never thrown. */
  async run(call: ModelCall): Promise<ToolResult> {
    const args = typeof call.args === 'object' && call.args !== null ? call.args : {};
    switch (call.name) {
      case 'search_catalogue':
        return searchCatalogue(this.work, args);
      case 'check_stock':
        return checkStock(this.work, args);
      case 'grant_price':
        return grantPrice(this.work, args);
      case 'show_photo':
        return showPhoto(this.work, args);
      case 'delivery_fee':
        return this.deliveryFee(args);
      case 'order_status':
        return this.orderStatus();
      case 'set_address':
        return this.changed(withAddress(this.turn, this.work.draft, args), 'adresse retenue');
      case 'set_receiver':
        return this.changed(withReceiver(this.turn, this.work.draft, args), 'retenu pour le livreur');
      case 'tell_courier':
        return this.changed(withCourierNote(this.turn, this.work.draft, args), 'retenu pour le livreur');
      case 'propose_order':
        return proposeOrder(this.work, args);
      case 'confirm_order':
        return confirmOrder(this.work);
      case 'cancel_draft':
        return cancelDraft(this.work);
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

  private async orderStatus(): Promise<ToolResult> {
    const order = await latestOrderOf(this.tools, this.turn.draft);
    if (order === 'on its way') return { output: BEING_RECORDED };
    const open = await this.tools.openOrders();
    return { output: open.length > 1 ? { open } : (order ?? 'aucune commande') };
  }

  private async deliveryFee(args: Record<string, unknown>): Promise<ToolResult> {
    const place = textArg(args, 'place', 200);
    if (!place) return { error: 'place manque' };
    const fee = await this.tools.deliveryFee(place);
    if (fee) this.work.fee = fee;
    return { output: fee ?? 'inconnu : aucun livreur ne couvre ce lieu ; la commande reste possible' };
  }

  private changed(outcome: { draft: Draft } | { error: string }, done: string): ToolResult {
    if ('error' in outcome) return outcome;
    this.work.draft = outcome.draft;
    return { output: done };
  }

  private async changeOrder(args: Record<string, unknown>): Promise<ToolResult> {
    const read = args['address'] === undefined ? undefined : addressArg(this.turn, args);
    if (read && 'error' in read) return read;
    const edit = await changeOrder(this.turn, this.tools, args, read?.address);
    if ('error' in edit) return edit;
    this.work.decide(edit);
    return { output: 'demandé à la boutique, qui confirme elle-même ici : ne dis pas que c’est fait' };
  }

  private async proposeChange(args: Record<string, unknown>): Promise<ToolResult> {
    const changed = await changedLines(this.turn, this.tools, args);
    if ('error' in changed) return changed;
    const { number, lines, offers } = changed;
    this.work.cite(offers);
    const { wants: _before, ...draft } = this.work.draft;
    this.work.draft = { ...draft, edit: { number, lines, wish: 'articles à changer' }, lastAsked: 'edit' };
    this.work.buttons = EDIT_ANSWERS.map((answer) => ({ id: `dire:${answer}`, title: answer }));
    this.work.closing = placedWords.changes(number, lines);
    return { output: 'changement montré au client, qui doit dire oui' };
  }

  private async passOn(args: Record<string, unknown>): Promise<ToolResult> {
    const wish = textArg(args, 'wish', 280);
    if (!wish) return { error: 'wish manque' };
    const order = await latestOrderOf(this.tools, this.turn.draft);
    this.work.decide({ kind: 'pass-on', wish, ...(order && order !== 'on its way' ? { order: order.number } : {}) });
    return { output: 'le vendeur est prévenu ; dis-le au client et continue' };
  }

  private handOver(args: Record<string, unknown>): ToolResult {
    this.work.decide({ kind: 'hand-over', reason: textArg(args, 'reason', 200) ?? 'sans précision' });
    this.work.closing = say.handOver(this.turn.shop.sellerFirstName);
    return { output: 'conversation passée au vendeur' };
  }
}
