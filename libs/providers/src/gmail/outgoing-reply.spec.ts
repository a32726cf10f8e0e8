import { replySubject } from './outgoing-reply.js';

describe("an answer's subject", () => {
  it.each([
    ['Devis', 'Re: Devis'],
    ['Re: Devis', 'Re: Devis'],
    ['RE : re: Re[2]: Devis', 'Re: Devis'],
    ['Ré: Devis', 'Re: Devis'],
    ['Remise sur stock', 'Re: Remise sur stock'],
    ['Fwd: Devis', 'Re: Fwd: Devis'],
    ['', 'Re:'],
  ])('of %j is %j', (subject, expected) => expect(replySubject(subject)).toBe(expected));
});
