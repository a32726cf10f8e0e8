/** How people and moments are spoken of. Times are those of Abidjan, where the sellers' day is. */
const TIME_ZONE = 'Africa/Abidjan';

/** « Aminata » of « Aminata Traoré »; undefined for a profile name that is no name (emoji, digits, markup). */
export function firstName(name: string | undefined): string | undefined {
  const first = name?.normalize('NFC').trim().split(/\s+/)[0] ?? '';
  return /^\p{L}[\p{L}'’-]{1,24}$/u.test(first) ? first : undefined;
}

export function isEvening(at: Date): boolean {
  const hour = Number(
    new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE }).format(at).replace(/\D/g, ''),
  );
  return hour >= 17 || hour < 4;
}

/** « aujourd'hui à 14h00 », « demain à 14h00 », « le 24 novembre à 14h00 » */
export function plannedFor(at: Date, now: Date): string {
  const time = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: TIME_ZONE })
    .format(at)
    .replace(':', 'h');
  const days = Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(now))) / 86_400_000);
  if (days === 0) return `aujourd'hui à ${time}`;
  if (days === 1) return `demain à ${time}`;
  return `le ${new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'long', timeZone: TIME_ZONE }).format(at)} à ${time}`;
}

function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: TIME_ZONE }).format(at);
}
