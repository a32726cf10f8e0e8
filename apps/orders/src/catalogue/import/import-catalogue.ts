import { Injectable } from '@nestjs/common';
import { fold, type ImportProblem, type ImportProducts, type ImportReport, type QuestionOf } from '#contracts';
import { Sellers } from '../../sellers.js';
import { BulkProducts } from '../bulk-products.js';
import { ProductRepository } from '../product.repository.js';
import { Stock } from '../stock.js';
import { type FileProduct, groupLines } from './group-lines.js';
import { type ImportPlan, planImport } from './plan-import.js';
import { readFile } from './read-file.js';

/** As many problems as a report can hold; a seller who has mended those comes again. */
const MOST_PROBLEMS = 500;

/** Brings a seller's catalogue to what a file says: all of it in one transaction, or nothing. */
@Injectable()
export class ImportCatalogue {
  constructor(
    private readonly sellers: Sellers,
    private readonly products: ProductRepository,
    private readonly bulk: BulkProducts,
    private readonly stock: Stock,
  ) {}

  /** A dry run makes the same plan and stops there. @throws DomainError IMPORT_TOO_LONG */
  async run(sellerId: string, { csv, dryRun = false }: QuestionOf<ImportProducts>): Promise<ImportReport> {
    const { lines, count, problems: unread } = readFile(csv);
    const contradicting: ImportProblem[] = [];
    const file = groupLines(lines, contradicting);
    if (!dryRun) await this.sellers.lock(sellerId);
    const catalogue = await this.products.named(
      sellerId,
      file.map(({ key }) => key),
    );
    const plan = planImport(sellerId, file, catalogue);
    const doubles = await this.doubleReferences(sellerId, file, plan);
    const problems = [...unread, ...contradicting, ...plan.problems, ...doubles]
      .sort((a, b) => a.line - b.line)
      .slice(0, MOST_PROBLEMS);
    const applied = !dryRun && problems.length === 0;
    if (applied) await this.write(sellerId, plan);
    return {
      applied,
      lines: count,
      created: plan.created.length,
      updated: plan.changed.length,
      unchanged: plan.unchanged,
      problems,
    };
  }

  /** References that name two articles: both in the file, or one in the file and one beside it in the catalogue. */
  private async doubleReferences(
    sellerId: string,
    file: FileProduct[],
    { created, changed }: ImportPlan,
  ): Promise<ImportProblem[]> {
    const planned = [...created, ...changed.map(({ product }) => product)];
    const references = planned.flatMap((product) => product.references);
    const seen = new Set<string>();
    const taken = await this.products.referencesTaken(
      sellerId,
      references,
      planned.map(({ id }) => id),
    );
    for (const reference of references) {
      if (seen.has(reference)) taken.add(reference);
      seen.add(reference);
    }
    const items = file.flatMap((product) => product.items);
    return items
      .filter(({ reference }) => taken.has(fold(reference ?? '')))
      .map(({ line }) => ({ line, column: 'reference', problem: 'cette référence désigne déjà un autre article' }));
  }

  private async write(sellerId: string, { created, changed }: ImportPlan): Promise<void> {
    await this.bulk.add(created);
    await this.bulk.save(
      changed.filter(({ edited }) => edited).map(({ product }) => product),
      changed.flatMap(({ added }) => added),
    );
    const counted = changed.filter(({ stock }) => stock.length > 0);
    if (counted.length === 0) return;
    const fits = await this.stock.change(
      sellerId,
      counted.flatMap(({ stock }) => stock),
      { cause: 'adjusted', reason: 'import' },
      counted.map(({ product }) => product),
    );
    if (!fits) throw new Error('what was planned under the lock of the seller did not fit his stock');
  }
}
