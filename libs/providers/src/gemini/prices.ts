/** USD per million tokens of one model, within its dates. */
export interface GeminiPrice {
  model: string;
  input: number;
  /** Includes thinking. */
  output: number;
  /** First day, UTC. */
  from: string;
  /** First day it no longer holds, UTC; open when absent. */
  until?: string;
}

/**
 * Google's list prices, paid tier, text, as read in autumn 2026. A new price is a new row: the old one gets an end, never another
 * number, so that past calls keep their cost. Cached input is billed here at the full input price, the most it can cost.
 */
export const GEMINI_PRICES: readonly GeminiPrice[] = [
  { model: 'gemini-3.5-flash-lite', input: 0.3, output: 2.5, from: '2026-07-21' },
  { model: 'gemini-3.8-flash', input: 0.75, output: 3.75, from: '2026-09-02', until: '2027-01-01' },
  { model: 'gemini-3.8-flash', input: 1.5, output: 7.5, from: '2027-01-01' },
  { model: 'gemini-3.6-flash', input: 1.5, output: 7.5, from: '2026-01-01' },
  { model: 'gemini-3.1-flash-lite', input: 0.25, output: 1.5, from: '2026-01-01' },
  { model: 'gemini-4-argon', input: 2, output: 10, from: '2026-10-13', until: '2026-12-01' },
  { model: 'gemini-4-argon', input: 4, output: 20, from: '2026-12-01' },
  { model: 'gemini-2.5-flash-lite', input: 0.1, output: 0.4, from: '2025-07-01' },
  { model: 'gemini-2.5-flash', input: 0.3, output: 2.5, from: '2025-07-01', until: '2026-12-01' },
  { model: 'gemini-2.5-pro', input: 1.25, output: 10, from: '2025-07-01', until: '2026-12-01' },
];
