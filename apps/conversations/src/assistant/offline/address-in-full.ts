import { fold } from './normalise.js';
import { nicknamesOf } from './places.js';

/** The address as the recap and the order say it: with the commune in front, once, under its own name ("yop siporex" → « Yopougon, siporex »). */
export function inFull(address: string, commune: string | undefined): string {
  if (!commune || fold(address).includes(fold(commune))) return address;
  const nickname = nicknamesOf(commune).find((name) => new RegExp(String.raw`^${name}\b`).test(fold(address)));
  const rest = nickname ? address.slice(nickname.length).replace(/^[\s,;:.-]+/, '') : address;
  return rest === '' ? commune : `${commune}, ${rest}`;
}
