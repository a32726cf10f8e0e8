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

/** Of the API itself: addresses, bodies, keys, versions. */
const OF_THE_API = {
  ROUTE_NOT_FOUND: "Cette adresse de l'API n'existe pas.",
  VALIDATION_FAILED: 'La demande contient une erreur ; voyez les champs indiqués.',
  REQUEST_MALFORMED: "La demande n'est pas du HTTP bien formé.",
  REQUEST_TOO_SLOW: 'La demande a mis trop de temps à arriver.',
  HEADERS_TOO_LARGE: 'Les en-têtes de la demande sont trop volumineux.',
  BODY_NOT_JSON: 'Le corps de la demande doit être du JSON bien formé.',
  BODY_TOO_LARGE: 'La demande est trop volumineuse.',
  MEDIA_TYPE_UNKNOWN: 'Le corps de la demande doit être de type application/json.',
  RATE_LIMITED: "Trop de demandes en une minute ; attendez le temps qu'indique l'en-tête Retry-After.",
  VERSION_MISMATCH: 'Cet élément a été modifié entre-temps ; rechargez-le, puis refaites votre changement.',
  IDEMPOTENCY_KEY_INVALID: "L'en-tête Idempotency-Key doit contenir 1 à 255 caractères visibles.",
  IDEMPOTENCY_KEY_REUSED: 'Cette clé Idempotency-Key a déjà servi pour une autre demande.',
  IDEMPOTENCY_IN_FLIGHT: 'La même demande est en cours de traitement.',
  IDEMPOTENCY_OUTCOME_UNKNOWN:
    'La même demande a été interrompue : vérifiez si elle a abouti, puis recommencez avec une nouvelle clé si besoin.',
  DATABASE_UNAVAILABLE: 'Nos données sont momentanément hors de portée ; réessayez dans un instant.',
  SERVICE_UNAVAILABLE: 'Ce service est momentanément indisponible ; réessayez dans un instant.',
  GATEWAY_STOPPING: 'Le serveur redémarre ; reconnectez-vous dans un instant.',
  STREAMS_FULL: 'Trop de flux en direct sont ouverts pour cette boutique ; fermez-en un.',
  SIGNATURE_REFUSED: 'La signature ne correspond pas au contenu reçu.',
  HANDSHAKE_REFUSED: 'Le jeton de vérification ne correspond pas.',
  PUSH_TOKEN_REFUSED: "Le jeton d'identité de la notification est refusé.",
  GOOGLE_KEYS_UNAVAILABLE: 'Les clés de Google ne sont pas joignables ; envoyez à nouveau plus tard.',
  INGRESS_BUSY: 'Trop de notifications en attente ; envoyez à nouveau plus tard.',
};

/** Of sign-in, team and keys. */
const OF_ACCESS = {
  TOKEN_MISSING: "Cette opération demande un jeton d'accès ou une clé d'API (en-tête Authorization: Bearer).",
  TOKEN_EXPIRED: "Le jeton d'accès a expiré ; renouvelez la session.",
  TOKEN_REFUSED: "Le jeton d'accès n'est pas valable.",
  API_KEY_REFUSED: "La clé d'API n'est pas valable, ou ne l'est plus.",
  CALLER_UNKNOWN: 'Connectez-vous pour continuer.',
  ROLE_FORBIDS: 'Seul un propriétaire de la boutique peut faire cela.',
  SCOPE_MISSING: "La clé d'API ne permet pas cette opération.",
  MEMBER_NEEDED: "Cette opération est réservée aux personnes connectées ; une clé d'API ne suffit pas.",
  CREDENTIALS_REFUSED: 'Adresse e-mail ou mot de passe incorrect.',
  SESSION_ENDED: 'La session est terminée ; connectez-vous à nouveau.',
  SESSION_NOT_FOUND: "Cette session n'existe pas, ou est déjà terminée.",
  SIGN_IN_BUSY: 'Trop de connexions en même temps ; réessayez dans un instant.',
  SIGN_IN_THROTTLED: "Trop d'essais ; attendez avant de réessayer.",
  CODE_REFUSED: "Ce code n'est pas bon, ou ne l'est plus ; demandez-en un nouveau.",
  REFERENCE_TAKEN: "Cette référence est déjà celle d'un autre article.",
  TOO_MANY_INVITATIONS: "Trop d'invitations en peu de temps ; réessayez plus tard.",
  EMAIL_TAKEN: 'Un compte existe déjà avec cette adresse e-mail.',
  MEMBER_NOT_FOUND: "Ce membre de l'équipe n'existe pas.",
  MEMBER_ALREADY_ACTIVE: 'Ce membre a déjà choisi son mot de passe : il lui suffit de se connecter.',
  TEAM_FULL: "L'équipe est au complet.",
  TEAM_FOUNDER_STAYS: "Le fondateur de la boutique reste dans l'équipe, comme propriétaire.",
  API_KEY_NOT_FOUND: "Cette clé d'API n'existe pas.",
  API_KEYS_FULL: "Le nombre de clés d'API est atteint ; révoquez-en une.",
};

