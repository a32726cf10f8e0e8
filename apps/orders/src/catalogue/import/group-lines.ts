import { fold, type ImportProblem } from '#contracts';
import { labelOf } from '../variant.entity.js';
import type { Column, Line } from './read-file.js';

/** One product of the file: a line, or a line for each of its sizes and colours. */
export interface FileProduct {
  /** Its name, folded: what it is known again by. */
  key: string;
  name: string;
  description?: string;
  aliases?: string[];
  lowStockAt?: number;
  active?: boolean;
  /** At least one; each has a size or a colour, unless it is alone. */
  items: FileItem[];
}

export interface FileItem {
  line: number;
  size?: string;
  color?: string;
  reference?: string;
  price: number;
  /** The lowest the assistant may grant; 0: none. */
  floor?: number;
  stock: number;
}

/** Columns that speak of the whole product, so its lines have to agree on them. */
const OF_THE_PRODUCT = ['description', 'alias', 'seuil_alerte', 'actif'] as const satisfies Column[];

/** Puts the lines of each product together; what they contradict each other in is added to `problems`, and such a product is left out. */
export function groupLines(lines: Line[], problems: ImportProblem[]): FileProduct[] {
  return [...Map.groupBy(lines, ({ nom }) => fold(nom))].flatMap(([key, its]) => {
    const wrong = [...contradictions(its), ...doubles(its)];
    problems.push(...wrong);
    return wrong.length > 0 ? [] : [productOf(key, its)];
  });
}

function productOf(key: string, lines: Line[]): FileProduct {
  const said = <C extends Column>(column: C) => lines.find((line) => line[column] !== undefined)?.[column];
  return {
    key,
    name: lines[0]!.nom,
    description: said('description'),
    aliases: said('alias'),
    lowStockAt: said('seuil_alerte'),
    active: said('actif'),
    items: lines.map(({ line, taille, couleur, reference, prix, prix_plancher, stock }) => ({
      line,
      size: taille,
      color: couleur,
      reference,
      price: prix,
      floor: prix_plancher,
      stock,
    })),
  };
}

function contradictions(lines: Line[]): ImportProblem[] {
  return OF_THE_PRODUCT.flatMap((column) => {
    const saying = lines.filter((line) => line[column] !== undefined);
    const [first, ...others] = saying;
    return others
      .filter((other) => JSON.stringify(other[column]) !== JSON.stringify(first![column]))
      .map(({ line }) => ({
        line,
        column,
        problem: `ne dit pas la même chose que la ligne ${first!.line}, qui est du même produit`,
      }));
  });
}

function doubles(lines: Line[]): ImportProblem[] {
  if (lines.length === 1) return [];
  const seen = new Map<string, number>();
  return lines.flatMap(({ line, taille: size, couleur: color }) => {
    const label = labelOf({ size, color });
    const before = seen.get(label);
    seen.set(label, before ?? line);
    if (label === '|')
      return { line, column: 'taille', problem: 'ce produit a plusieurs lignes : chacune a une taille ou une couleur' };
    if (before === undefined) return [];
    return { line, column: 'taille', problem: `cette taille et cette couleur sont déjà à la ligne ${before}` };
  });
}
