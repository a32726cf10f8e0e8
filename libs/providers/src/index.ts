export * from './provider-error.js';
export * from './breaker.js';
export * from './secret-box.js';
export * from './whatsapp/outbound-message.js';
export { assertSendable } from './whatsapp/outbound-limits.js';
export * from './whatsapp/whatsapp.port.js';
export { WhatsAppClient, type WhatsAppClientOptions } from './whatsapp/whatsapp.client.js';
export { classifyWhatsAppFault, type WhatsAppFault } from './whatsapp/errors.js';
export * from './whatsapp/signature.js';
