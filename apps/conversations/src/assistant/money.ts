/** Writes whole FCFA the way customers read it: 45000 → « 45.000 FCFA ». */
export function formatFcfa(amount: number): string {
  return `${String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, '.')} FCFA`;
}
