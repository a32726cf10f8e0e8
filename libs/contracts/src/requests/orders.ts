import {
  MONEY_METHODS,
  type MoneyMethod,
  ORDER_STATUSES,
  type OrderStatus,
  PAYMENT_METHODS,
  type PaymentMethod,
} from '../events/orders.js';
import { AgreedLine, OrderLine } from '../events/shared.js';
import { Asks, request } from '../message.js';
import { count, day, fcfa, flag, id, idList, instant, listOf, oneOf, phone, text, textList, version } from '../schema.js';
import { AsksPage, Edits, pageOf } from './paging.js';

/** A size or colour to put on sale. */
export class NewVariant {
  @text('Size', { max: 40, optional: true }) size?: string;
  @text('Colour', { max: 40, optional: true }) color?: string;
  @text('The seller’s own reference (SKU) of it, that of a WhatsApp catalogue', { max: 100, optional: true }) reference?: string;
  @fcfa("Price of one; the product's when absent", { optional: true }) unitPrice?: number;
  @fcfa("The lowest price of one that the assistant may grant who bargains; the product's when absent", { optional: true })
  floorPrice?: number;
  @count('In stock') stock!: number;
}

/** What changes of a size or colour that is on sale; absent fields stay. */
export class VariantChange {
  @id('The variant') variantId!: string;
  @text('The seller’s own reference (SKU) of it; nothing takes it away', { min: 0, max: 100, optional: true }) reference?: string;
  @fcfa('Price of one', { optional: true }) unitPrice?: number;
  @fcfa('The lowest price of one that the assistant may grant who bargains; 0 takes it away', { optional: true })
  floorPrice?: number;
  @flag('On sale', { optional: true }) active?: boolean;
}

/** A variant as the catalogue shows it. */
export class VariantView {
  @id('The variant') id!: string;
  @text('Size', { max: 40, optional: true }) size?: string;
  @text('Colour', { max: 40, optional: true }) color?: string;
  @text('The seller’s own reference (SKU) of it, that of a WhatsApp catalogue', { max: 100, optional: true }) reference?: string;
  @fcfa('Price of one') unitPrice!: number;
  @fcfa('The lowest price of one that the assistant may grant who bargains; none: the price is fixed', { optional: true })
  floorPrice?: number;
  @count('In stock') stock!: number;
  @count('Reserved for confirmed orders') reserved!: number;
  @flag('On sale') active!: boolean;
}

/** A product as the catalogue shows it. */
export class ProductView {
  @id('The product') id!: string;
  @text('Name', { max: 200 }) name!: string;
  @text('Description', { max: 2000, optional: true }) description?: string;
  @text('The seller’s own reference (SKU) of it, that of a WhatsApp catalogue', { max: 100, optional: true }) reference?: string;
  @fcfa('Price of one') unitPrice!: number;
  @fcfa('The lowest price of one that the assistant may grant who bargains; none: the price is fixed', { optional: true })
  floorPrice?: number;
  @count('In stock, over all variants') stock!: number;
  @count('Reserved for confirmed orders') reserved!: number;
  @count('Alert level', { optional: true }) lowStockAt?: number;
  @textList('Other names customers use') aliases!: string[];
  @idList('Photos, the first one shown first: ids of uploaded files', { max: 10 }) photos!: string[];
  @flag('On sale') active!: boolean;
  @listOf('Variants', () => VariantView) variants!: VariantView[];
  @instant('Listed') createdAt!: string;
  @version() version!: number;
}
export class ProductPage extends pageOf(() => ProductView, 'Products, newest first') {}

@request('list-product', { to: 'orders', says: 'Puts a product on sale.', answers: ProductView })
export class ListProduct extends Asks<ProductView> {
  @text('Name', { max: 200 }) name!: string;
  @text('Description', { max: 2000, optional: true }) description?: string;
  @text('The seller’s own reference (SKU) of it, that of a WhatsApp catalogue', { max: 100, optional: true }) reference?: string;
  @fcfa('Price of one') unitPrice!: number;
  @fcfa('The lowest price of one that the assistant may grant who bargains; none: the price is fixed', { optional: true })
  floorPrice?: number;
  @count('In stock, for a product without variants', { optional: true }) stock?: number;
  @count('Alert level', { optional: true }) lowStockAt?: number;
  @textList('Other names customers use', { optional: true }) aliases?: string[];
  @idList('Photos, the first one shown first: ids of uploaded files', { max: 10, optional: true }) photos?: string[];
  @listOf('Sizes and colours, each with its own stock', () => NewVariant, { optional: true }) variants?: NewVariant[];
}

