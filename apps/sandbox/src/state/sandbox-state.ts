import { Subject } from 'rxjs';
import { DispatchBook, type DispatchFact } from '../dispatch/dispatch-book.js';
import { MailBook } from '../gmail/mail-book.js';
import type { MailFact } from '../gmail/mail.js';
import { GeminiBook, type GeminiFact } from '../gemini/gemini-book.js';
import { WhatsAppBook } from '../whatsapp/whatsapp-book.js';
import type { WhatsAppFact } from '../whatsapp/whatsapp.js';
import { Journal } from './journal.js';

/** The sandbox's clock was moved forward (tests of the 24-hour window, of expiring watches and tokens). */
interface ClockFact {
  readonly type: 'clock-moved';
  readonly byMs: number;
}

/** Everything that can change what the sandbox knows. */
export type Fact = ClockFact | WhatsAppFact | MailFact | DispatchFact | GeminiFact;

/**
 * What the sandbox knows: books read freely, changed only by recording a fact, which is in the journal before anybody
 * can see its effect. Replaying the journal gives the same books.
 */
export class SandboxState {
  whatsapp = new WhatsAppBook();
  mail = new MailBook();
  dispatches = new DispatchBook();
  gemini = new GeminiBook();
  /** Emits after each recorded fact: what the page listens to. */
  readonly changes = new Subject<void>();
  /** Emits when everything was forgotten: pending work belongs to a world that is gone. */
  readonly forgotten = new Subject<void>();
  private clockOffsetMs = 0;
  private readonly journal: Journal;

  /** @param folder where the journal lives; undefined keeps the state in memory */
  constructor(folder: string | undefined) {
    this.journal = folder === undefined ? Journal.inMemory() : Journal.open(folder, (fact) => this.apply(fact as Fact));
  }

  /** Epoch milliseconds on the sandbox's clock. */
  now(): number {
    return Date.now() + this.clockOffsetMs;
  }

  record(fact: Fact): void {
    this.journal.append(fact);
    this.apply(fact);
    this.changes.next();
  }

  /** Forgets accounts, phones, mailboxes, ledger and clock. */
  forget(): void {
    this.journal.clear();
    this.whatsapp = new WhatsAppBook();
    this.mail = new MailBook();
    this.dispatches = new DispatchBook();
    this.gemini = new GeminiBook();
    this.clockOffsetMs = 0;
    this.forgotten.next();
    this.changes.next();
  }

  close(): void {
    this.journal.close();
  }

  private apply(fact: Fact): void {
    if (fact.type === 'clock-moved') this.clockOffsetMs += fact.byMs;
    this.whatsapp.apply(fact as WhatsAppFact);
    this.mail.apply(fact as MailFact);
    this.dispatches.apply(fact as DispatchFact);
    this.gemini.apply(fact as GeminiFact);
  }
}
