import { fold, namedIn } from '#contracts';

/** Zones as people write them, one name each: commas, semicolons and lines part them; a zone named twice counts once. */
export function splitZones(written: string | string[]): string[] {
  const names = [written]
    .flat()
    .flatMap((text) => text.split(/[,;\n]/))
    .map((name) => name.trim())
    .filter((name) => fold(name) !== '');
  return [...new Map(names.map((name) => [fold(name), name])).values()];
}

/** How `zones_couverture` keeps them, readable: `Cocody, Marcory, Plateau`. */
export const joinZones = (zones: string[]): string => zones.join(', ');

/**
 * The zone an address lies in: its name is found in the address as whole words, whatever accents and capitals, and not as that of a road or of a quarter elsewhere
 * (`Port-Bouët 2` is in Yopougon). Of several the longest is meant (`Cocody Angré` before `Cocody`).
 */
export function zoneOf(address: string, zones: Iterable<string>): string | undefined {
  const named = [...zones].map((zone) => ({ zone, as: namedIn(address, zone) }));
  const longest = (as: 'there' | 'landmark') =>
    named.filter((one) => one.as === as).sort((a, b) => fold(b.zone).length - fold(a.zone).length)[0]?.zone;
  return longest('there') ?? longest('landmark');
}
