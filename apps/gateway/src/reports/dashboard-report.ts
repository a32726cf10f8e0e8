import { Asks, count, CountDelivered, CountProspects, fcfa, GetSalesTotals, GetSeller, text } from '#contracts';
import type { Ask } from '../api/route.js';

const most = { max: 1_000_000_000 };

/** The third report; field names are those of the SQL it agrees with. */
export class DashboardReport {
  @text('Seller, `nom prenom`', { max: 210 }) nom_vendeur!: string;
  @count('People who wrote', most) nombre_prospects!: number;
  @count('Orders', most) nombre_commandes!: number;
  @fcfa('Sum of `montant_total` over all orders') chiffre_affaires!: number;
  @count('Deliveries with status `livree`', most) livraisons_livrees!: number;
}

/** Nothing has to be said: it is about the caller. */
export class AsksDashboardReport extends Asks<DashboardReport> {}

/** The third report: one count from each owner. */
export async function dashboardReport(_question: AsksDashboardReport, ask: Ask): Promise<DashboardReport> {
  const [seller, { prospects }, { orders, total }, { delivered }] = await Promise.all([
    ask(GetSeller, {}),
    ask(CountProspects, {}),
    ask(GetSalesTotals, {}),
    ask(CountDelivered, {}),
  ]);
  return {
    nom_vendeur: `${seller.lastName} ${seller.firstName}`,
    nombre_prospects: prospects,
    nombre_commandes: orders,
    chiffre_affaires: total,
    livraisons_livrees: delivered,
  };
}
