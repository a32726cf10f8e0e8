/** One call of generateContent, for the ledger. */
export interface GeminiCall {
  readonly model: string;
  readonly at: number;
  /** HTTP status answered; 0 when the connection was cut or left hanging. */
  readonly status: number;
}

export interface GeminiFact {
  readonly type: 'gemini-called';
  readonly call: GeminiCall;
}

/** Every call, in order. */
export class GeminiBook {
  readonly calls: GeminiCall[] = [];

  apply(fact: GeminiFact): void {
    if (fact.type === 'gemini-called') this.calls.push(fact.call);
  }
}
