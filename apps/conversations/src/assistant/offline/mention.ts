import { Product } from './catalogue.js';
import { Slots } from './slots.js';

/** A product named by the customer, with what she said about it. */
export interface Mention {
  /** More than one when her words fit several products equally. */
  candidates: Product[];
  slots: Slots;
  /** 'remove' for what she does not want any more ("sans la Puma", "remplacez la Nike par…"). */
  verb: 'take' | 'remove';
  /** Whole FCFA she names for it. */
  amounts: number[];
  /** "la sandale", "pour les chaussettes": one she speaks of as known, no further one. */
  definite?: boolean;
  /** "change le sac par des chaussettes": it comes in place of another one. */
  instead?: boolean;
  /** "laisse la Nike", "garde la Nike": its own verb leaves it. */
  leaves?: boolean;
  /** Its own words set the number of what she has ("mets 3 lots", "3 au lieu de 2"), whatever is added beside it. */
  sets?: boolean;
  /** "laisse la Stan Smith à 2": the number that what she has of it is brought to. */
  setTo?: number;
  /** The last word of the name as she wrote it, and the word after it. */
  said?: string;
  next?: string;
}
