import { fold } from '#contracts';
import { cut } from '../cut.js';
import type { Draft } from './draft.js';

/** Characters that an order keeps of where it goes. */
const LONGEST_ADDRESS = 400;

/** Her address with the commune in front when she did not say it there, then who receives it and her words for the courier; at most 400 characters. */
export function wholeAddress(draft: Pick<Draft, 'address' | 'commune' | 'receiver' | 'forCourier'>): string {
  const { address = '', commune, receiver, forCourier = [] } = draft;
  const known = commune && !fold(address).includes(fold(commune)) ? `${commune}, ${address}` : address;
  const beside = [
    ...(receiver ? [`à remettre à ${receiver}`] : []),
    ...(forCourier.length > 0 ? [`pour le livreur : ${forCourier.join(' ; ')}`] : []),
  ];
  const told = cut(beside.map((one) => ` (${one})`).join(''), LONGEST_ADDRESS / 2);
  return `${cut(known, LONGEST_ADDRESS - told.length)}${told}`;
}
