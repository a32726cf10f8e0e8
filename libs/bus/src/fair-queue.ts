/** One owner's things, linked in their order: what was taken is held by nobody, however long the line goes on. */
interface Line<T> {
  first: Link<T>;
  last: Link<T>;
  length: number;
}

interface Link<T> {
  readonly thing: T;
  next?: Link<T>;
}

/** By owner; the first is the one whose turn it is. */
type Lines<T> = Map<string, Line<T>>;

/**
 * Things of several owners that wait: the owners take turns, one thing each, and each one's things leave in the order in which they came. Who has much waits apart from those who have little,
 * until all of his is gone, and the two leave in turn: little is not kept until much is done that happens to leave with it. No step grows with how much waits.
 */
export class FairQueue<T> {
  private readonly little: Lines<T> = new Map();
  private readonly much: Lines<T> = new Map();
  private turn = this.little;
  private count = 0;

  /** @param mostOfLittle who has more things than these has much */
  constructor(private readonly mostOfLittle = Infinity) {}

  get size(): number {
    return this.count;
  }

  add(owner: string, thing: T): void {
    const link: Link<T> = { thing };
    this.count += 1;
    const line = this.little.get(owner) ?? this.much.get(owner);
    if (!line) {
      this.little.set(owner, { first: link, last: link, length: 1 });
      return;
    }
    line.last = line.last.next = link;
    line.length += 1;
    if (line.length > this.mostOfLittle && this.little.delete(owner)) this.much.set(owner, line);
  }

  /**
   * @param mostOfMuch how many of owners who have much, directly after those who have little: somebody of these is to be expected again soon
   * @returns up to `most` things, all of owners who have much or all of such as have little: each owner's first before anybody's second. The next call goes on with the owner whose turn it is then
   */
  take(most: number, mostOfMuch = most): T[] {
    const taken: T[] = [];
    const [lines, others] = this.turn.size > 0 ? [this.turn, this.other(this.turn)] : [this.other(this.turn), this.turn];
    const room = lines === this.much && this.turn === this.much ? mostOfMuch : most;
    // Who has more is set anew at the end of the map, where this loop comes to him again.
    for (const [owner, line] of lines) {
      if (taken.length >= room) break;
      const { thing, next } = line.first;
      taken.push(thing);
      lines.delete(owner);
      if (!next) continue;
      line.first = next;
      line.length -= 1;
      lines.set(owner, line);
    }
    this.turn = others;
    this.count -= taken.length;
    return taken;
  }

  /** All of them, whoever's turn it is, taken away. */
  takeAll(): T[] {
    const all = [...this];
    this.little.clear();
    this.much.clear();
    this.count = 0;
    return all;
  }

  /** All of them, owner by owner, left where they are. */
  *[Symbol.iterator](): Generator<T> {
    for (const { first } of [...this.little.values(), ...this.much.values()])
      for (let link: Link<T> | undefined = first; link; link = link.next) yield link.thing;
  }

  private other(lines: Lines<T>): Lines<T> {
    return lines === this.little ? this.much : this.little;
  }
}
