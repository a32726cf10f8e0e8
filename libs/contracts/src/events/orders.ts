import { event } from '../message.js';
import { count, fcfa, flag, id, idList, instant, listOf, nested, oneOf, phone, text, textList } from '../schema.js';
import { AgreedLine, OrderLine, SellableItem } from './shared.js';

/** A size or colour of a product, with its own stock and, if it differs, its own price. */
export class VariantFacts {
  @id('Variant') variantId!: string;
  @text('Size', { max: 40, optional: true }) size?: string;
  @text('Colour', { max: 40, optional: true }) color?: string;
  @text('The seller’s own reference (SKU) of it, that of a WhatsApp catalogue', { max: 100, optional: true }) reference?: string;
  @fcfa('Price of one') unitPrice!: number;
  @fcfa('The lowest price of one that the assistant may grant who bargains; none: the price is fixed', { optional: true })
  floorPrice?: number;
  @count('Left to sell: in stock less reserved') available!: number;
  @flag('On sale') active!: boolean;
}

/** The whole of a product as the catalogue has it. */
export class ProductFacts {
  @id('Product') productId!: string;
  @text('Name', { max: 200 }) name!: string;
  @text('Description', { max: 2000, optional: true }) description?: string;
  @text('The seller’s own reference (SKU) of it, that of a WhatsApp catalogue', { max: 100, optional: true }) reference?: string;
  @fcfa('Price of one, for variants without a price of their own') unitPrice!: number;
  @fcfa('The lowest price of one that the assistant may grant who bargains; none: the price is fixed', { optional: true })
  floorPrice?: number;
  @count('Left to sell over all variants') available!: number;
  @textList('Other names customers use') aliases!: string[];
  @idList('Photos, the first one shown first: ids of uploaded files', { max: 10, optional: true }) photos?: string[];
  @flag('On sale') active!: boolean;
  @listOf('Variants; empty when the product has none', () => VariantFacts) variants!: VariantFacts[];
}

@event('product.listed', { by: 'orders', says: 'A seller put a product on sale.' })
export class ProductListedV1 extends ProductFacts {}

@event('product.updated', { by: 'orders', says: 'A product changed: name, price, variants, on sale or not.' })
export class ProductUpdatedV1 extends ProductFacts {}

@event('stock.changed', { by: 'orders', says: 'What is left to sell of a product changed: the whole product each time.' })
export class StockChangedV1 extends ProductFacts {
  @oneOf('Why', ['reserved', 'released', 'consumed', 'returned', 'adjusted']) cause!:
    'reserved' | 'released' | 'consumed' | 'returned' | 'adjusted';
  @id('Order that caused it', { optional: true }) orderId?: string;
}

@event('stock.low', { by: 'orders', says: 'What is left of a product fell to its alert level.' })
export class StockLowV1 {
  @id('Product') productId!: string;
  @text('Name', { max: 200 }) name!: string;
  @count('Left to sell') available!: number;
  @count('Alert level') threshold!: number;
}

/** An order as other services need it. */
export class OrderFacts {
  @id('The order') orderId!: string;
  @text('Number the seller sees, `CMD-YYYYMMDD-NNNNNN`', { max: 30 }) orderNumber!: string;
  @id('The agreement it came from, when the assistant took it', { optional: true }) agreementId?: string;
  @id('The conversation, when it came from one', { optional: true }) conversationId?: string;
  @id('The prospect') prospectId!: string;
  @text('Name of the customer', { max: 200 }) customerName!: string;
  @phone('Telephone of the customer') customerPhone!: string;
  @listOf('Lines', () => OrderLine, { min: 1, max: 50 }) lines!: OrderLine[];
  @fcfa('Sum of the lines; the delivery fee is apart') total!: number;
  @fcfa('Delivery fee that the customer was told; absent: what her zone costs', { optional: true }) deliveryFee?: number;
  @fcfa('Paid so far: deposits, and goods given back in an exchange, less what was sent back; absent: nothing', {
    optional: true,
  })
  paid?: number;
  @id('The order whose goods she gives back for these', { optional: true }) exchangeOf?: string;
  @text('Delivery address', { max: 400 }) deliveryAddress!: string;
  @phone('Whom the courier calls') deliveryPhone!: string;
}

@event('order.confirmed', {
  by: 'orders',
  says: 'An order is priced from the catalogue, its stock is reserved and it has its number.',
})
export class OrderConfirmedV1 extends OrderFacts {
  @instant('When') confirmedAt!: string;
}

/** A line that could not be served, with what there was. */
export class RefusedLine {
  @nested('What was asked', () => AgreedLine) asked!: AgreedLine;
  @text('Product name, when the product exists', { max: 200, optional: true }) productName?: string;
  @count('How many were left') available!: number;
  @fcfa('What one costs now, when she had agreed to less', { optional: true }) unitPrice?: number;
}

@event('order.rejected', {
  by: 'orders',
  says: 'An agreement could not become an order: out of stock, unknown product, or dearer than agreed.',
})
export class OrderRejectedV1 {
  @id('The agreement') agreementId!: string;
  @id('The conversation') conversationId!: string;
  @id('The prospect') prospectId!: string;
  @oneOf('Why', ['out-of-stock', 'unknown-product', 'price-changed']) reason!:
    'out-of-stock' | 'unknown-product' | 'price-changed';
  @listOf('Lines that failed', () => RefusedLine, { min: 1 }) refused!: RefusedLine[];
  @listOf('What could be sold instead', () => SellableItem, { max: 10 }) alternatives!: SellableItem[];
}

