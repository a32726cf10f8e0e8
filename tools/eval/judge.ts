import { type Ending, folded, type WantedLine, wantedLine } from './dialogue.js';
import type { Stage } from './stage.js';

/** A line as it stands in `details_commande`, or on the draft. */
export interface Line {
  product: string;
  size?: string;
  color?: string;
  quantity: number;
  unitPrice: number;
}

export interface PlacedOrder {
  number: string;
  cancelled: boolean;
  total: number;
  address: string;
  phone: string;
  lines: Line[];
  /** Booked by the shop as paid, FCFA; absent: nothing. */
  paid?: number;
}

/** How things stand with one seller's only customer. */
export interface EndState {
  orders: PlacedOrder[];
  /** A person of the shop was called. */
  human: boolean;
  /** Why, as the seller reads it. */
  humanBecause?: string;
  /** What is agreed so far and not confirmed. */
  draft: Line[];
  /** What a placed order would be, as it was shown to her. */
  change?: Line[];
}

type DraftedLine = Line & { productName: string };

/** Reads it from the tables of orders and conversations. */
export async function endOf(stage: Stage, sellerId: string): Promise<EndState> {
  const orders = await stage.rows<PlacedOrder>(
    `select numero_commande as number, statut_commande = 'annulee' as cancelled, montant_total::float8 as total, adresse_livraison as address,
            telephone_livraison as phone, montant_paye::float8 as paid,
            (select json_agg(json_build_object('product', p.nom_produit, 'size', v.taille, 'color', v.couleur, 'quantity', d.quantite_commandee,
                                               'unitPrice', d.prix_unitaire))
               from orders.details_commande d join orders.produits p using (id_produit) left join orders.variantes_produit v using (id_variante)
              where d.id_commande = c.id_commande) as lines
       from orders.commandes c where id_utilisateur = $1 and statut_commande <> 'brouillon' order by id_commande`,
    [sellerId],
  );
  const [conversation] = await stage.rows<{
    human: boolean;
    because: string | null;
    draft: { lines?: DraftedLine[]; edit?: { lines: DraftedLine[] } };
  }>(
    `select statut_conversation = 'humain' as human, motif_humain as because, brouillon as draft from conversations.conversations where id_utilisateur = $1
      order by id_conversation desc limit 1`,
    [sellerId],
  );
  const drafted = (lines: DraftedLine[] = []) => lines.map((line) => ({ ...line, product: line.productName }));
  const draft = drafted(conversation?.draft.lines);
  const change = drafted(conversation?.draft.edit?.lines);
  const { human, because } = conversation ?? { human: false, because: null };
  return { orders, human, ...(human && because ? { humanBecause: because } : {}), draft, change };
}

/** What is not as the dialogue must end; empty when all is. */
export function judge(end: EndState, wanted: Ending): string[] {
  const standing = end.orders.filter(({ cancelled }) => !cancelled);
  const failures: string[] = [];
  if (wanted.human === 'yes' && !end.human) failures.push('nobody of the shop was called');
  if (wanted.human === 'no' && end.human) failures.push(`handed over: ${end.humanBecause ?? 'nobody knows why'}`);
  if (wanted.cancelled) {
    const [cancelled] = end.orders.filter((order) => order.cancelled);
    failures.push(...(cancelled ? differences(cancelled.lines, wanted.cancelled) : ['no order was cancelled']));
  }
  if (wanted.order === 'none')
    return standing.length === 0 ? failures : [...failures, `ordered: ${standing.map(shown).join(' and ')}`];
  const [order] = standing;
  if (!order) return [...failures, end.human ? `no order, handed over: ${end.humanBecause ?? 'nobody knows why'}` : 'no order'];
  if (standing.length > 1) failures.push(`${standing.length} orders: ${standing.map(shown).join(' and ')}`);
  failures.push(...differences(order.lines, wanted.order));
  for (const word of wanted.address ?? [])
    if (!folded(order.address).includes(folded(word))) failures.push(`« ${word} » is not in the address « ${order.address} »`);
  if (wanted.phone && order.phone !== wanted.phone) failures.push(`the courier calls ${order.phone}`);
  return failures;
}

function differences(lines: Line[], written: string[]): string[] {
  const left = [...lines];
  const missing = written.filter((text) => {
    const wanted = wantedLine(text);
    const at = left.findIndex((line) => matches(line, wanted));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (missing.length === 0 && left.length === 0) return [];
  return [`ordered ${lines.map(lineShown).join(', ')} instead of ${written.join(', ')}`];
}

function matches(line: Line, wanted: WantedLine): boolean {
  const attributes = [line.size, line.color]
    .filter((one): one is string => Boolean(one))
    .map(folded)
    .sort();
  return (
    line.product === wanted.product &&
    line.quantity === wanted.quantity &&
    line.unitPrice >= wanted.least &&
    line.unitPrice <= wanted.most &&
    attributes.join('|') === wanted.attributes.join('|')
  );
}

const lineShown = ({ quantity, product, size, color, unitPrice }: Line) =>
  `${[`${quantity} x ${product}`, size, color].filter(Boolean).join(' | ')} @ ${unitPrice}`;
const shown = ({ lines }: PlacedOrder) => lines.map(lineShown).join(', ');