@request('update-product', { to: 'orders', says: 'Changes a product; absent fields stay.', answers: ProductView })
export class UpdateProduct extends Edits<ProductView> {
  @id('The product') productId!: string;
  @text('Name', { max: 200, optional: true }) name?: string;
  @text('Description', { max: 2000, optional: true }) description?: string;
  @text('The seller’s own reference (SKU) of it; nothing takes it away', { min: 0, max: 100, optional: true }) reference?: string;
  @fcfa('Price of one', { optional: true }) unitPrice?: number;
  @fcfa('The lowest price of one that the assistant may grant who bargains; 0 takes it away', { optional: true })
  floorPrice?: number;
  @count('Alert level', { optional: true }) lowStockAt?: number;
  @textList('Other names customers use', { optional: true }) aliases?: string[];
  @idList('Photos, the first one shown first: ids of uploaded files', { max: 10, optional: true }) photos?: string[];
  @flag('On sale', { optional: true }) active?: boolean;
  @listOf('Sizes and colours that change', () => VariantChange, { optional: true }) variants?: VariantChange[];
  @listOf('Sizes and colours to add, each with its own stock', () => NewVariant, { optional: true }) newVariants?: NewVariant[];
}

@request('adjust-stock', { to: 'orders', says: 'Counts stock in or out by hand, with a reason.', answers: ProductView })
export class AdjustStock extends Asks<ProductView> {
  @id('The product') productId!: string;
  @id('The variant, when the product has variants', { optional: true }) variantId?: string;
  @count('Units added (positive) or taken (negative)', { min: -1_000_000 }) change!: number;
  @text('Why', { max: 200 }) reason!: string;
}

@request('products', { to: 'orders', says: 'The catalogue, newest first.', answers: ProductPage })
export class ListProducts extends AsksPage<ProductView> {
  @text('Part of a name', { max: 100, optional: true }) search?: string;
  @flag('Only on sale (true), or not (false)', { optional: true }) active?: boolean;
  @flag('Only at or below their alert level', { optional: true }) low?: boolean;
}

@request('product', { to: 'orders', says: 'One product.', answers: ProductView })
export class GetProduct extends Asks<ProductView> {
  @id('The product') productId!: string;
}

/** An order as an order board shows it. */
export class OrderView {
  @id('The order') id!: string;
  @text('Number, `CMD-YYYYMMDD-NNNNNN`', { max: 30 }) number!: string;
  @id('The prospect') prospectId!: string;
  @id('The conversation', { optional: true }) conversationId?: string;
  @text('Customer', { max: 200 }) customerName!: string;
  @phone('Telephone of the customer; absent once he is forgotten', { optional: true }) customerPhone?: string;
  @listOf('Lines', () => OrderLine) lines!: OrderLine[];
  @fcfa('Sum of the lines, delivery fee apart') total!: number;
  @fcfa('Delivery fee: what the customer was told, then what the planned delivery costs; absent while neither is known', {
    optional: true,
  })
  deliveryFee?: number;
  @fcfa('Paid so far, less what was sent back') paid!: number;
  @fcfa('What is left to collect: total + fee − paid, never below 0') amountToCollect!: number;
  @fcfa('What the shop owes the customer back: paid − total − fee, when that is more than 0', { optional: true })
  toRefund?: number;
  @fcfa('Sent back to the customer so far; absent: nothing', { optional: true }) refunded?: number;
  @id('The order whose goods she gives back for these', { optional: true }) exchangeOf?: string;
  @text('Delivery address', { max: 400 }) deliveryAddress!: string;
  @phone('Whom the courier calls; absent once the customer is forgotten', { optional: true }) deliveryPhone?: string;
  @oneOf('Status', ORDER_STATUSES) status!: OrderStatus;
  @instant('Created') createdAt!: string;
  @version() version!: number;
}
export class OrderPage extends pageOf(() => OrderView, 'Orders, newest first') {}

@request('orders', { to: 'orders', says: 'Orders, newest first.', answers: OrderPage })
export class ListOrders extends AsksPage<OrderView> {
  @oneOf('Only in this status', ORDER_STATUSES, { optional: true }) status?: OrderStatus;
  @id('Only of this prospect', { optional: true }) prospectId?: string;
  @id('Only from this conversation', { optional: true }) conversationId?: string;
  @text('Part of a number, a name or a telephone', { max: 100, optional: true }) search?: string;
  @day('Created on this day or later', { optional: true }) from?: string;
  @day('Created on this day or before', { optional: true }) to?: string;
}

/** One step in an order's life; `from` and `to` are the same where the order was edited, or something was noted, and it stayed where it was. */
export class OrderStep {
  @oneOf('From', ['none', ...ORDER_STATUSES]) from!: OrderStatus | 'none';
  @oneOf('To', ORDER_STATUSES) to!: OrderStatus;
  @text('Who', { max: 100 }) actor!: string;
  @text('Why', { max: 300, optional: true }) reason?: string;
  @instant('When') at!: string;
}

