import { Backlog, silentLogger } from '#bus';
import { WhatsAppUpdateReceivedV1 } from '#contracts';
import { TurnWorker } from './turn.worker.js';

describe('how many turns are thought about at once', () => {
  /** How many turns a worker asks for when it has none in hand. */
  async function asked(backlog: Backlog): Promise<number> {
    const most: number[] = [];
    const turns = { due: (room: number) => Promise.resolve((most.push(room), [])) };
    const unused = undefined as never;
    const worker = new TurnWorker(
      unused,
      turns as never,
      unused,
      unused,
      unused,
      unused,
      unused,
      unused,
      backlog,
      unused,
      unused,
      silentLogger as never,
    );
    await worker.answer();
    return most[0]!;
  }

  it('is as many as a replica can hold, while what customers write is stored as it comes', async () => {
    const backlog = new Backlog();
    expect(await asked(backlog)).toBe(8);
    backlog.note('whatsapp.update-received', 50);
    expect(backlog.of(WhatsAppUpdateReceivedV1)).toBe(50);
    expect(await asked(backlog)).toBe(8);
  });

  it('is fewer while the words of customers wait to be stored: those of a quiet shop wait in the same line', async () => {
    const backlog = new Backlog();
    backlog.note('whatsapp.update-received', 51);
    expect(await asked(backlog)).toBe(2);
    backlog.note('whatsapp.update-received', 0);
    expect(await asked(backlog)).toBe(8);
  });
});
