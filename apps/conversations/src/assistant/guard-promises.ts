import { amountsIn, meant, NEGATED, promisesDiscount, segments } from './guard-claims.js';
import { partsByOrder } from './guard-orders.js';
import { read } from './guard-reading.js';
import { withoutNames } from './guard-no-claims.js';
import type { Truth } from './guard-truth.js';
import { fold } from './offline/normalise.js';
import { togetherOwed } from './together-owed.js';
import { plannedFor } from './offline/people.js';
import type { Owed, PlacedOrder, Turn } from './assistant.js';

/** What only the shop, a courier or a bank can promise or state: discounts, days of delivery, money received, goods put aside, what became of an order. */
export function promises(text: string, turn: Turn, truth: Truth): string[] {
  return text.split('\n').flatMap((line) =>
    partsByOrder(line, truth.orders).flatMap(({ words, about }) => {
      const its = about.length > 0 ? about : truth.orders.slice(0, 1);
      const times = knownTimes(turn, truth, its);
      const owed = truth.owed && about.length > 0 ? togetherOwed(about) : truth.owed;
      return segments(words).flatMap((segment) => [
        ...discounts(segment, truth),
        ...deliveries(segment, times),
        ...payments(segment, owed),
        ...orders(segment, its),
      ]);
    }),
  );
}

function discounts(segment: string, truth: Truth): string[] {
  const said = withoutNames(segment, truth);
  const free = truth.fees.some((fee) => fee.fee === 0) && /livraison|frais/.test(segment);
  // What was granted is a discount, whatever it is called; its amount is checked with the prices. No percentage, gift or free thing was.
  const granted =
    truth.granted.size > 0 &&
    !/%|pour ?cent|pour 100|gratui|gratos|offer|offr|cadeau|bonus|moitie|2 pour|coupon|rembours|garanti|frais/.test(said);
  const included = /\b(?:livraison|frais)\b[^,]*\b(?:incluse?s?|comprise?s?)\b/.test(said) && !/\d{3}/.test(said);
  const promised = (promisesDiscount(said) && !granted) || included;
  return promised && !free ? [`remise ou cadeau que personne n'a accordé : ${segment}`] : [];
}

const DELIVERY =
  /\b(?:livr\w*|recev\w*|recoi\w*|recu\w*|arriv\w*|colis|paquet|expedi\w*|envo[iy]\w*|partir\w*|part|chez vous|depos\w*|apport\w*|amen\w*|coursier|ramen\w*)\b/;
