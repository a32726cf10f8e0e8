import { wishOf } from './wish-words.js';

describe('a message that is only about the shop’s messages', () => {
  it.each([
    'STOP',
    'stop !!',
    'STOP. Stop, stop !',
    ' Stôp\n',
    'Arrêt',
    'ARRET',
    'arrêter svp',
    'Bonjour, stop merci',
    'stop pub',
    'STOP PROMO',
    'STOP_PROMO',
    'Désabonner',
    'désabonnement',
    'désabonnez-moi',
    'me désinscrire',
    'Je me désabonne',
    'je ne veux plus recevoir de messages',
    'Ne m’écrivez plus svp',
    'arrêtez de m’envoyer des messages',
    'plus de pub',
    'Unsubscribe',
  ])('« %s » wants no more of them', (words) => expect(wishOf(words)).toBe('stop'));

  it.each(['START', 'Reprendre', 'start svp', 'me réabonner', 'Réabonnez-moi'])('« %s » wants them again', (words) =>
    expect(wishOf(words)).toBe('start'),
  );

  it.each([
    'je ne veux pas arrêter',
    'stop à 10h',
    'Le bus fait stop à Cocody',
    'arrêtez-vous devant la pharmacie',
    'stop ou encore ?',
    'stop ?',
    'Je ne veux plus la noire',
    'je ne veux pas me désabonner',
    'pas de message vocal svp',
    'Plus de 3 paires',
    'je veux reprendre ma commande',
    'STOP STOP j’arrive',
    'l’arrêt de bus',
    'annuler',
    'non',
    '',
  ])('« %s » is about something else', (words) => expect(wishOf(words)).toBeUndefined());
});