/** Money recorded for an order, by the shop or by what its courier brought. */
export class PaymentView {
  @id('The payment') id!: string;
  @oneOf('How it was paid', PAYMENT_METHODS) method!: PaymentMethod;
  @fcfa('Amount', { min: 1 }) amount!: number;
  @text("The operator's transaction number", { max: 100, optional: true }) reference?: string;
  @id('The delivery whose courier brought it', { optional: true }) deliveryId?: string;
  @text('Who recorded it', { max: 100 }) actor!: string;
  @instant('When') at!: string;
  @instant('Struck out', { optional: true }) voidedAt?: string;
  @text('Why it was struck out', { max: 300, optional: true }) voidReason?: string;
}

/** Money that the shop sent back to the customer. */
export class RefundView {
  @id('The refund') id!: string;
  @oneOf('How it was sent back', MONEY_METHODS) method!: MoneyMethod;
  @fcfa('Amount', { min: 1 }) amount!: number;
  @text("The operator's transaction number", { max: 100, optional: true }) reference?: string;
  @text('What the shop noted beside it', { max: 300, optional: true }) note?: string;
  @text('Who recorded it', { max: 100 }) actor!: string;
  @instant('When') at!: string;
  @instant('Struck out', { optional: true }) voidedAt?: string;
  @text('Why it was struck out', { max: 300, optional: true }) voidReason?: string;
}

/** An order with its history and its money. */
export class OrderDetailView extends OrderView {
  @listOf('Payments, oldest first, those struck out included', () => PaymentView) payments!: PaymentView[];
  @listOf('What was sent back to the customer, oldest first, what was struck out included', () => RefundView)
  refunds!: RefundView[];
  @listOf('History, oldest first', () => OrderStep) history!: OrderStep[];
}

@request('order', { to: 'orders', says: 'One order with its history, its payments and its refunds.', answers: OrderDetailView })
export class GetOrder extends Asks<OrderDetailView> {
  @id('The order') orderId!: string;
}

@request('place-order', {
  to: 'orders',
  says: 'The seller takes an order by hand: priced, reserved and confirmed at once; or only written down, as a draft.',
  answers: OrderView,
})
export class PlaceOrder extends Asks<OrderView> {
  @id('The prospect') prospectId!: string;
  @text('Customer', { max: 200 }) customerName!: string;
  @text('Telephone of the customer, any usual form', { max: 30 }) customerPhone!: string;
  @listOf('Lines', () => AgreedLine, { min: 1, max: 50 }) lines!: AgreedLine[];
  @text('Delivery address', { max: 400 }) deliveryAddress!: string;
  @text('Whom the courier calls; the customer when absent', { max: 30, optional: true }) deliveryPhone?: string;
  @flag('Only write it down: nothing is reserved until it is confirmed', { optional: true }) draft?: boolean;
}

@request('confirm-order', {
  to: 'orders',
  says: 'Confirms a draft: priced anew, its goods reserved. OUT_OF_STOCK with what could be sold instead, and it stays a draft.',
  answers: OrderView,
})
export class ConfirmDraftOrder extends Asks<OrderView> {
  @id('The order') orderId!: string;
}

export const SELLER_MOVES = ['preparing', 'ready', 'returned'] as const;

@request('move-order', {
  to: 'orders',
  says: 'The seller moves an order on: preparing, ready, or returned when the parcel is back and its goods can be sold again.',
  answers: OrderView,
})
export class MoveOrder extends Asks<OrderView> {
  @id('The order') orderId!: string;
  @oneOf('New status', SELLER_MOVES) to!: (typeof SELLER_MOVES)[number];
}

@request('cancel-order', {
  to: 'orders',
  says: 'Cancels an order that has not left, and releases its stock.',
  answers: OrderView,
})
export class CancelOrder extends Asks<OrderView> {
  @id('The order') orderId!: string;
  @text('Why', { max: 300 }) reason!: string;
}

@request('edit-order', {
  to: 'orders',
  says: 'Changes an order that has not left: its lines (priced anew from the catalogue, stock moved with them), address or telephone; absent fields stay.',
  answers: OrderView,
})
export class EditOrder extends Edits<OrderView> {
  @id('The order') orderId!: string;
  @listOf('The lines from now on: all of them', () => AgreedLine, { min: 1, max: 50, optional: true }) lines?: AgreedLine[];
  @text('Delivery address', { max: 400, optional: true }) deliveryAddress?: string;
  @text('Whom the courier calls', { max: 30, optional: true }) deliveryPhone?: string;
  @text('Why', { max: 300, optional: true }) reason?: string;
}

