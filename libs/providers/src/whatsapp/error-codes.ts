import type { ProviderErrorFacts } from '../provider-error.js';

/** What one of Meta's codes means for us. */
export type CodeRule = Pick<ProviderErrorFacts, 'action' | 'scope' | 'retryAfterMs' | 'outage' | 'explanationFr'>;

const HOUR = 3_600_000;

const reconnect: CodeRule = {
  action: 'reconnect',
  scope: 'account',
  explanationFr: "L'accès à votre compte WhatsApp a expiré : reconnectez-le dans les réglages.",
};
const forbidden: CodeRule = {
  action: 'stop-account',
  scope: 'account',
  explanationFr: "FluxAsync n'a pas l'autorisation d'envoyer avec ce numéro WhatsApp : vérifiez les droits accordés.",
};
const down: CodeRule = {
  action: 'retry',
  outage: true,
  explanationFr: 'WhatsApp est momentanément indisponible : nous réessayons.',
};
const ours: CodeRule = { action: 'reject', explanationFr: 'WhatsApp a refusé ce message : une de ses données est incorrecte.' };
const account = (explanationFr: string): CodeRule => ({ action: 'stop-account', scope: 'account', explanationFr });
const restricted = (explanationFr: string): CodeRule => ({ action: 'restrict', scope: 'account', explanationFr });
const recipient = (explanationFr: string): CodeRule => ({ action: 'stop-recipient', scope: 'recipient', explanationFr });
const reject = (explanationFr: string): CodeRule => ({ action: 'reject', explanationFr });
const badTemplate = reject('Le modèle de message ou ses valeurs ne correspondent pas à ce que WhatsApp a approuvé.');

/** Meta's published error codes (support/error-codes), each with our action. */
const RULES: ReadonlyMap<number, CodeRule> = new Map<number, CodeRule>([
  [0, reconnect],
  [190, reconnect],
  [3, forbidden],
  [10, forbidden],
  [131005, forbidden],
  [1, { ...down, outage: false }],
  [2, down],
  [131000, down],
  [131016, down],
  [133004, down],
  [131057, { ...down, action: 'wait', scope: 'account', outage: false, retryAfterMs: 60_000 }],
  [4, { action: 'wait', scope: 'provider', retryAfterMs: 60_000, explanationFr: 'Trop de demandes à WhatsApp : envoi ralenti.' }],
  [
    80007,
    { action: 'wait', scope: 'account', retryAfterMs: 60_000, explanationFr: 'Trop de demandes à WhatsApp : envoi ralenti.' },
  ],
  [
    130429,
    {
      action: 'wait',
      scope: 'account',
      retryAfterMs: 1_000,
      explanationFr: "Limite d'envoi par seconde atteinte : envoi ralenti.",
    },
  ],
  // One message per 6 s to the same person once the burst of 45 is spent.
  [
    131056,
    {
      action: 'wait',
      scope: 'recipient',
      retryAfterMs: 6_000,
      explanationFr: 'Trop de messages à ce client : la suite part dans quelques secondes.',
    },
  ],
  [
    131049,
    {
      action: 'wait',
      scope: 'recipient',
      retryAfterMs: 24 * HOUR,
      explanationFr: 'WhatsApp limite les messages promotionnels à ce client : prochain essai demain.',
    },
  ],
  [33, ours],
  [100, ours],
  [131008, ours],
  [131009, ours],
  [131021, reject("Le numéro du destinataire est celui de la boutique : rien n'est envoyé.")],
  [
    131026,
    recipient("Ce numéro ne peut pas recevoir ce message : il n'est pas sur WhatsApp ou son application est trop ancienne."),
  ],
  [131050, recipient('Ce client ne veut plus recevoir de messages promotionnels.')],
  [130403, recipient('Ce client est bloqué par la boutique.')],
  [130472, reject("WhatsApp a exclu ce client de l'envoi promotionnel.")],
  [131047, reject('Plus de 24 heures depuis le dernier message du client : seul un modèle approuvé peut être envoyé.')],
  [131048, restricted('WhatsApp a restreint ce numéro : trop de messages signalés ou bloqués par les clients.')],
  [131064, restricted('WhatsApp a limité ce compte : des modèles de message sont mal classés.')],
  [368, account('WhatsApp a bloqué ce compte pour non-respect de ses règles.')],
  [131031, account('Ce compte WhatsApp est verrouillé : contactez le support de Meta.')],
  [130497, account('Ce compte WhatsApp ne peut pas écrire dans ce pays.')],
  [131042, account('Le moyen de paiement du compte WhatsApp pose problème.')],
  [131037, account("Le nom affiché du numéro WhatsApp n'est pas encore approuvé.")],
  [131045, account("Le numéro WhatsApp n'est pas correctement enregistré.")],
  [133010, account("Le numéro WhatsApp n'est pas enregistré.")],
  [131051, reject('WhatsApp ne prend pas en charge ce type de message.')],
  [131052, reject("Le fichier envoyé par le client n'est plus disponible.")],
  [131053, reject("WhatsApp n'a pas pu traiter le fichier joint.")],
  [131062, reject('Ce message demande le numéro de téléphone du client.')],
  ...[132000, 132001, 132005, 132007, 132012, 132018].map((code): [number, CodeRule] => [code, badTemplate]),
  [132015, reject('Ce modèle de message est en pause chez WhatsApp : qualité trop basse.')],
  [132016, reject('Ce modèle de message a été désactivé par WhatsApp.')],
]);

/** The rule for a code of Meta's, undefined for one we do not know. */
export function ruleFor(code: number): CodeRule | undefined {
  return RULES.get(code) ?? (code >= 200 && code <= 299 ? forbidden : undefined);
}
