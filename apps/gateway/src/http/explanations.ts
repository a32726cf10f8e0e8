import type { ErrorKind } from '#contracts';

/** What each kind of error says to a person, when its code has no words of its own. */
export const BY_KIND: Record<ErrorKind, string> = {
  invalid: 'La demande contient une erreur ; voyez les champs indiqués.',
  unauthenticated: 'Connectez-vous pour continuer.',
  forbidden: "Vous n'avez pas le droit de faire cela.",
  'not-found': "Cet élément n'existe pas.",
  conflict: "Cette action n'est pas possible dans l'état actuel.",
  'rate-limited': 'Trop de demandes ; réessayez dans un instant.',
  unavailable: 'Ce service est momentanément indisponible ; réessayez dans un instant.',
  internal: "Une erreur inattendue s'est produite. Si elle se répète, communiquez-nous le numéro de suivi.",
};

/** Words for codes that deserve better than their kind's. */
export const BY_CODE: Record<string, string> = {
  ROUTE_NOT_FOUND: "Cette adresse de l'API n'existe pas.",
  BODY_NOT_JSON: 'Le corps de la demande doit être du JSON bien formé.',
  BODY_TOO_LARGE: 'La demande est trop volumineuse.',
  MEDIA_TYPE_UNKNOWN: 'Le corps de la demande doit être de type application/json.',
  TOKEN_MISSING: "Cette opération demande un jeton d'accès (en-tête Authorization: Bearer).",
  TOKEN_EXPIRED: "Le jeton d'accès a expiré ; renouvelez la session.",
  TOKEN_REFUSED: "Le jeton d'accès n'est pas valable.",
  CREDENTIALS_REFUSED: 'Adresse e-mail ou mot de passe incorrect.',
  SESSION_ENDED: 'La session est terminée ; connectez-vous à nouveau.',
  SIGN_IN_BUSY: 'Trop de connexions en même temps ; réessayez dans un instant.',
  EMAIL_TAKEN: 'Un compte existe déjà avec cette adresse e-mail.',
  WHATSAPP_NUMBER_TAKEN: 'Ce numéro WhatsApp est déjà relié à un autre compte.',
  WHATSAPP_ACCOUNT_ALREADY_LINKED: "Un numéro WhatsApp est déjà relié ; déconnectez-le d'abord.",
  MAILBOX_TAKEN: 'Cette boîte e-mail est déjà reliée.',
  SIGNATURE_REFUSED: 'La signature ne correspond pas au contenu reçu.',
  HANDSHAKE_REFUSED: 'Le jeton de vérification ne correspond pas.',
  PUSH_TOKEN_REFUSED: "Le jeton d'identité de la notification est refusé.",
  INGRESS_BUSY: 'Trop de notifications en attente ; envoyez à nouveau plus tard.',
  IDEMPOTENCY_KEY_INVALID: "L'en-tête Idempotency-Key doit contenir 1 à 255 caractères visibles.",
  IDEMPOTENCY_KEY_REUSED: 'Cette clé Idempotency-Key a déjà servi pour une autre demande.',
  IDEMPOTENCY_IN_FLIGHT: 'La même demande est en cours de traitement.',
  IDEMPOTENCY_OUTCOME_UNKNOWN:
    'La même demande a été interrompue : vérifiez si elle a abouti, puis recommencez avec une nouvelle clé si besoin.',
};
