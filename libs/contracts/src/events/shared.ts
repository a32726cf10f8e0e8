import { count, fcfa, id, instant, oneOf, ratio, text } from '../schema.js';

/** A product (or one of its variants) with a quantity: what a customer agreed to. */
export class AgreedLine {
  @id('Product') productId!: string;
  @id('Variant, when the product has variants', { optional: true }) variantId?: string;
  @text('Size the customer asked for, when the product has no variants', { max: 40, optional: true }) size?: string;
  @text('Colour the customer asked for, when the product has no variants', { max: 40, optional: true }) color?: string;
  @count('How many', { min: 1, max: 1000 }) quantity!: number;
  @fcfa(
    'Price of one that the customer agreed to, when it may differ from the catalogue: shown in her recap, granted down to the floor price',
    {
      optional: true,
    },
  )
  agreedPrice?: number;
}

/** A line of an order with the catalogue's price at confirmation. */
export class OrderLine extends AgreedLine {
  @text('Product name', { max: 200 }) productName!: string;
  @fcfa('Price of one') unitPrice!: number;
  @fcfa('unitPrice × quantity') lineTotal!: number;
}

/** Something that can be sold now. */
export class SellableItem {
  @id('Product') productId!: string;
  @id('Variant', { optional: true }) variantId?: string;
  @text('Product name', { max: 200 }) productName!: string;
  @text('Size', { max: 40, optional: true }) size?: string;
  @text('Colour', { max: 40, optional: true }) color?: string;
  @fcfa('Price of one') unitPrice!: number;
  @count('How many are left to sell') available!: number;
}

/** Calls to a third party, counted by the service that made them: one call, or a sum over the same kind. */
export class ApiUsage {
  @oneOf('Third party', ['whatsapp', 'gmail', 'gemini']) provider!: 'whatsapp' | 'gmail' | 'gemini';
  @text('Operation, e.g. `messages.send`, `history.list`, `generateContent`', { max: 100 }) operation!: string;
  @text('Model that answered, for an AI call', { max: 100, optional: true }) model?: string;
  @count('Calls') calls!: number;
  @count('Calls that failed') errors!: number;
  @count('Input tokens', { max: 1_000_000_000 }) inputTokens!: number;
  @count('Output tokens, thoughts included', { max: 1_000_000_000 }) outputTokens!: number;
  @count('Summed latency in ms', { max: 1_000_000_000 }) latencyMs!: number;
  @ratio('Cost in FCFA', { max: 1_000_000_000 }) costFcfa!: number;
  @instant('Start of the first call') since!: string;
  @id('Message, mail or notification the call was for', { optional: true }) referenceId?: string;
  @id('Conversation the call was for', { optional: true }) conversationId?: string;
  @id('Order the call was about, when it is known', { optional: true }) orderId?: string;
  @text(
    'How WhatsApp prices the message: `regular`, `free_customer_service` within 24 hours of the customer’s word, `free_entry_point` within 72 hours of an ad',
    { max: 60, optional: true },
  )
  tariff?: string;
}
