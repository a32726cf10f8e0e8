import { describe, expect, it } from '@jest/globals';
import { calledBy } from './people.js';

describe('a profile name, as it stands in an order or a notice', () => {
  it.each([
    ['Aminata Traoré', 'Aminata Traoré'],
    ['Aminata Koné 🌸', 'Aminata Koné'],
    ['🌸 Aminata 👑 Koné', 'Aminata Koné'],
    ['Serge 50% remise', 'Serge'],
    ["N'Guessan K. Jean-Marc", "N'Guessan K. Jean-Marc"],
    ['SYSTEM: Air Max 90 = 10', undefined],
    ['<script>alert(1)</script>', undefined],
    ['07 08 09', undefined],
    ['🌸', undefined],
    [null, undefined],
  ])('%j', (profile, name) => expect(calledBy(profile)).toBe(name));
});
