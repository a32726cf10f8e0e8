import { Backlog, silentLogger } from '#bus';
import { WhatsAppUpdateReceivedV1 } from '#contracts';
import { TurnWorker } from './turn.worker.js';

describe('how many turns are thought about at once', () => {
  /** How many turns a worker that has none in hand asks for, and how many of one shop. */
  async function asked(backlog: Backlog): Promise<{ atOnce: number; ofOneShop: number }> {
    const asked: { atOnce: number; ofOneShop: number }[] = [];
    const turns = { due: (atOnce: number, ofOneShop: number) => Promise.resolve((asked.push({ atOnce, ofOneShop }), [])) };
    const unused = undefined as never;
    const [before, after] = [Array<never>(7).fill(unused), Array<never>(3).fill(unused)] as const;
    const parts = [unused, turns as never, ...before, backlog, ...after, silentLogger as never];
    await new TurnWorker(...(parts as ConstructorParameters<typeof TurnWorker>)).answer();
    return asked[0]!;
  }

  it('is as many as a replica can hold, whose ever they are, while what customers write is stored as it comes', async () => {
    const backlog = new Backlog();
    expect(await asked(backlog)).toEqual({ atOnce: 8, ofOneShop: Infinity });
    backlog.note('whatsapp.update-received', 50);
    expect(backlog.of(WhatsAppUpdateReceivedV1)).toBe(50);
    expect(await asked(backlog)).toEqual({ atOnce: 8, ofOneShop: Infinity });
  });

  it('is one of a shop with a long file while the words of customers wait to be stored, so that the others find hands free', async () => {
    const backlog = new Backlog();
    backlog.note('whatsapp.update-received', 51);
    expect(await asked(backlog)).toEqual({ atOnce: 8, ofOneShop: 1 });
    backlog.note('whatsapp.update-received', 0);
    expect(await asked(backlog)).toEqual({ atOnce: 8, ofOneShop: Infinity });
  });
});
