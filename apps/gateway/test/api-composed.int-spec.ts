import {
  CountDelivered,
  CountProspects,
  GetDeliveryStatuses,
  GetHistory,
  GetNumberRoutes,
  GetOrderReportLines,
  GetProspects,
  GetSalesTotals,
  GetSeller,
} from '#contracts';
import { newId } from '#database';
import { startWorld, type World } from '#testing';
import { Neighbours } from './neighbours.js';
import { aSeller, now } from './views.fixtures.js';

const kouadio = newId();

describe('what several services answer together', () => {
  let world: World;
  let others: Neighbours;

  beforeAll(async () => {
    world = await startWorld();
    others = await Neighbours.start(world);
    await others.answer(GetNumberRoutes, () => ({ routes: [] }));
    await others.startGateway();
  }, 60_000);
  afterAll(async () => {
    await others?.stop();
    await world?.stop();
  });

  it('puts the three reports together from their owners, in the words of the SQL', async () => {
    const [prospectId, orderId, other] = [newId(), newId(), newId()];
    const line = {
      orderId,
      prospectId,
      orderNumber: 'CMD-20261122-000001',
      productName: 'Nike Air Max 90',
      quantity: 1,
      orderStatus: 'confirmee',
    };
    await others.answer(GetSeller, () => aSeller());
    await others.answer(GetOrderReportLines, () => ({ items: [line, { ...line, orderId: other }], nextCursor: 'suite' }));
    await others.answer(GetProspects, ({ ids }) => ({
      items: ids.map((id) => ({
        id,
        fullName: 'Aminata Traoré',
        source: 'pub_facebook',
        createdAt: now,
        optedOut: false,
        version: 1,
      })),
    }));
    await others.answer(GetDeliveryStatuses, () => ({ items: [{ orderId, deliveryStatus: 'livree' }] }));
    await others.answer(GetHistory, ({ prospectId: id }) => ({
      items:
        id === prospectId
          ? [
              {
                customerName: 'Aminata Traoré',
                text: 'Je fais du 38',
                direction: 'entrant' as const,
                byAssistant: false,
                createdAt: now,
              },
            ]
          : [],
    }));
    await others.answer(CountProspects, () => ({ prospects: 3 }));
    await others.answer(GetSalesTotals, () => ({ orders: 2, total: 90_000 }));
    await others.answer(CountDelivered, () => ({ delivered: 1 }));
    const report = async (path: string) => (await others.call('GET', `/v1/reports/${path}`, { seller: kouadio })).json;
    const shown = {
      nom_vendeur: 'Kouadio Jean',
      nom_complet: 'Aminata Traoré',
      numero_commande: 'CMD-20261122-000001',
      nom_produit: 'Nike Air Max 90',
      quantite_commandee: 1,
      statut_commande: 'confirmee',
    };
    expect(await report('orders')).toEqual({ items: [{ ...shown, statut_livraison: 'livree' }, shown], nextCursor: 'suite' });
    expect(await report(`conversations/${prospectId}`)).toEqual({
      items: [
        {
          nom_complet: 'Aminata Traoré',
          contenu_message: 'Je fais du 38',
          direction_message: 'entrant',
          genere_par_ia: false,
          date_creation: now,
        },
      ],
    });
    expect(await report('dashboard')).toEqual({
      nom_vendeur: 'Kouadio Jean',
      nombre_prospects: 3,
      nombre_commandes: 2,
      chiffre_affaires: 90_000,
      livraisons_livrees: 1,
    });
  });
});