/** Of the shop, its numbers, mailboxes and webhooks. */
const OF_THE_SHOP = {
  SELLER_NOT_FOUND: "Cette boutique n'existe pas.",
  SELLER_UNKNOWN: "La boutique vient d'être créée ; réessayez dans un instant.",
  SELLER_FACTS_MISSING: "La boutique vient d'être créée ; réessayez dans un instant.",
  TIME_ZONE_UNKNOWN: "Ce fuseau horaire n'existe pas (exemple : Africa/Abidjan).",
  WHATSAPP_NUMBER_TAKEN: 'Ce numéro WhatsApp est déjà relié à un autre compte.',
  WHATSAPP_ACCOUNT_ALREADY_LINKED: "Un numéro WhatsApp est déjà relié ; déconnectez-le d'abord.",
  WHATSAPP_ACCOUNT_NOT_FOUND: "Ce numéro WhatsApp n'est pas relié à la boutique.",
  WHATSAPP_ACCOUNT_UNKNOWN: "Aucun numéro WhatsApp n'est relié pour écrire à ce client.",
  MAILBOX_TAKEN: 'Cette boîte e-mail est déjà reliée.',
  EMAIL_ACCOUNT_NOT_FOUND: "Cette boîte e-mail n'est pas reliée à la boutique.",
  EMAIL_ACCOUNT_DISCONNECTED: "La boîte de cet e-mail n'est plus reliée ; reliez-la d'abord.",
  EMAIL_ACCOUNT_RECONNECT_NEEDED: 'La boîte de cet e-mail demande un nouvel accord ; reliez-la à nouveau.',
  EMAIL_NOT_FOUND: "Cet e-mail n'existe pas.",
  EMAIL_NOT_ANSWERABLE: 'On ne peut pas répondre à cet e-mail : il est automatique ou sans adresse.',
  NOTICE_FIXED: 'Cet avis ne peut pas être désactivé.',
  WEBHOOK_ENDPOINT_NOT_FOUND: "Ce point de webhook n'existe pas.",
  WEBHOOK_DELIVERY_NOT_FOUND: "Cet envoi de webhook n'existe pas.",
  WEBHOOK_ENDPOINTS_FULL: 'Le nombre de points de webhook est atteint ; supprimez-en un.',
  WEBHOOK_ENDPOINT_DISABLED: "Ce point de webhook est désactivé ; réactivez-le d'abord.",
  WEBHOOK_URL_REFUSED: "L'adresse doit être en https et sur un réseau public.",
};

/** Of customers and what is said with them. */
const OF_CUSTOMERS = {
  PROSPECT_NOT_FOUND: "Ce client n'existe pas.",
  PROSPECT_KNOWN: 'Un client a déjà ce numéro.',
  PROSPECT_ERASED: 'Les données de ce client ont été effacées.',
  PROSPECT_OPTED_OUT: 'Ce client ne veut plus recevoir de messages.',
  ERASE_HAS_OPEN_ORDERS: "Ce client a des commandes en cours ; terminez-les ou annulez-les d'abord.",
  CONVERSATION_NOT_FOUND: "Cette conversation n'existe pas.",
  CONVERSATION_MOVE_REFUSED: "Cette conversation est fermée, ou déjà dans l'état demandé.",
  MESSAGE_NOT_FOUND: "Ce message n'existe pas.",
  NOTE_NOT_FOUND: "Cette note n'existe pas.",
  MESSAGE_NOT_FAILED: "Ce message n'a pas échoué : il n'y a rien à renvoyer.",
  WINDOW_CLOSED: 'Plus de 24 heures ont passé depuis le dernier message du client : envoyez un modèle approuvé.',
  TEMPLATE_NOT_FOUND: "WhatsApp n'a pas de modèle de ce nom dans cette langue.",
  TEMPLATE_NOT_APPROVED: "WhatsApp n'a pas encore approuvé ce modèle, ou ne l'accepte plus.",
  WHATSAPP_ACCOUNT_INCOMPLETE: "Le compte WhatsApp de ce numéro n'est pas connu ; reliez le numéro à nouveau.",
  WHATSAPP_UNAVAILABLE: 'WhatsApp ne répond pas pour le moment ; réessayez dans un instant.',
  WHATSAPP_REFUSED: 'WhatsApp a refusé cette demande ; voyez sa raison.',
};

