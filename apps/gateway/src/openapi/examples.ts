import type { JsonSchema } from '#contracts';

const ID = '0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b';
const NOW = '2026-11-23T09:05:00.000Z';

/** What fields of the shop look like, by name; `Contract.field` comes before `field`. One shop throughout: Kouadio sells shoes in Abidjan. */
const BY_NAME: Record<string, unknown> = {
  lastName: 'Kouadio',
  firstName: 'Jean',
  email: 'kouadio@gmail.com',
  phone: '+2250712345678',
  password: 'des-chaussures-pour-tous',
  currentPassword: 'des-chaussures-pour-tous',
  newPassword: 'encore-plus-de-chaussures',
  country: "Côte d'Ivoire",
  sector: 'Chaussures',
  shopName: 'Kouadio Chaussures',
  pickupAddress: 'Abobo, Magasin Kouadio Chaussures',
  timeZone: 'Africa/Abidjan',
  openingHours: 'Lundi à samedi, 8 h à 19 h',
  weekday: 1,
  opens: '08:00',
  closes: '19:00',
  code: '1234 5678',
  accessToken: 'eyJhbGciOiJFZERTQSIsImtpZCI6IjEiLCJ0eXAiOiJhdCtqd3QifQ.e30.c2lnbmF0dXJl',
  refreshToken: 'kJ3vX0pQm8r5tYw2zA4bC6dE8fG1hI3jK5lM7nO9pQ0',
  expiresIn: 600,
  userAgent: 'Mozilla/5.0 (Linux; Android 15)',
  address: '203.0.113.7',
  prefix: 'flux_3fK9',
  key: 'flux_3fK9sT2uV4wX6yZ8aB0cD2eF4gH6iJ8kL0mN2oP4qR6',
  scopes: ['orders:read', 'events:read'],
  'CreateApiKey.name': 'Site web',
  'ApiKeyView.name': 'Site web',
  'CreatedApiKey.name': 'Site web',
  'AssistantSettingsView.name': 'Awa',
  'UpdateAssistantSettings.name': 'Awa',
  instructions: 'Nous réparons aussi les chaussures. Parking devant le magasin.',
  resumeAfterMinutes: 120,
  businessAccountId: 'WABA_123456',
  phoneNumberId: '109988776655443',
  name: 'Nike Air Max 90',
  description: 'Semelle à bulle d’air, tige en cuir',
  'WebhookEndpointView.description': 'Site web',
  'WebhookEndpointWithSecret.description': 'Site web',
  'CreateWebhookEndpoint.description': 'Site web',
  'UpdateWebhookEndpoint.description': 'Site web',
  unitPrice: 45_000,
  floorPrice: 40_000,
  agreedPrice: 45_000,
  lineTotal: 45_000,
  total: 45_000,
  previousTotal: 45_000,
  stock: 10,
  reserved: 1,
  available: 9,
  lowStockAt: 3,
  aliases: ['air max', 'airmax 90'],
  size: '38',
  color: 'blanc',
  quantity: 1,
  productName: 'Nike Air Max 90',
  csv: 'nom;prix;stock;taille\nPuma Suede Classic;30 000;4;41\nPuma Suede Classic;30 000;4;42\n',
  column: 'prix',
  fullName: 'Aminata Traoré',
  'CourierView.fullName': 'Mamadou Diabaté',
  'RegisterCourier.fullName': 'Mamadou Diabaté',
  'UpdateCourier.fullName': 'Mamadou Diabaté',
  customerName: 'Aminata Traoré',
  customerPhone: '+2250598765432',
  deliveryPhone: '+2250598765432',
  deliveryAddress: 'Cocody, Angré 7ème tranche, Villa 123',
  destination: 'Cocody, Angré 7ème tranche, Villa 123',
  source: 'pub_facebook',
  adId: '120210000000000001',
  adHeadline: 'Nike Air Max 90 : livraison à Abidjan',
  labels: ['grossiste'],
  label: 'grossiste',
  lastMessage: 'Je fais du 38',
  handoverReason: 'La cliente demande une personne',
  author: 'seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b',
  actor: 'seller:0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b',
  emoji: '👍',
  mimeType: 'image/jpeg',
  fileName: 'air-max.jpg',
  sizeBytes: 48_213,
  text: 'Bonjour, je suis intéressée par vos chaussures Nike',
  type: 'order.confirmed',
  'MessageView.type': 'text',
  'MessageReceivedV1.type': 'text',
  number: 'CMD-20261123-000001',
  'DeliveryAttemptView.number': 1,
  orderNumber: 'CMD-20261123-000001',
  reason: 'La cliente a changé d’avis',
  failure: 'Téléphone éteint',
  zones: ['Cocody', 'Marcory', 'Plateau'],
  zone: 'Cocody',
  fee: 2_000,
  amountToCollect: 47_000,
  'OrderView.amountToCollect': 37_000,
  'OrderDetailView.amountToCollect': 37_000,
  'OrderPaymentsChangedV1.amountToCollect': 37_000,
  deliveryFee: 2_000,
  delay: '24 à 48 h',
  paid: 10_000,
  toRefund: 0,
  method: 'wave',
  'PaymentView.amount': 10_000,
  'RecordPayment.amount': 10_000,
  'OrderPaymentsChangedV1.amount': 10_000,
  'RefundView.amount': 4_000,
  'RecordRefund.amount': 4_000,
  'OrderRefundsChangedV1.amount': 4_000,
  refunded: 0,
  note: 'Remboursé au numéro Wave de sa sœur',
  'PaymentView.reference': 'MP261123.0905.A12345',
  'RecordPayment.reference': 'MP261123.0905.A12345',
  'RefundView.reference': 'MP261123.1640.B67890',
  'RecordRefund.reference': 'MP261123.1640.B67890',
  voided: false,
  voidReason: 'Noté pour la mauvaise commande',
  collected: 47_000,
  courierName: 'Mamadou Diabaté',
  courierPhone: '+2250711223344',
  from: 'Fournisseur Nike CI <fournisseur@nike-ci.com>',
  subject: 'Nouveau stock Nike disponible - Livraison urgent',
  summary: 'Le fournisseur annonce un nouveau stock et demande une réponse aujourd’hui.',
  confidence: 0.95,
  kind: 'nouvelle_commande',
  title: 'Nouvelle commande reçue',
  content: 'Aminata Traoré a commandé 1x Nike Air Max 90 - Total: 45.000 FCFA',
  referenceType: 'commande',
  problem: 'Le numéro n’est pas sur WhatsApp',
  says: 'Commande confirmée',
  what: 'order-confirmed',
  amount: 45_000,
  day: '2026-11-23',
  messagesReceived: 42,
  ordersCreated: 7,
  revenue: 315_000,
  emailsProcessed: 3,
  event: 'order.confirmed',
  reference: ID,
  correlationId: '6f1c1f5e-demande-1',
  provider: 'gmail',
  operation: 'messages.send',
  url: 'https://crochets.example.ci/fluxasync',
  events: ['order.confirmed', 'order.cancelled'],
  secret: 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD',
  body: '{"id":"0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b","type":"order.confirmed","occurredAt":"2026-11-23T09:05:00.000Z","data":{}}',
  response: 'ok',
  disabledReason: 'Rien ne passe depuis 3 jours',
  'ApiEventView.type': 'message.received',
  'ApiEventView.data': { messageId: ID, conversationId: ID, prospectId: ID, type: 'text', sentAt: NOW },
  search: 'Aminata',
  cursor: 'MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi',
  nextCursor: 'MDE5OWQzYTAtN2MxZS03YjNmLTlhNTItNGMxZDJlM2Y0YTVi',
  limit: 50,
  version: 3,
  ifVersion: 3,
  nom_vendeur: 'Kouadio Jean',
  nom_complet: 'Aminata Traoré',
  numero_commande: 'CMD-20261123-000001',
  nom_produit: 'Nike Air Max 90',
  statut_commande: 'confirmee',
  statut_livraison: 'planifiee',
  contenu_message: 'Je fais du 38',
};

