import type { Draft } from '../assistant.js';
import { plain } from './normalise.js';

const SAME =
  / (meme|mm|memes|ancienne|precedente|derniere) (adresse|lieu|endroit|place|maison)|(adresse|livraison|lieu)( \w+)? (ne change pas|change pas|reste( la)? (meme|pareille?)|pareille?|(d|la fois d) avant|(est|c est) (la )?(meme|pareille?))|(la ou|la bas ou|comme) (vous avez livre|d habitude|la derniere fois)|(mon|l) adresse (habituelle|que (vous|tu) (avez|as|connais\w*)) /;

/** "même adresse", "au même endroit": the address that is known of her, where one is. */
export function sameAddress(text: string, draft: Draft): string | undefined {
  const words = plain(text);
  const other = / (autre|pas (la|le|a la|au)|change[rz]?|nouvelle) /.test(words.replace(/ (ne )?change pas /, ' '));
  return !text.includes('?') && !other && SAME.test(words) ? draft.address : undefined;
}
