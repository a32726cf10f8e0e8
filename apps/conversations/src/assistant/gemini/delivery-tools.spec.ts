import { wholeAddress } from '../whole-address.js';
import { adSeen } from '../ad.js';
import { InMemoryShop } from '../testing/in-memory-shop.js';
import { Chat } from '../testing/chat.js';
import { call, type Scripted, ScriptedModel } from '../testing/scripted-model.js';
import { OfflineAssistant } from '../offline/offline-assistant.js';
import { GeminiAssistant } from './gemini-assistant.js';

const ADDRESS = call('set_address', { address: 'Cocody, Angré 7ème tranche' });
const PROPOSE = call('propose_order', { lines: [{ product_id: 'nike', variant_id: 'nike-38', quantity: 1 }] });

function aChat(...script: Scripted[]) {
  const model = new ScriptedModel(script);
  const gemini = new GeminiAssistant(model, new OfflineAssistant(), { model: 'm', nonce: () => 'recap' });
  return { model, chat: new Chat(gemini, InMemoryShop.withSizes()) };
}

const answers = (model: ScriptedModel) =>
  JSON.stringify(
    model.requests.flatMap(({ contents }) => contents.flatMap(({ parts }) => parts.map((part) => part.functionResponse ?? ''))),
  );

describe('who receives it and what the courier is to know, with Gemini', () => {
  it('goes with the order she confirms', async () => {
    const { chat } = aChat([
      ADDRESS,
      call('set_receiver', { name: 'ma sœur Awa', phone: '07 08 09 10 11' }),
      call('tell_courier', { note: "appeler avant d'arriver" }),
      PROPOSE,
    ]);
    const recap = await chat.says(
      "Cocody, Angré 7ème tranche. C'est ma sœur Awa qui reçoit, 07 08 09 10 11, il faut appeler avant d'arriver",
    );
    expect(recap.text).toContain('Awa');
    const done = await chat.presses('confirmer:recap');
    const [confirm] = done.decisions;
    if (confirm?.kind !== 'confirm') throw new Error('not confirmed');
    expect(wholeAddress(confirm.draft)).toBe(
      "Cocody, Angré 7ème tranche (à remettre à ma sœur Awa) (pour le livreur : appeler avant d'arriver)",
    );
    expect(confirm.draft.phone).toBe('+2250708091011');
  });

  it('closes a recap that was shown without it', async () => {
    const { chat } = aChat([ADDRESS, PROPOSE], [call('tell_courier', { note: 'laisser au gardien' })], "C'est noté.");
    await chat.says('Cocody, Angré 7ème tranche');
    await chat.says('il faut laisser au gardien');
    expect(chat.draft).toMatchObject({ forCourier: ['laisser au gardien'] });
    expect(chat.draft.recapNonce).toBeUndefined();
  });

  it.each([
    ['a name she did not write', call('set_receiver', { name: 'Koffi' }), /pas écrit : koffi/],
    ['a number she did not write', call('set_receiver', { phone: '0799887766' }), /donne name ou phone/],
    ['a word she did not write', call('tell_courier', { note: 'déposer au commissariat' }), /pas écrit : deposer, commissariat/],
    ['a sum as a word for the courier', call('tell_courier', { note: 'il prend 5000 FCFA' }), /pass_on/],
    ['nothing', call('tell_courier', {}), /note manque/],
  ])('%s is not kept', async (_what, asked, reason) => {
    const { chat, model } = aChat([asked], 'Je vous écoute.');
    await chat.says('bonjour, il prend 5000 FCFA ?');
    expect(answers(model)).toMatch(reason);
    expect(chat.draft).toEqual({ lines: [] });
  });
});

it('the ad she came by is known as data, without its price', async () => {
  const { chat, model } = aChat('Bonjour ! Quelle est votre pointure ?');
  chat.ad = adSeen({ headline: 'Air Max 90 à 9 900 F', body: 'La paire du moment' }, chat.now, chat.now);
  await chat.says('je veux l’offre de la pub');
  const { system = '' } = model.requests[0]!;
  const [rules = '', data = ''] = system.split('État de la vente');
  expect(rules).toContain('publicité');
  expect(rules).not.toContain('Air Max');
  expect(data).toContain('"publicite":{"titre":"Air Max 90 à …","texte":"La paire du moment"}');
  expect(system).not.toMatch(/9 900/);
});
