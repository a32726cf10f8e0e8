import type { GeminiUsage } from './gemini.port.js';
import { GEMINI_PRICES, type GeminiPrice } from './prices.js';

type Tokens = Pick<GeminiUsage, 'input' | 'output'>;

/**
 * Cost of one call in USD, by the model that answered and the price of that day; undefined for a model without a known price, so
 * that an unknown cost is stored as unknown and never as zero.
 */
export function costUsd(
  modelVersion: string,
  usage: Tokens,
  at: Date,
  prices: readonly GeminiPrice[] = GEMINI_PRICES,
): number | undefined {
  const model = baseModel(modelVersion);
  const day = at.toISOString().slice(0, 10);
  const price = prices.find((row) => row.model === model && row.from <= day && (row.until === undefined || day < row.until));
  return price && (usage.input * price.input + usage.output * price.output) / 1_000_000;
}

/** The same in FCFA, at a rate of FCFA per USD. */
export function costFcfa(modelVersion: string, usage: Tokens, at: Date, fcfaPerUsd: number): number | undefined {
  const usd = costUsd(modelVersion, usage, at);
  return usd === undefined ? undefined : usd * fcfaPerUsd;
}

/** What the dearest model of the day would cost, in FCFA: the most that a call to a model without a known price may be counted as. */
export function dearestFcfa(usage: Tokens, at: Date, fcfaPerUsd: number): number {
  const models = new Set(GEMINI_PRICES.map((row) => row.model));
  return Math.max(0, ...[...models].map((model) => costFcfa(model, usage, at, fcfaPerUsd) ?? 0));
}

/** `models/gemini-3.5-flash-lite-001` or `…-preview-09-2026` is billed as `gemini-3.5-flash-lite`. */
const baseModel = (version: string): string => version.replace(/^models\//, '').replace(/(-preview(-[\d-]+)?|-\d{3})$/, '');
