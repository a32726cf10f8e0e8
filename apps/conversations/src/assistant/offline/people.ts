/** How people and moments are spoken of. Times are those of Abidjan unless the shop says otherwise. */
const ABIDJAN = 'Africa/Abidjan';

const TITLES = /^(m|mr|mme|mlle|dr|le|la|les|maman|papa|tantie|tonton|el|ets|chez)$/i;

/** « Aminata » of « Aminata Traoré »; undefined for a profile name that is no name (emoji, digits, markup). */
export function firstName(name: string | undefined): string | undefined {
  const first = name?.normalize('NFC').trim().split(/\s+/)[0] ?? '';
  if (!/^\p{L}[\p{L}'’-]{1,24}$/u.test(first) || TITLES.test(first)) return undefined;
  return first === first.toUpperCase() ? first.charAt(0) + first.slice(1).toLowerCase() : first;
}

/**
 * « Serge » of « Serge 50% remise », « Aminata Koné » of « Aminata Koné 🌸 »: the profile name as it may stand in an order, a notice or a message. What follows a figure,
 * a sign or a bracket is no name; undefined where nothing before it is one.
 */
export function calledBy(name: string | null | undefined): string | undefined {
  const kept: string[] = [];
  for (const word of (name ?? '').normalize('NFC').trim().split(/\s+/)) {
    if (/^[\p{Extended_Pictographic}\p{Emoji_Modifier}\u200d\ufe0f]+$/u.test(word)) continue;
    if (!/^\p{L}[\p{L}\p{M}'’-]*\.?$/u.test(word) || kept.length === 5) break;
    kept.push(word);
  }
  const said = kept.join(' ');
  return [...said].length > 1 ? said.slice(0, 80) : undefined;
}

export function isEvening(at: Date, timeZone = ABIDJAN): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', hourCycle: 'h23', timeZone }).format(at).replace(/\D/g, ''),
  );
  return hour >= 17 || hour < 4;
}

/** « aujourd'hui à 14h00 », « demain à 14h00 », « le 24 novembre à 14h00 » */
export function plannedFor(at: Date, now: Date, timeZone = ABIDJAN): string {
  const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
    .format(at)
    .replace(':', 'h');
  const days = Math.round((Date.parse(dayOf(at, timeZone)) - Date.parse(dayOf(now, timeZone))) / 86_400_000);
  if (days === 0) return `aujourd'hui à ${time}`;
  if (days === 1) return `demain à ${time}`;
  return `le ${new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone }).format(at)} à ${time}`;
}

function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}