const TIME =
  /\b(?:aujourd'hui|demain|apres[- ]demain|ce (?:soir|matin|midi|week-end)|cet(?:te)? (?:apres[- ]midi|semaine|nuit)|tout de suite|tout a l'heure|immediatement|dans (?:la|l'|les|un|une|quelques|\d+)[' ]?(?:prochaine?s? )?(?:journee|soiree|matinee|minutes?|heures?|jours?|h|instants?)|sous (?:\d+|peu|une?)|en (?:\d+|une?) ?(?:h|min\w*|heures?|jours?)|d'ici \w+|avant (?:\d+ ?h\w*|midi|ce soir|demain|la nuit)|(?:vers|a|des|pour) (?:\d{1,2} ?(?:h\w*|:\d{2})|midi)|\d+ ?(?:h|heures?|min|minutes?|jours?)\b|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|express|la semaine prochaine|le jour meme|en urgence|sans attendre|\d{1,2}\/\d{1,2}|\d{1,2} (?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre))/g;

/** A day or an hour of delivery is promised that neither the zone's delay nor the courier's plan says. */
function deliveries(segment: string, known: string): string[] {
  if (!DELIVERY.test(segment) || NEGATED.test(meant(segment))) return [];
  const unknown = (segment.match(TIME) ?? []).filter((time) => !known.includes(time.trim()));
  return unknown.length > 0 ? [`délai de livraison que personne n'a promis : ${unknown.join(', ')}`] : [];
}

/** What the shop said of times, read like a reply. */
const knownTimes = (turn: Turn, truth: Truth, its: PlacedOrder[]): string =>
  read(
    [
      ...truth.fees.map((fee) => fee.delay ?? ''),
      ...its.map((order) => (order.plannedFor ? plannedFor(order.plannedFor, turn.now, turn.shop.timeZone) : '')),
      turn.voice?.instructions ?? '',
    ].join(' ; '),
  );

const MONEY_CAME =
  /\b(?:paiements?|payements?|transferts?|depots?|acomptes?|virements?|argent|versements?|wave|orange money|momo|mtn|moov|reglements?|fonds)\b[^,]*\b(?:recue?s?|recu|valide\w*|confirme\w*|arrivee?s?|passee?s?|encaisse\w*|credite\w*|bien la|enregistre\w*|effectue\w*)\b|\b(?:recu|encaisse|valide|confirme)\b[^,]*\b(?:paiements?|payements?|transferts?|depots?|acomptes?|virements?|argent|versements?|reglements?)\b|\bvous avez (?:deja |bien )?(?:paye|regle|verse)\b|\b(?:commande|article|tout|c'est) (?:est )?(?:deja |bien )?(?:payee?|reglee?|soldee)\b/;

/** A screenshot is no proof, and nobody here sees money come: only the sum that the shop has booked may be said to be there. */
const payments = (segment: string, owed: Owed | undefined): string[] =>
  MONEY_CAME.test(segment) &&
  !(owed && owed.paid > 0 && saysOnly(owed.paid, segment)) &&
  !NEGATED.test(meant(segment)) &&
  !/\b(?:des qu\w*|une fois|quand|lorsqu\w*|si)\b/.test(segment)
    ? [`paiement dit reçu : ${segment}`]
    : [];

const saysOnly = (amount: number, segment: string): boolean => {
  const said = amountsIn(segment);
  return said.length > 0 && said.every((one) => one.amount === amount);
};

/** What is said of an order, and the stored statuses it is true for. */
const STATES: [RegExp, string[]][] = [
  [/\b(?:livree|remise au client|arrivee)\b/, ['livree']],
  [/\b(?:en route|en livraison|expediee|partie|en chemin|avec le livreur|est sortie)\b/, ['en_livraison']],
  [/\b(?:annulee)\b/, ['annulee']],
  [/\b(?:prete|emballee)\b/, ['prete']],
  [/\b(?:en preparation|preparee)\b/, ['en_preparation', 'prete']],
  [/\b(?:retournee)\b/, ['retournee']],
  [
    /\b(?:confirmee|enregistree|validee|prise en compte|acceptee|passee)\b/,
    ['confirmee', 'en_preparation', 'prete', 'en_livraison', 'livree'],
  ],
];
const ORDER = /\b(?:commande|colis|paquet|achat|cmd)\b/;
const STATED = /\b(?:est|a ete|ete|bien|deja|vient d'etre|sont|elle|voila|c'est)\b/;
const PUT_ASIDE =
  /\b(?:c'est|est|a ete|ete|je vous (?:l'|les? |la )?ai|je l'ai|nous (?:vous )?(?:l'|les? )?avons)\b[^,]*\b(?:reservee?s?|mise?s?\b[^,]*\bde cote|bloquee?s?|gardee?s?)\b/;

function orders(segment: string, its: PlacedOrder[]): string[] {
  const said = meant(segment);
  if (
    NEGATED.test(said) ||
    /\b(?:des qu\w*|une fois|quand|lorsqu\w*|si|avant|apres|annulation|voulez-vous|vraiment)\b/.test(said)
  )
    return [];
  if (PUT_ASIDE.test(said)) return [`réservation qui n'existe pas : ${segment}`];
  if (!ORDER.test(said) || !STATED.test(said)) return [];
  const known = its.map(({ status }) => fold(status).replaceAll(' ', '_'));
  const claimed = STATES.filter(([word]) => word.test(said));
  if (claimed.length === 0 || known.some((status) => claimed.some(([, statuses]) => statuses.includes(status)))) return [];
  return [
    known.length > 0
      ? `commande dite dans un autre état qu'elle n'est : ${segment}`
      : "commande dite confirmée alors qu'aucune n'est enregistrée",
  ];
}
