import { courierReport } from './courier-report.js';

describe('what a courier reports', () => {
  const delivery = '01990000-0000-7000-8000-000000000001';

  it.each([
    ['Récupéré', { action: 'picked-up' }],
    ['j’ai le colis, je pars', { action: 'picked-up' }],
    ['Livré', { action: 'completed' }],
    ['livrée, 47.000 FCFA', { action: 'completed', collected: 47_000 }],
    ['Livré 47 000f', { action: 'completed', collected: 47_000 }],
    ['c’est fait 47000', { action: 'completed', collected: 47_000 }],
    ['Échec : client absent', { action: 'attempt-failed' }],
    ['pas livré, il ne répond pas', { action: 'attempt-failed' }],
    ['Bonjour chef', { action: 'text' }],
  ])('%s', (text, report) => expect(courierReport(text)).toEqual(report));

  it('names the delivery when a button was pressed', () => {
    expect(courierReport('Livré', `livraison:${delivery}:completed`)).toEqual({ action: 'completed', deliveryId: delivery });
    expect(courierReport('Problème', `livraison:${delivery}:attempt-failed`)).toEqual({
      action: 'attempt-failed',
      deliveryId: delivery,
    });
  });

  it('takes a foreign button for its words only', () => {
    for (const id of ['livraison:x:completed', `livraison:${'-'.repeat(36)}:completed`])
      expect(courierReport('Livré 9 000 000 000 000', id)).toEqual({ action: 'completed' });
  });
});
