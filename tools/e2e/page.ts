import { type ApiEvent, type FluxAsync, listen } from '#api-client';
import { eventually } from '#testing';

type Facts<T extends ApiEvent['type']> = Extract<ApiEvent, { type: T }>['data'];

/** A page that is open: it hears what happens in the shop as long as nobody closes it. */
export class Page {
  readonly heard: ApiEvent[] = [];
  private readonly closing = new AbortController();
  private over?: Promise<void>;

  private constructor() {}

  /** Resolves when the stream is open: what happens from now on is heard. */
  static async open(flux: FluxAsync): Promise<Page> {
    const page = new Page();
    await new Promise<void>((ready, failed) => {
      page.over = (async () => {
        for await (const message of listen(flux, { signal: page.closing.signal }))
          if (message.kind === 'event') page.heard.push(message.event);
          else ready();
      })();
      page.over.catch(failed);
    });
    return page;
  }

  /** Waits until something of this type was heard of which `matches` holds; gives its facts. */
  async hears<T extends ApiEvent['type']>(type: T, matches: (facts: Facts<T>) => boolean = () => true): Promise<Facts<T>> {
    const { facts } = await eventually(() => {
      const told = this.heard.filter((event) => event.type === type).map(({ data }) => ({ facts: data as Facts<T> }));
      const found = told.find((one) => matches(one.facts));
      if (!found) throw new Error(`no ${type} among ${this.heard.map((event) => event.type).join(', ')}`);
      return found;
    });
    return facts;
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.over;
  }
}
