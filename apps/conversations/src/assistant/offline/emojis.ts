/** What pictures stand for where somebody writes with them. Hearts, faces and flames say a mood and are left alone. */
const PICTURES: Record<string, string> = {
  casquette: '🧢',
  chaussettes: '🧦',
  sac: '🎒👜👝',
  sandales: '👡🩴',
  montre: '⌚',
  robe: '👗',
  prix: '💰💵💸💲🏷',
  livraison: '🚚🛵🏍🚛',
  rouge: '🔴🟥',
  noir: '⚫⬛🖤',
  blanc: '⚪⬜🤍',
  bleu: '🔵🟦',
  vert: '🟢🟩',
  jaune: '🟡🟨',
  marron: '🟤🟫',
  violet: '🟣🟪',
  orange: '🟠🟧',
};
const SAID = new Map(Object.entries(PICTURES).flatMap(([word, pictures]) => [...pictures].map((picture) => [picture, word])));
/** Beside more words than these a picture is an ornament ("🔴 PROMO sur tout le magasin"). */
const FEW_WORDS = 3;

/** "🧢❓", "🔴👍", "4️⃣2️⃣": pictures as the words they stand for. */
export function picturesInWords(text: string): string {
  const figures = text.replace(/[\ufe0f\u20e3]/gu, '');
  if ((text.match(/\p{L}+/gu) ?? []).length > FEW_WORDS) return figures;
  return figures.replace(/\p{Extended_Pictographic}/gu, (picture) => {
    const word = SAID.get(picture);
    return word === undefined ? picture : ` ${word} `;
  });
}
