import { eventually } from '#testing';
import { digits } from '../launcher/cast.js';
import type { WholePlatform } from './whole-platform.js';

/** A message as a telephone shows it. */
export interface Bubble {
  wamid: string;
  direction: 'inbound' | 'outbound';
  text?: string;
  choices?: { id: string; title: string }[];
}

/** A person who writes to one business number from a telephone of the sandbox. */
export class Customer {
  constructor(
    private readonly platform: WholePlatform,
    private readonly person: { name: string; phone: string },
    private readonly phoneNumberId: string,
  ) {}

  /** Writes, or with `button` taps; `more` stands beside it, as the ad he came by. */
  async write(content: string | { button: { id: string; messageId: string } }, more: object = {}): Promise<void> {
    await this.platform.sandboxed('POST', 'inbound', {
      from: digits(this.person.phone),
      name: this.person.name,
      toPhoneNumberId: this.phoneNumberId,
      ...(typeof content === 'string' ? { text: content } : content),
      ...more,
    });
  }

  /** What the shop wrote to him, oldest first. */
  async answers(): Promise<Bubble[]> {
    const path = `phones/${digits(this.person.phone)}/thread?phoneNumberId=${this.phoneNumberId}`;
    const { messages } = await this.platform.sandboxed<{ messages: Bubble[] }>('GET', path);
    return messages.filter(({ direction }) => direction === 'outbound');
  }

  /** Writes and reads the answer. @throws when there is none in time */
  async ask(content: Parameters<Customer['write']>[0], more?: object): Promise<Bubble> {
    const before = (await this.answers().catch(() => [])).length;
    await this.write(content, more);
    return eventually(async () => {
      const answers = await this.answers();
      expect(answers.length).toBeGreaterThan(before);
      return answers.at(-1)!;
    });
  }
}

/** The newest security code on somebody's telephone, of a reset or an invitation. */
export async function codeOn(platform: WholePlatform, phone: string): Promise<string> {
  return eventually(async () => {
    const { messages } = await platform.sandboxed<{ messages: Bubble[] }>('GET', `phones/${digits(phone)}/thread`);
    const codes = messages.flatMap(({ text }) => /code (?:FluxAsync est|:) (\d{4} ?\d{4})\b/.exec(text ?? '')?.[1] ?? []);
    expect(codes.length).toBeGreaterThan(0);
    return codes.at(-1)!;
  });
}
