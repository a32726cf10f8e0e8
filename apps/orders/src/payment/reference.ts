/** A transaction number as people tell it from others: `MP 2411 a12` is `MP2411A12`. */
export const folded = (reference: string): string => reference.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase() || reference;