/** Bodies in which not every field may stand beside every other. */
const WHOLE: Record<string, unknown> = {
  ReplyToCustomer: { text: 'Oui, nous avons la Nike Air Max 90 en 38.' },
  CreateTemplate: {
    name: 'commande_prete',
    category: 'UTILITY',
    body: 'Bonjour {{1}}, votre commande {{2}} est prête.',
    examples: ['Aminata', 'CMD-20261123-000001'],
  },
};

/** What a value looks like when its name says nothing. */
const BY_FORMAT: Record<string, unknown> = {
  uuid: ID,
  'date-time': NOW,
  date: '2026-11-23',
  email: 'kouadio@gmail.com',
};

/**
 * An example of a JSON Schema of ours, every property filled in; the same schema always gives the same example.
 * @param owner title of the contract that the value is a field of
 * @param name the field
 */
export function exampleOf(schema: JsonSchema, owner = '', name = ''): unknown {
  if (typeof schema.title === 'string' && schema.title in WHOLE) return WHOLE[schema.title];
  const fits = (value: unknown) => value !== undefined && mayBe(schema, value);
  const named = [BY_NAME[`${owner}.${name}`], BY_NAME[name]].find(fits);
  if (named !== undefined) return named;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (typeof schema.format === 'string') return BY_FORMAT[schema.format];
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(([key, value]) => [
          key,
          exampleOf(value, schema.title as string | undefined, key),
        ]),
      );
    case 'array':
      return [exampleOf(schema.items as JsonSchema, owner)];
    case 'boolean':
      return true;
    case 'integer':
    case 'number':
      return Math.max((schema.minimum as number | undefined) ?? 0, 1);
    default:
      return schema.pattern === undefined ? 'texte' : '2250712345678';
  }
}

/** Whether a value from the tables is of the schema's kind and within its bounds; the document's test checks every example to the letter. */
function mayBe(schema: JsonSchema, value: unknown): boolean {
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  switch (schema.type) {
    case 'string':
      return (
        typeof value === 'string' &&
        schema.format === undefined &&
        value.length <= ((schema.maxLength as number | undefined) ?? Infinity) &&
        (schema.pattern === undefined || new RegExp(schema.pattern as string).test(value))
      );
    case 'integer':
    case 'number':
      return typeof value === 'number' && value <= ((schema.maximum as number | undefined) ?? Infinity);
    case 'array':
      return Array.isArray(value) && value.every((item) => mayBe(schema.items as JsonSchema, item));
    case 'object':
      return typeof value === 'object' && schema.properties === undefined;
    default:
      return false;
  }
}