/** Of photos, voice notes, videos and documents. */
const OF_FILES = {
  MEDIA_NOT_FOUND: "Ce fichier n'existe pas.",
  MEDIA_NOT_READY: 'Ce fichier est en cours de récupération chez WhatsApp ; réessayez dans un instant.',
  MEDIA_FAILED: "Ce fichier n'a pas pu être récupéré.",
  MEDIA_TYPE_REFUSED: "WhatsApp n'accepte pas ce type de fichier.",
  MEDIA_CONTENT_MISMATCH: "Le contenu du fichier n'est pas du type annoncé.",
  MEDIA_TOO_LARGE: 'Ce fichier est trop volumineux pour WhatsApp.',
  MEDIA_FULL: "Trop de fichiers attendent d'être envoyés ; envoyez-les, ou attendez qu'ils soient retirés au bout de 30 jours.",
  MEDIA_KEY_REFUSED: "Ce fichier n'est pas rangé où il devrait l'être ; déposez-le à nouveau.",
  MEDIA_STORE_UNAVAILABLE: 'Les fichiers sont momentanément hors de portée ; réessayez dans un instant.',
  UPLOADS_BUSY: "Trop de fichiers sont déposés en même temps ; attendez que l'un d'eux soit arrivé.",
  UPLOAD_CUT: "Le fichier n'est pas arrivé en entier ; déposez-le à nouveau.",
  LENGTH_REQUIRED: 'La demande doit indiquer la taille du fichier (en-tête Content-Length).',
  RANGE_NOT_SATISFIABLE: "Le fichier n'a pas cette partie.",
};

/** Of products, orders and deliveries. */
const OF_SALES = {
  PRODUCT_NOT_FOUND: "Ce produit n'existe pas.",
  PRODUCT_HAS_OWN_STOCK: "Ce produit a son propre stock ; ramenez-le à zéro avant d'ajouter des variantes.",
  VARIANT_NOT_FOUND: "Cette variante n'existe pas.",
  VARIANT_EXISTS: 'Ce produit a déjà cette taille et cette couleur.',
  VARIANT_RESERVED: 'Des commandes confirmées attendent cette variante.',
  STOCK_NOT_ENOUGH: 'Il ne reste pas assez de stock.',
  STOCK_TOO_LARGE: 'Ce stock dépasse ce que le catalogue peut tenir.',
  OUT_OF_STOCK: 'Un des produits est épuisé.',
  UNKNOWN_PRODUCT: "Un des produits n'est pas, ou plus, en vente.",
  IMPORT_TOO_LONG: 'Le fichier compte trop de lignes ; importez-le en plusieurs fois.',
  ORDER_NOT_FOUND: "Cette commande n'existe pas.",
  ORDER_CANNOT_MOVE: 'La commande ne peut pas passer à cet état.',
  ORDER_LEFT: 'La commande est déjà partie, ou terminée : elle ne se modifie plus.',
  ORDER_NOT_DELIVERED: "La commande n'est pas encore livrée : modifiez-la plutôt.",
  EXCHANGE_UNDERWAY: "Un échange d'articles de cette commande est en cours ; attendez sa livraison, ou annulez-le.",
  RETURN_EXCEEDS_ORDER: "La cliente n'a pas, ou plus, autant de ces articles de cette commande.",
  PAYMENT_NOT_FOUND: "Ce paiement n'existe pas.",
  PAYMENT_NOT_SEEN: "Ce paiement n'est pas arrivé.",
  PAYMENT_ALREADY_RECORDED: 'Cette transaction est déjà enregistrée.',
  PAYMENT_TOO_LARGE: 'Tant d’argent pour une commande ne peut être juste : vérifiez le montant.',
  PAYMENT_IS_EXCHANGE: "Ce n'est pas de l'argent mais des articles rendus : annulez l'échange.",
  COURIER_NOT_FOUND: "Ce livreur n'existe pas.",
  COURIER_PHONE_TAKEN: 'Un livreur a déjà ce numéro.',
  COURIER_INACTIVE: 'Ce livreur ne prend pas de livraisons en ce moment.',
  COURIER_HAS_DELIVERIES: 'Ce livreur a encore des livraisons en cours.',
  DELIVERY_NOT_FOUND: "Cette livraison n'existe pas.",
  DELIVERY_CANNOT_MOVE: 'La livraison ne peut pas passer à cet état.',
  DELIVERY_OVER: 'Cette livraison est terminée.',
  DELIVERY_ALREADY_HIS: 'Ce livreur a déjà cette livraison, à cette heure.',
  TOO_MANY_ZONES: 'Trop de zones de livraison.',
};

/** Words for codes, which say more than their kind's. */
export const BY_CODE: Record<string, string> = {
  ...OF_THE_API,
  ...OF_ACCESS,
  ...OF_THE_SHOP,
  ...OF_CUSTOMERS,
  ...OF_FILES,
  ...OF_SALES,
};
