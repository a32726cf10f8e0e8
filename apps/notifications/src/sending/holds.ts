/** Who is not written to for a while, because WhatsApp asked for it. In this process only: another replica learns it by its first call. */
export class Holds {
  private all = 0;
  private readonly recipients = new Map<string, number>();

  hold(who: 'all' | { recipient: string }, untilMs: number): void {
    if (who === 'all') this.all = Math.max(this.all, untilMs);
    else this.recipients.set(who.recipient, Math.max(this.recipients.get(who.recipient) ?? 0, untilMs));
  }

  /** True while nobody may be written to. */
  everybody(now = Date.now()): boolean {
    return this.all > now;
  }

  /** Numbers that may not be written to now. */
  numbers(now = Date.now()): string[] {
    for (const [number, until] of this.recipients) if (until <= now) this.recipients.delete(number);
    return [...this.recipients.keys()];
  }
}