@event('order.cancelled', { by: 'orders', says: 'An order was cancelled and its stock released.' })
export class OrderCancelledV1 extends OrderFacts {
  @text('Why, in French', { max: 300 }) reason!: string;
  @oneOf('Who', ['customer', 'seller', 'system']) cancelledBy!: 'customer' | 'seller' | 'system';
  @flag('It was only written down: nobody was told of it and nothing was reserved', { optional: true }) wasDraft?: boolean;
}

export const ORDER_STATUSES = [
  'draft',
  'confirmed',
  'preparing',
  'ready',
  'out-for-delivery',
  'delivered',
  'cancelled',
  'returned',
  'delivery-failed',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const EDIT_REFUSALS = ['left', 'over', 'out-of-stock', 'unknown-product', 'price-changed'] as const;
/** Why a customer's change of her order is not made. */
export type EditRefusal = (typeof EDIT_REFUSALS)[number];

@event('order.cancellation-refused', {
  by: 'orders',
  says: 'The customer asked to cancel an order that has left or is over.',
})
export class OrderCancellationRefusedV1 {
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @id('The prospect') prospectId!: string;
  @id('The conversation', { optional: true }) conversationId?: string;
  @oneOf('How far the order is', ORDER_STATUSES) status!: OrderStatus;
}

@event('order.edit-refused', {
  by: 'orders',
  says: 'The customer asked for a change of an order that cannot be made: it has left or is over, or what she wants is not there at that price.',
})
export class OrderEditRefusedV1 {
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @id('The prospect') prospectId!: string;
  @id('The conversation', { optional: true }) conversationId?: string;
  @oneOf('Why: `left` the shop, `over`, or what is wrong with its goods', EDIT_REFUSALS) why!: EditRefusal;
  @oneOf('How far the order is', ORDER_STATUSES) status!: OrderStatus;
  @text('What she had asked, in French', { max: 300 }) reason!: string;
  @listOf('Lines that failed; absent where no line is at fault', () => RefusedLine, { min: 1, optional: true })
  refused?: RefusedLine[];
  @listOf('What could be sold instead', () => SellableItem, { max: 10 }) alternatives!: SellableItem[];
}

@event('order.status-changed', {
  by: 'orders',
  says: 'An order moved on: preparing, ready, out for delivery, delivered, failed or returned.',
})
export class OrderStatusChangedV1 {
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @id('The prospect') prospectId!: string;
  @id('The conversation', { optional: true }) conversationId?: string;
  @oneOf('Before', ORDER_STATUSES) from!: OrderStatus;
  @oneOf('Now', ORDER_STATUSES) to!: OrderStatus;
  @text('Why, in French', { max: 300, optional: true }) reason?: string;
}

@event('order.edited', {
  by: 'orders',
  says: 'The seller, or the customer who asked for it, changed an order that has not left: lines, address or telephone; its stock and total follow.',
})
export class OrderEditedV1 extends OrderFacts {
  @fcfa('The total before') previousTotal!: number;
  @flag('The customer asked for it in the conversation, where she is told that it is done; absent: the shop did it', {
    optional: true,
  })
  byCustomer?: boolean;
  @text('Why, in French', { max: 300, optional: true }) reason?: string;
}

@event('order.drafted', {
  by: 'orders',
  says: 'The shop wrote an order down without confirming it: priced and numbered, nothing is reserved.',
})
export class OrderDraftedV1 extends OrderFacts {}

export const PAYMENT_METHODS = ['cash', 'wave', 'orange-money', 'mtn-money', 'moov-money', 'exchange'] as const;
/** How money came; `exchange`: no money, goods of an earlier order given back. */
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

export const MONEY_METHODS = ['cash', 'wave', 'orange-money', 'mtn-money', 'moov-money'] as const;
/** How money comes and goes. */
export type MoneyMethod = (typeof MONEY_METHODS)[number];

@event('order.payments-changed', {
  by: 'orders',
  says: 'Money for an order was recorded, or a record of it struck out: what is left to collect follows.',
})
export class OrderPaymentsChangedV1 {
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @id('The prospect') prospectId!: string;
  @id('The conversation', { optional: true }) conversationId?: string;
  @id('The payment') paymentId!: string;
  @oneOf('How it was paid', PAYMENT_METHODS) method!: PaymentMethod;
  @fcfa('Its amount') amount!: number;
  @flag('It was struck out; else recorded') voided!: boolean;
  @fcfa('Paid so far for the order, this change included') paid!: number;
  @fcfa('What is left to collect by now, the delivery fee included where it is known', { optional: true })
  amountToCollect?: number;
  @fcfa('Delivery fee, where it is known', { optional: true }) deliveryFee?: number;
  @id('The delivery whose courier brought it', { optional: true }) deliveryId?: string;
}

@event('order.refunds-changed', {
  by: 'orders',
  says: 'Money of an order was sent back to the customer, or a record of that struck out: what is left to send back follows.',
})
export class OrderRefundsChangedV1 {
  @id('The order') orderId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @id('The prospect') prospectId!: string;
  @id('The conversation', { optional: true }) conversationId?: string;
  @id('The refund') refundId!: string;
  @oneOf('How it was sent back', MONEY_METHODS) method!: MoneyMethod;
  @fcfa('Its amount') amount!: number;
  @flag('It was struck out; else recorded') voided!: boolean;
  @fcfa('Paid so far for the order, less what was sent back, this change included') paid!: number;
  @fcfa('What is still to be sent back; absent: nothing', { optional: true }) toRefund?: number;
}
