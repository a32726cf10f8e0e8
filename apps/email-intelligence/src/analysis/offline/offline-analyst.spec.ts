import type { MailToAnalyse } from '../mail-analyst.js';
import { OfflineAnalyst } from './offline-analyst.js';
import { prioritise } from './prioritise.js';

const aMail = (mail: Partial<MailToAnalyse>): MailToAnalyse => ({
  from: 'quelquun@exemple.ci',
  fromName: '',
  subject: '',
  text: '',
  isAutomatic: false,
  ...mail,
});
const analyse = async (mail: Partial<MailToAnalyse>) => (await new OfflineAnalyst().analyse(aMail(mail))).judgement;

const FROM_THE_STORY = {
  from: 'fournisseur@nike-ci.com',
  fromName: 'Nike CI',
  subject: 'Nouveau stock Nike disponible - Livraison urgent',
  text: `Bonjour Kouadio,

Le nouveau stock de Nike Air Max 90 est disponible : 50 paires à 38.000 FCFA.
Merci de confirmer votre commande avant demain 12h pour une livraison jeudi.
Détails : https://nike-ci.com/stock?id=42

Cordialement,
Nike CI`,
};

describe('the offline rules', () => {
  it("take the supplier's mail of the story for what it is", async () => {
    expect(await analyse(FROM_THE_STORY)).toEqual({
      classification: 'urgent',
      action: 'repondre_urgent',
      confidence: 0.95,
      summary:
        'Message urgent de Nike CI : « Nouveau stock Nike disponible - Livraison urgent ». ' +
        'Le nouveau stock de Nike Air Max 90 est disponible : 50 paires à 38.000 FCFA. ' +
        'Merci de confirmer votre commande avant demain 12h pour une livraison jeudi. Une réponse rapide est attendue.',
    });
    expect(prioritise(aMail(FROM_THE_STORY))).toBe('important');
  });

  it('do the same without any text', async () => {
    const judged = await analyse({ ...FROM_THE_STORY, fromName: '', text: '' });
    expect(judged).toMatchObject({ classification: 'urgent', action: 'repondre_urgent', confidence: 0.95 });
    expect(judged.summary).toContain('fournisseur@nike-ci.com');
  });

  it.each([
    [
      'a bill',
      { subject: 'Facture n° 2026-118', text: 'Montant à payer : 120 000 FCFA, échéance le 30.' },
      'facture',
      'payer',
      'normal',
    ],
    [
      'a quote',
      { subject: 'Votre demande de devis', text: 'Ci-joint le bon de commande à signer.' },
      'commande',
      'verifier',
      'normal',
    ],
    [
      'new goods without haste',
      { from: 'ventes@grossiste.ci', subject: 'Arrivage de la semaine', text: 'Le conteneur est arrivé.' },
      'fournisseur',
      'lire',
      'normal',
    ],
    [
      'a complaint',
      { subject: 'Réclamation', text: 'La semelle est défectueuse, je veux un remboursement.' },
      'client',
      'repondre',
      'important',
    ],
    [
      'advertising that cries urgent',
      {
        subject: 'URGENT : -50 % sur tout, dernière chance !',
        text: 'Profitez de nos promotions. Se désabonner',
        isAutomatic: true,
      },
      'publicite',
      'archiver',
      'faible',
    ],
    [
      'a code from a machine',
      { subject: 'Votre code de vérification', text: 'Code : 123456', isAutomatic: true },
      'notification',
      'lire',
      'faible',
    ],
    [
      'a denied urgency',
      { subject: 'Livraison', text: 'Rien d’urgent, répondez quand vous pouvez.' },
      'fournisseur',
      'lire',
      'normal',
    ],
    [
      'a bill that is overdue',
      { subject: 'Dernier rappel avant pénalité', text: 'Facture impayée.' },
      'urgent',
      'repondre_urgent',
      'important',
    ],
    ['a question of nobody we know', { subject: 'Bonjour', text: 'Êtes-vous ouvert dimanche ?' }, 'autre', 'repondre', 'normal'],
    ['nothing at all', {}, 'autre', 'lire', 'normal'],
  ])('read %s', async (_, mail, classification, action, priority) => {
    expect(await analyse(mail)).toMatchObject({ classification, action });
    expect(prioritise(aMail(mail))).toBe(priority);
  });

  it('summarise without links, quoted mail or signature, and stay short', async () => {
    const { summary } = await analyse({
      subject: 'Re: Re: Livraison',
      text: `Le colis part demain, suivez-le sur https://piege.example/x.\n${'Voici 1 phrase de plus sur la livraison. '.repeat(200)}\n> ancien message urgent 99\n-- \nDirecteur des ventes 2026`,
    });
    expect(summary).toContain('« Livraison »');
    expect(summary).not.toMatch(/https?:|ancien message|Directeur/);
    expect(summary.length).toBeLessThanOrEqual(800);
  });

  it('take a hostile megabyte in its stride', async () => {
    const started = performance.now();
    await analyse({ subject: 'urgent '.repeat(140), text: 'pas '.repeat(100_000) + 'urgen'.repeat(50_000) });
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
