import { Asks, request } from '../message.js';
import { count, fcfa, flag, id, instant, listOf, oneOf, text } from '../schema.js';
import { ProductView } from './orders.js';
import { AsksPage, Edits, pageOf } from './paging.js';

@request('archive-product', { to: 'orders', says: 'Takes a product out of the catalogue for good; orders that name it keep it.' })
export class ArchiveProduct extends Asks<Record<string, never>> {
  @id('The product') productId!: string;
}

@request('add-variant', { to: 'orders', says: 'Adds a size or colour to a product.', answers: ProductView })
export class AddVariant extends Edits<ProductView> {
  @id('The product') productId!: string;
  @text('Size', { max: 40, optional: true }) size?: string;
  @text('Colour', { max: 40, optional: true }) color?: string;
  @text('The seller’s own reference (SKU) of it, that of a WhatsApp catalogue', { max: 100, optional: true }) reference?: string;
  @fcfa("Price of one; the product's when absent", { optional: true }) unitPrice?: number;
  @count('In stock') stock!: number;
}

@request('update-variant', { to: 'orders', says: 'Changes a size or colour; absent fields stay.', answers: ProductView })
export class UpdateVariant extends Edits<ProductView> {
  @id('The product') productId!: string;
  @id('The variant') variantId!: string;
  @text('The seller’s own reference (SKU) of it; nothing takes it away', { min: 0, max: 100, optional: true }) reference?: string;
  @fcfa('Price of one', { optional: true }) unitPrice?: number;
  @flag('On sale', { optional: true }) active?: boolean;
}

@request('remove-variant', {
  to: 'orders',
  says: 'Takes a size or colour out of the catalogue for good; VARIANT_RESERVED while confirmed orders wait for it.',
  answers: ProductView,
})
export class RemoveVariant extends Edits<ProductView> {
  @id('The product') productId!: string;
  @id('The variant') variantId!: string;
}

export const STOCK_CAUSES = ['initial', 'reserved', 'released', 'consumed', 'returned', 'adjusted'] as const;

/** Why a stock is what it is: one line for each change. */
export class StockMovementView {
  @id('The movement') id!: string;
  @id('The variant, when the product has variants', { optional: true }) variantId?: string;
  @oneOf('What happened', STOCK_CAUSES) cause!: (typeof STOCK_CAUSES)[number];
  @count('Units that came in (positive) or left (negative) the shelf', { min: -1_000_000 }) change!: number;
  @count('Units that were put by for orders (positive) or given back (negative)', { min: -1_000_000 }) reservedChange!: number;
  @text('Why', { max: 300, optional: true }) reason?: string;
  @id('The order', { optional: true }) orderId?: string;
  @text('Who', { max: 100, optional: true }) actor?: string;
  @instant('When') at!: string;
}
export class StockMovementPage extends pageOf(() => StockMovementView, 'Movements, newest first') {}

@request('stock-movements', {
  to: 'orders',
  says: 'Every change of a product’s stock, newest first.',
  answers: StockMovementPage,
})
export class ListStockMovements extends AsksPage<StockMovementView> {
  @id('The product') productId!: string;
  @id('Only of this variant', { optional: true }) variantId?: string;
}

/** A cell of an import that cannot be read. */
export class ImportProblem {
  @count('Line of the file, the header being 1', { min: 1 }) line!: number;
  @text('Column', { max: 60 }) column!: string;
  @text('What is wrong, in French', { max: 300 }) problem!: string;
}

/** What an import did, or would do. */
export class ImportReport {
  @flag('The catalogue was changed') applied!: boolean;
  @count('Lines read, header apart') lines!: number;
  @count('Products that are new') created!: number;
  @count('Products that change') updated!: number;
  @count('Products that stay as they are') unchanged!: number;
  @listOf('What is wrong, by line; nothing is written while there is any', () => ImportProblem, { max: 500 })
  problems!: ImportProblem[];
}

@request('import-products', {
  to: 'orders',
  says: 'Reads products from CSV: columns nom, prix, stock and, if wanted, prix_plancher (0 takes it away), description, alias, taille, couleur, reference, seuil_alerte, actif; a product with several sizes has a line for each. A product is known again by its name. All or nothing.',
  answers: ImportReport,
})
export class ImportProducts extends Asks<ImportReport> {
  @text('The file: UTF-8, comma or semicolon, at most 2,000 lines', { max: 400_000 }) csv!: string;
  @flag('Only say what it would do', { optional: true }) dryRun?: boolean;
}
