/** Reading a model's arguments: nothing is taken that is not of the expected type and size. */

/** A trimmed text of 1 to `max` characters, control characters removed; undefined for anything else. */
export function textArg(args: Record<string, unknown>, name: string, max = 300): string | undefined {
  const value = args[name];
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\p{Cc}+/gu, ' ').trim();
  return text !== '' && text.length <= max ? text : undefined;
}

export interface WantedLine {
  productId: string;
  variantId?: string;
  size?: string;
  color?: string;
  quantity: number;
}

/** The lines of a proposed order, or what is wrong with them. A price among the arguments is ignored: prices come from the catalogue. */
export function linesArg(args: Record<string, unknown>): WantedLine[] | { error: string } {
  const { lines } = args;
  if (!Array.isArray(lines) || lines.length === 0 || lines.length > 20)
    return { error: 'lines doit contenir de 1 à 20 articles' };
  const wanted: WantedLine[] = [];
  for (const item of lines as unknown[]) {
    if (typeof item !== 'object' || item === null) return { error: 'chaque article est un objet' };
    const line = item as Record<string, unknown>;
    const productId = textArg(line, 'product_id', 100);
    const quantity = typeof line.quantity === 'string' && /^\d{1,3}$/.test(line.quantity) ? Number(line.quantity) : line.quantity;
    if (!productId) return { error: 'product_id manque' };
    if (typeof quantity !== 'number' || !Number.isInteger(quantity) || quantity < 1 || quantity > 500)
      return { error: 'quantity est un entier de 1 à 500' };
    const [variantId, size, color] = [textArg(line, 'variant_id', 100), textArg(line, 'size', 20), textArg(line, 'color', 30)];
    wanted.push({
      productId,
      quantity,
      ...(variantId ? { variantId } : {}),
      ...(size ? { size } : {}),
      ...(color ? { color } : {}),
    });
  }
  return wanted;
}