/** Goods of an order that the customer gives back. */
export class ReturnedLine {
  @id('Product') productId!: string;
  @id('Variant, when the product has variants', { optional: true }) variantId?: string;
  @count('How many', { min: 1, max: 1000 }) quantity!: number;
}

@request('exchange-order', {
  to: 'orders',
  says: 'The customer keeps not what she received: a new order with other goods (38 → 39), what she gives back counted as paid; it is in stock again when the new order is delivered. ORDER_NOT_DELIVERED before: edit it instead.',
  answers: OrderView,
})
export class ExchangeOrder extends Asks<OrderView> {
  @id('The order that was delivered') orderId!: string;
  @listOf('What she gives back', () => ReturnedLine, { min: 1, max: 50 }) returned!: ReturnedLine[];
  @listOf('What she gets', () => AgreedLine, { min: 1, max: 50 }) lines!: AgreedLine[];
  @text('Why', { max: 300, optional: true }) reason?: string;
}

@request('record-payment', {
  to: 'orders',
  says: 'The shop saw money come in for an order: a deposit or all of it. What a customer shows is no proof, only this counts.',
  answers: OrderDetailView,
})
export class RecordPayment extends Asks<OrderDetailView> {
  @id('The order') orderId!: string;
  @oneOf('How it was paid; an exchange records itself', MONEY_METHODS) method!: MoneyMethod;
  @fcfa('Amount', { min: 1 }) amount!: number;
  @text("The operator's transaction number; the same one is recorded once (PAYMENT_ALREADY_RECORDED)", {
    max: 100,
    optional: true,
  })
  reference?: string;
}

@request('void-payment', {
  to: 'orders',
  says: 'Strikes out a payment that was recorded by mistake; it stays readable.',
  answers: OrderDetailView,
})
export class VoidPayment extends Asks<OrderDetailView> {
  @id('The order') orderId!: string;
  @id('The payment') paymentId!: string;
  @text('Why', { max: 300 }) reason!: string;
}

@request('record-refund', {
  to: 'orders',
  says: 'The shop sent money back to a customer who had paid more than her order costs by now: cancelled, made smaller, returned or exchanged. Never more than `toRefund` (REFUND_EXCEEDS_DUE).',
  answers: OrderDetailView,
})
export class RecordRefund extends Asks<OrderDetailView> {
  @id('The order') orderId!: string;
  @oneOf('How it was sent back', MONEY_METHODS) method!: MoneyMethod;
  @fcfa('Amount', { min: 1 }) amount!: number;
  @text("The operator's transaction number; the same one is recorded once (REFUND_ALREADY_RECORDED)", {
    max: 100,
    optional: true,
  })
  reference?: string;
  @text('What the shop wants to remember of it', { max: 300, optional: true }) note?: string;
}

@request('void-refund', {
  to: 'orders',
  says: 'Strikes out a refund that was recorded by mistake; it stays readable.',
  answers: OrderDetailView,
})
export class VoidRefund extends Asks<OrderDetailView> {
  @id('The order') orderId!: string;
  @id('The refund') refundId!: string;
  @text('Why', { max: 300 }) reason!: string;
}

/** How many orders are how far. */
export class OrderStatusCount {
  @oneOf('Status', ORDER_STATUSES) status!: OrderStatus;
  @count('Orders', { max: 1_000_000_000 }) count!: number;
}

/** What an order board shows above its columns. */
export class OrderCounts {
  @listOf('Orders by status, those that are over included', () => OrderStatusCount) byStatus!: OrderStatusCount[];
  @count('Products on sale at or below their alert level') lowProducts!: number;
}

@request('order-counts', {
  to: 'orders',
  says: 'How many orders are how far, and how many products run out.',
  answers: OrderCounts,
})
export class CountOrders extends Asks<OrderCounts> {}

/** One order line as the first report shows it (delivery status is added from deliveries). */
export class OrderReportLine {
  @id('The order') orderId!: string;
  @id('The prospect') prospectId!: string;
  @text('Order number', { max: 30 }) orderNumber!: string;
  @text('Product', { max: 200 }) productName!: string;
  @count('Quantity') quantity!: number;
  @text('Status as stored', { max: 40 }) orderStatus!: string;
}
export class OrderReportPage extends pageOf(() => OrderReportLine, 'Order lines, newest order first') {}

@request('report-lines', {
  to: 'orders',
  says: 'Order lines for the first report, newest order first.',
  answers: OrderReportPage,
})
export class GetOrderReportLines extends AsksPage<OrderReportLine> {}

export class SalesTotals {
  @count('Orders', { max: 1_000_000_000 }) orders!: number;
  @fcfa('Sum of the totals of all orders') total!: number;
}

@request('totals', { to: 'orders', says: 'How many orders and their sum (report 3).', answers: SalesTotals })
export class GetSalesTotals extends Asks<SalesTotals> {}
