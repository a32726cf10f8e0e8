import { fold } from './normal-forms.js';

/** Quarters that are called like another commune than the one they lie in, as people name them, folded. */
const QUARTERS: Record<string, string> = {
  'port bouet 2': 'Yopougon',
  'port bouet deux': 'Yopougon',
  'port bouet ii': 'Yopougon',
  'abobo doume': 'Attécoubé',
  'adjame bingerville': 'Bingerville',
  'adjame agban': 'Adjamé',
  'anyama adjame': 'Anyama',
  'petit bassam': 'Port-Bouët',
  'plateau dokui': 'Abobo',
};
/** « route de Bingerville », « gare de Bassam »: the place named is where that leads, not where it is. */
const LEADS_THERE =
  /(?:^| )(?:gare|route|autoroute|axe|voie|carrefour|boulevard|bd|hotel|pharmacie|rue|pont|lycee|college|station|direction) (?:de |d |du |des |la |l )*$/;

/** Quarters whose names begin with those of a commune, and the commune each lies in: « Port-Bouët 2 » is a part of Yopougon. */
export const NAMESAKE_QUARTERS: readonly (readonly [name: string, commune: string])[] = Object.entries(QUARTERS);

/** Whether a place's name is there only as that of a road or a landmark. @param before what is written before it, folded */
export const namesLandmark = (before: string): boolean => LEADS_THERE.test(`${before} `.replace(/ +$/, ' '));

/**
 * Where in an address a place is named, as whole words, whatever accents and capitals; a quarter that only shares its name is none of it.
 * @returns `there`: it lies there; `landmark`: only a road or a landmark is called so; undefined: not named
 */
export function namedIn(address: string, place: string): 'there' | 'landmark' | undefined {
  const [sought, words] = [` ${fold(place)} `, ` ${withOwnCommunes(fold(address), fold(place))} `];
  const found: number[] = [];
  for (let at = words.indexOf(sought); at >= 0; at = words.indexOf(sought, at + 1)) found.push(at);
  if (found.length === 0) return undefined;
  return found.some((at) => !namesLandmark(words.slice(0, at))) ? 'there' : 'landmark';
}

/** The quarters in it, each by the name of its commune; one that is itself looked for stays as it is. */
function withOwnCommunes(address: string, sought: string): string {
  return NAMESAKE_QUARTERS.filter(([name]) => !sought.includes(name)).reduce(
    (text, [name, commune]) => ` ${text} `.replaceAll(` ${name} `, ` ${fold(commune)} `).trim(),
    address,
  );
}
