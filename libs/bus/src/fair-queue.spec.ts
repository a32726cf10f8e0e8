import { FairQueue } from './fair-queue.js';

/** Things named after their owner and their place in his line. */
function queueOf(...owners: string[]): FairQueue<string> {
  const queue = new FairQueue<string>();
  const places = new Map<string, number>();
  for (const owner of owners) {
    places.set(owner, (places.get(owner) ?? 0) + 1);
    queue.add(owner, `${owner}${places.get(owner)}`);
  }
  return queue;
}

describe('who waits for his turn', () => {
  it('is not behind all that another brought before him', () => {
    const queue = queueOf(...Array<string>(500).fill('a'), 'b', 'b', 'c');
    expect(queue.take(6)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
    expect(queue.size).toBe(497);
  });

  it('has his things taken in the order in which he brought them', () => {
    const queue = queueOf('a', 'b', 'a', 'c', 'a', 'b');
    expect(queue.take(100)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
    queue.add('b', 'b3');
    queue.add('b', 'b4');
    expect(queue.take(100)).toEqual(['b3', 'b4']);
    expect(queue.take(1)).toEqual([]);
  });

  it('goes on where the last taking ended, so that owners beyond its reach come first at the next', () => {
    const queue = queueOf('a', 'a', 'a', 'b', 'c');
    expect(queue.take(2)).toEqual(['a1', 'b1']);
    queue.add('d', 'd1');
    expect(queue.take(3)).toEqual(['c1', 'a2', 'd1']);
    expect(queue.take(0)).toEqual([]);
    expect(queue.take(3)).toEqual(['a3']);
  });

  it('does not leave with what somebody else has much of, nor behind all of that', () => {
    const queue = new FairQueue<string>(3);
    for (let n = 1; n <= 8; n += 1) queue.add('a', `a${n}`);
    queue.add('b', 'b1');
    expect(queue.take(5)).toEqual(['b1']);
    expect(queue.take(3)).toEqual(['a1', 'a2', 'a3']);
    queue.add('b', 'b2');
    queue.add('c', 'c1');
    expect(queue.take(5)).toEqual(['b2', 'c1']);
    queue.add('b', 'b3');
    // He has little by now, and is done with before he counts as such: his batches stay whole.
    expect(queue.take(4)).toEqual(['a4', 'a5', 'a6', 'a7']);
    queue.add('a', 'a9');
    expect(queue.take(5)).toEqual(['b3']);
    expect(queue.take(5)).toEqual(['a8', 'a9']);
    queue.add('a', 'a10');
    queue.add('b', 'b4');
    expect(queue.take(5)).toEqual(['a10', 'b4']);
    expect([queue.size, queue.take(5)]).toEqual([0, []]);
  });

  it('need not wait long for what somebody has much of, while others come again and again', () => {
    const queue = new FairQueue<string>(3);
    for (let n = 1; n <= 20; n += 1) queue.add('a', `a${n}`);
    expect(queue.take(6, 2)).toHaveLength(6);
    queue.add('b', 'b1');
    expect(queue.take(6, 2)).toEqual(['b1']);
    expect(queue.take(6, 2)).toEqual(['a7', 'a8']);
    expect(queue.take(6, 2)).toHaveLength(6);
  });

  it('leaves with all others when everything is given up', () => {
    const queue = new FairQueue<string>(1);
    for (const thing of ['a1', 'a2', 'b1']) queue.add(thing[0]!, thing);
    expect(queue.takeAll().toSorted()).toEqual(['a1', 'a2', 'b1']);
    expect([queue.size, queue.take(5)]).toEqual([0, []]);
  });

  it('is still there after being looked at', () => {
    const queue = queueOf('a', 'b', 'a');
    expect([...queue].toSorted()).toEqual(['a1', 'a2', 'b1']);
    expect(queue.size).toBe(3);
    queue.add('a', 'a3');
    expect(queue.take(9)).toEqual(['a1', 'b1', 'a2', 'a3']);
  });

  it('costs no more in a long line than in a short one', () => {
    const perThing = (length: number) => {
      const queue = new FairQueue<number>();
      for (let n = 0; n < length; n += 1) queue.add(`shop ${n % 40}`, n);
      const began = performance.now();
      while (queue.size > 0) queue.take(200);
      return (performance.now() - began) / length;
    };
    perThing(20_000);
    // A step that grew with the line would make this a hundred times as much.
    expect(perThing(400_000)).toBeLessThan(20 * perThing(4_000) + 0.001);
  });
});
