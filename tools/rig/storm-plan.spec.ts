import { digestOf, drawStorm, postsOf } from './storm-plan.js';

const SIZE = { seed: 5, sellers: 2, customersEach: 5, webhooks: 100, repeated: 0.2 };
const NUMBERS = [
  { phoneNumberId: '1', businessAccountId: 'A', phone: '+2250500000001' },
  { phoneNumberId: '2', businessAccountId: 'B', phone: '+2250500000002' },
];

describe('a drawn storm', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(digestOf(drawStorm(SIZE))).toBe(digestOf(drawStorm(SIZE)));
    expect(digestOf(drawStorm({ ...SIZE, seed: 6 }))).not.toBe(digestOf(drawStorm(SIZE)));
  });

  it('carries each message at least once, repeats whole webhooks byte for byte, and is out of order', () => {
    const plan = drawStorm(SIZE);
    const posts = [...postsOf(plan, NUMBERS, 1_800_000_000_000)];
    expect(posts).toHaveLength(100);
    expect(new Set(posts.map(({ body }) => body)).size).toBe(80);
    expect(new Set(posts.flatMap(({ ids }) => ids)).size).toBe(plan.messages.length);
    const first = plan.webhooks.map((items) => items[0]!);
    expect(first).not.toEqual(first.toSorted((a, b) => a - b));
  });
});
