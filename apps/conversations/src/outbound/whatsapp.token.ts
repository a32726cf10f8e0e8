/** The WhatsApp client, for injection. */
export const WHATSAPP = Symbol('whatsapp');
