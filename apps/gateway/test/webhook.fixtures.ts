let count = 0;

/** A text message as WhatsApp sends it. */
export const aMessage = (over: Record<string, unknown> = {}) => ({
  from: '2250598765432',
  id: `wamid.essai${++count}`,
  timestamp: '1795328000',
  type: 'text',
  text: { body: 'Bonjour, je suis intéressée par vos chaussures Nike' },
  ...over,
});

/** A webhook with these changes' values, all for one number. */
export const aWebhook = (...values: Record<string, unknown>[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: 'WABA_123456', changes: values.map((value) => ({ field: 'messages', value })) }],
});

export const forNumber = (phoneNumberId: string, value: Record<string, unknown>) => ({
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '2250700112233', phone_number_id: phoneNumberId },
  ...value,
});
