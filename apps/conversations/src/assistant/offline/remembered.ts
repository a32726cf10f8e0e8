/** As many as a shop's names and what is said of them need, several shops beside each other. */
const MOST = 5_000;
/** Longer texts come once. */
const LONGEST = 300;

/** What a function that depends on its text alone found, for the texts that it was asked about last. */
export class Remembered<T> {
  private readonly found = new Map<string, T>();

  constructor(
    private readonly find: (text: string) => T,
    private readonly most = MOST,
  ) {}

  of(text: string): T {
    const known = this.found.get(text);
    if (known !== undefined) {
      // Asked again: it is forgotten last.
      this.found.delete(text);
      this.found.set(text, known);
      return known;
    }
    const found = this.find(text);
    if (text.length > LONGEST) return found;
    if (this.found.size >= this.most) this.found.delete(this.found.keys().next().value!);
    this.found.set(text, found);
    return found;
  }
}
