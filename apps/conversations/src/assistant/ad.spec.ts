import { adSeen } from './ad.js';
import { InMemoryShop } from './testing/in-memory-shop.js';
import { Chat } from './testing/chat.js';
import { OfflineAssistant } from './offline/offline-assistant.js';
import { drafted } from './testing/played.js';

const now = new Date('2026-11-23T09:00:00Z');

describe('what is known of an ad', () => {
  it.each([
    ['Air Max 90 à 9 900 F seulement', 'Air Max 90 à … seulement'],
    ['Air Max 90 : 9.900 FCFA, -50% ce jour', 'Air Max 90 : … , … ce jour'],
    ['15k la paire, 2 paires 25000', '… la paire, 2 paires …'],
    ['iPhone 11 128 Go', 'iPhone 11 128 Go'],
  ])('%s: its words without what it says of money', (said, known) => {
    expect(adSeen({ headline: said }, now, now)?.headline).toBe(known);
  });

  it('is short, in one line, and forgotten after three days', () => {
    const long = adSeen({ headline: 'a'.repeat(1_000), body: 'Air\n\tMax \u0000 90' }, now, now)!;
    expect(long.headline).toHaveLength(300);
    expect(long.body).toBe('Air Max 90');
    expect(adSeen({ headline: 'Air Max' }, now, new Date('2026-11-26T09:00:01Z'))).toBeUndefined();
    expect(adSeen({ headline: ' ', body: null }, now, now)).toBeUndefined();
  });
});

/** Somebody who comes by this ad and writes that. */
async function comesBy(headline: string, body: string, ...said: string[]): Promise<Chat> {
  const chat = new Chat(new OfflineAssistant(() => 'recap'), InMemoryShop.ofStreetwear());
  chat.ad = adSeen({ headline, body }, chat.now, chat.now);
  for (const text of said) await chat.says(text);
  return chat;
}

describe('who came by an ad and names no article means the one it shows', () => {
  it.each([
    "je veux l'offre de la pub",
    "c'est encore disponible ?",
    'je suis intéressé par ceci',
    'Bonjour ! Puis-je en savoir plus à ce sujet ?',
    'Bonjour',
    'c combien',
    'cc dernier prix ?',
    'il y a la taille 41 ?',
  ])('« %s »', async (said) => {
    const { last } = await comesBy('Air Max 90 en promo', '', said);
    expect(last.text).toContain('Nike Air Max 90');
    expect(last.text).not.toContain('Stan Smith');
  });

  it('sells it at the price of the catalogue', async () => {
    const chat = await comesBy('Nouvel arrivage', 'La Air Max 90 à 9.900 FCFA', "je veux l'offre de la pub", 'du 41');
    expect(drafted(chat)).toBe('1x Nike Air Max 90 41');
    expect(chat.draft.lines[0]?.unitPrice).toBe(45_000);
  });

  it.each(['La pub disait 9 900', "c'est pas 9900 comme dans la pub ?", "sur l'annonce c'est 9900"])(
    '« %s » hears the true price',
    async (said) => {
      const { last, draft } = await comesBy('Air Max 90', '9 900 F', said);
      expect(last.text).toMatch(/Nike Air Max 90 est à 45\.000 FCFA/);
      expect(last.text).not.toContain('9.900');
      expect(draft.granted).toBeUndefined();
    },
  );

  it('is shown all of several, and what there is where the shop does not know the article', async () => {
    expect((await comesBy('Air Max 90 et Stan Smith', '', 'c combien')).last.text).toMatch(
      /Air Max 90 : 45\.000.*Stan Smith : 35\.000/s,
    );
    const { last } = await comesBy('iPhone 15', '', "je veux l'article de la pub");
    expect(last.text).toMatch(/Je ne vois pas d’ici quel article montre cette publicité/);
    expect(last.text).not.toContain('iPhone');
  });

  it.each([
    ['bonsoir vous avez des puma ?', 'Puma'],
    ['je veux voir le catalogue', 'Stan Smith'],
    ['vous livrez à Cocody ?', 'Cocody'],
  ])('« %s » is answered as anybody would be', async (said, heard) => {
    const { last } = await comesBy('Air Max 90', '', said);
    expect(last.text).toContain(heard);
    expect(last.text).not.toContain('Très bon choix ! Nike Air Max 90');
  });
});
