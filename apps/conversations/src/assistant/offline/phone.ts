import { fold, plain } from './normalise.js';

const PHONE = /(?<!\d)(?:(?:\+|00)?225[\s.-]?)?(0[157](?:[\s.-]?\d{2}){4}|2[157](?:[\s.-]?\d{2}){4})\b/;

/** An Ivorian phone number written in a message, in E.164, and the message without it. */
export function readPhone(message: string): { phone?: string; rest: string } {
  const found = PHONE.exec(message);
  if (!found?.[1]) return { rest: message };
  const before = message.slice(0, found.index);
  const told = (GIVES.exec(fold(before)) ?? CALLS.exec(fold(before)))?.[0].length ?? 0;
  const rest = `${before.slice(0, before.length - told)} ${message.slice(found.index + found[0].length)}`;
  return { phone: `+225${found[1].replace(/\D/g, '')}`, rest };
}

/** What a number is introduced by right before it: « , son num », « et son contact c'est ». */
const GIVES =
  /[\s,]*(?:\b(?:et puis|et|puis|avec|voici)\s+)?\b(?:(?:son|sa|mon|leur|le|ses)\s+)(?:num(?:ero)?|tel(?:ephone)?|contact|whatsapp|portable|cel)(?:\s*(?:c'? ?est|est|c|a elle|a lui|:))*\s*:?\s*$/;

/** « , tu vas m'appeler au », « appelez-moi sur le » */
const CALLS =
  /[\s,]*\b(?:(?:tu|vous|il|le livreur|on) (?:vas?|peux|pouvez|allez|peut|dois|doit|devez) )?(?:m'|me |nous |l')?ap+el+(?:er|ez|es?)(?:[- ](?:moi|nous))?\s+(?:au|a|sur)(?: le)?\s*$/;

/** Nothing but what a number is given with: "tel", "mon numéro c'est", "appelez le". */
const ONLY_INTRODUCES =
  /^ (?:(?:voici|mon|ma|son|le|la|ce|c|est|a|au|sur|de|du|numero|telephone|contact|whatsapp|portable|mobile|phone|appelle|appelez|appeler|joindre|et|donc|svp) )*$/;

/** Whether what is left beside a telephone number says no more than that it is one; a shop may sell telephones. */
export function onlyIntroducesPhone(rest: string): boolean {
  return ONLY_INTRODUCES.test(plain(rest));
}

const TELEPHONE = /\b(num\w*|numero|tel|telephone|contact|appel\w*|joindre|whatsapp)\b/;

/** "mon numéro 07 09 10": a telephone number of which some figures are missing. */
export function beginsPhone(message: string): boolean {
  const folded = fold(message);
  const figures = /(?:^|\s)((?:\+?225\s?)?0[157](?:[\s.-]?\d){1,7})[\s.]*$/.exec(folded)?.[1];
  return (
    figures !== undefined && (TELEPHONE.test(folded) || /^[\s\d.+-]+$/.test(folded)) && figures.replace(/\D/g, '').length >= 4
  );
}

/** "07 09 10" then "11 12": a number written in pieces, one message each, is one. */
export function inOneNumber(written: string[]): string[] {
  return written.reduce<string[]>((messages, message) => {
    const last = messages.at(-1);
    const piece =
      /^[\s\d.-]+$/.test(message) && last !== undefined && /(?:^|\s)\+?\d[\s\d.-]*$/.test(last) && !readPhone(last).phone;
    const joined = piece ? `${last} ${message.trim()}` : message;
    return piece && readPhone(joined).phone ? [...messages.slice(0, -1), joined] : [...messages, message];
  }, []);
}
