import { Assistant, AssistantTools, Draft, Reply, Turn, Utterance } from '../assistant.js';
import { check } from '../guard.js';

/** A conversation played against an assistant, as the service would: the draft and the history are kept between turns. */
export class Chat {
  draft: Draft = { lines: [] };
  readonly history: Utterance[] = [];
  readonly replies: Reply[] = [];
  now = new Date('2026-11-23T09:00:00Z');
  /** How the seller wants his assistant to be; absent: as it is by itself. */
  voice: Turn['voice'];
  /** The ad by which she came. */
  ad: Turn['ad'];

  constructor(
    private readonly assistant: Assistant,
    private readonly tools: AssistantTools,
    private readonly shop: Turn['shop'] = {
      name: 'Kouadio Chaussures',
      sellerFirstName: 'Kouadio',
      openingHours: 'du lundi au samedi, de 8h à 19h',
    },
    private readonly customer: Turn['customer'] = { name: 'Aminata Traoré', phone: '+2250598765432' },
  ) {}

  /** Sends one burst and returns the reply; a reply the guard would refuse fails the test. */
  async says(...texts: string[]): Promise<Reply> {
    return this.turn(texts.map((text) => ({ author: 'customer', text, at: this.now })));
  }

  async presses(buttonId: string, title = 'Confirmer'): Promise<Reply> {
    return this.turn([{ author: 'customer', text: title, at: this.now, buttonId }]);
  }

  /** Sends a file, with a caption or with what a voice note says once it is written down. */
  async sends(kind: NonNullable<Utterance['media']>['kind'], text = ''): Promise<Reply> {
    return this.turn([{ author: 'customer', text, at: this.now, media: { id: `media-${this.history.length}`, kind } }]);
  }

  /** A human of the shop writes in between. */
  humanSays(text: string): void {
    this.history.push({ author: 'human', text, at: this.now });
  }

  get last(): Reply {
    const reply = this.replies.at(-1);
    if (!reply) throw new Error('nothing was said yet');
    return reply;
  }

  private async turn(inbound: Utterance[]): Promise<Reply> {
    const turn: Turn = {
      shop: this.shop,
      ...(this.voice ? { voice: this.voice } : {}),
      customer: this.customer,
      ...(this.ad ? { ad: this.ad } : {}),
      history: [...this.history],
      inbound,
      draft: structuredClone(this.draft),
      now: this.now,
    };
    const reply = await this.assistant.answer(turn, this.tools);
    const verdict = await check(reply, turn, this.tools);
    if (!verdict.ok) throw new Error(`the guard refuses « ${reply.text} »: ${verdict.problems.join(' | ')}`);
    this.history.push(...inbound, { author: 'assistant', text: reply.text, at: this.now });
    this.draft = reply.draft;
    this.replies.push(reply);
    this.now = new Date(this.now.getTime() + 60_000);
    return reply;
  }
}
