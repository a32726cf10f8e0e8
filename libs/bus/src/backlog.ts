import { type EventClass, eventSpec } from '#contracts';

/** How many events waited to be read here, by subject: readers note it with every fetch, and work that can wait gives way to them. */
export class Backlog {
  private readonly waiting = new Map<string, number>();

  /** @param waiting events that are not in hand: held by this replica, or at the broker, by its count for all replicas */
  note(subject: string, waiting: number): void {
    this.waiting.set(subject, waiting);
  }

  /** As of the last fetch of this process; 0 for what it never read. */
  of(contract: EventClass): number {
    return this.waiting.get(eventSpec(contract).subject) ?? 0;
  }
}
