/** Kiosks and agencies that carry the name of a means of payment are landmarks in every street: « à côté du kiosque MTN » pays nothing. */

const MEANS = String.raw`(?:mtn|moov|orange|wave|momo|mobile)(?:\s+(?:money|momo))?`;
const PLACE = String.raw`(?:kios(?:que|k|ke|q)s?|cabines?|agences?|points?|boutiques?|magasins?|guichets?|stands?|tables?|panneaux?|panneau|immeubles?|tours?|sieges?|bureaux?|bureau|antennes?|pylones?|containers?|conteneurs?|gerante?s?|parasols?)`;
const BESIDE = String.raw`(?:(?:a|au)\s+cote|en\s+face|derriere|devant|pres|juste\s+(?:apres|avant|devant|derriere)|non\s+loin|au\s+niveau|a\s+proximite|vers|apres|entre)`;
const LINK = String.raw`(?:\s+(?:de|du|des|d|la|le|les|l|un|une|chez))*[\s']+`;
const RULES = [
  String.raw`${PLACE}(?:\s+(?:de|du|d))*[\s']+(${MEANS})`,
  String.raw`(${MEANS})\s+${PLACE}`,
  String.raw`${BESIDE}${LINK}(${MEANS})(?!\s+(?:si|svp|seulement))`,
].map((rule) => new RegExp(String.raw`(?<![\p{L}\p{N}])${rule}(?![\p{L}\p{N}])`, 'gu'));

/** The text, folded, with such a name made unreadable in its place; everything else stands where it stood. */
export const withoutPayLandmarks = (folded: string): string =>
  RULES.reduce(
    (text, rule) => text.replace(rule, (all: string, means: string) => all.replace(means, '-'.repeat(means.length))),
    folded,
  );
