/** The ad by which somebody came to the shop, as its seller wrote it: it tells which article is meant, and never what it costs. */
export interface Ad {
  headline?: string;
  body?: string;
  /** When she wrote from it. */
  at: Date;
}

const LONGEST_HEADLINE = 300;
const LONGEST_BODY = 1_000;
/** Days for which somebody who came by an ad is taken to speak of it. */
const SPOKEN_OF_DAYS = 3;

const GROUPED = String.raw`\d{1,3}(?:[ .\u00a0\u202f]\d{3})*[ .\u00a0\u202f]\d{2}0`;
const CURRENCY = String.raw`(?:fcfa|cfa|francs?|f|mille|k|€|euros?|\$)(?![\p{L}\d])`;
/** « 9 900 », « 9.900 F », « 15k », « -50% »: only the catalogue says what a thing costs. */
const MONEY = new RegExp(String.raw`-?\s*(?:(?:${GROUPED}|\d+)\s*(?:${CURRENCY}|%)|${GROUPED}|\d{2,}00)(?![\d])`, 'giu');

/**
 * Reads what WhatsApp tells of the ad.
 * @param said headline and body as they came, of any length
 * @returns undefined where it says nothing, or was clicked too long ago
 */
export function adSeen(said: { headline?: string | null; body?: string | null }, at: Date, now: Date): Ad | undefined {
  if (now.getTime() - at.getTime() > SPOKEN_OF_DAYS * 86_400_000) return undefined;
  const [headline, body] = [told(said.headline, LONGEST_HEADLINE), told(said.body, LONGEST_BODY)];
  if (!headline && !body) return undefined;
  return { ...(headline ? { headline } : {}), ...(body ? { body } : {}), at };
}

/** In one line, without amounts, cut. */
const told = (text: string | null | undefined, longest: number): string =>
  [
    ...(text ?? '')
      .normalize('NFC')
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .replace(MONEY, ' … ')
      .replace(/ {2,}/g, ' ')
      .trim(),
  ]
    .slice(0, longest)
    .join('');
