import type { CourierRepliedV1 } from '#contracts';
import { fold } from '../assistant/offline/normalise.js';

type Report = Pick<CourierRepliedV1, 'action' | 'deliveryId' | 'collected'>;

const BUTTON = /^livraison:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}):(picked-up|completed|attempt-failed)$/;
/** Read in this order: « pas livré » and « client absent » are failures although « livré » is in them. */
const WORDS: [CourierRepliedV1['action'], RegExp][] = [
  [
    'attempt-failed',
    /\b(echec|echoue|pas (pu )?livre|non livre|absent|injoignable|ne (repond|decroche) pas|refuse|annule|introuvable)/,
  ],
  ['completed', /\b(livree?s?|remise?|c'?est fait|termine|encaisse|paye)\b/],
  ['picked-up', /\b(recupere|recup|pris|ramasse|j'?ai le colis|en route|je pars)/],
];
const AMOUNT = /\b(\d{1,3}(?:[ .]\d{3})+|\d{3,7})\s*(?:f\b|fr\b|francs?|fcfa|cfa|$)/;

/** Nobody carries more, in FCFA: a longer number is none of money. */
const MOST_COLLECTED = 100_000_000;

/** What a courier reports, by the button he pressed or in his own words: « récupéré », « livré 47.000 », « échec, client absent ». */
export function courierReport(text: string, buttonId?: string): Report {
  const pressed = BUTTON.exec(buttonId ?? '');
  const said = fold(text).trim();
  const action = pressed ? (pressed[2] as Report['action']) : (WORDS.find(([, words]) => words.test(said))?.[0] ?? 'text');
  const amount = action === 'completed' ? Number(AMOUNT.exec(said)?.[1]?.replace(/\D/g, '')) : undefined;
  return {
    action,
    ...(pressed ? { deliveryId: pressed[1]! } : {}),
    ...(amount && amount <= MOST_COLLECTED ? { collected: amount } : {}),
  };
}
