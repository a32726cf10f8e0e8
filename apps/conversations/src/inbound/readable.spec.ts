import { read } from './readable.js';

describe('a customer’s message as people read it', () => {
  it.each([
    [{ type: 'text', text: { body: 'C’est encore dispo ?' } }, 'C’est encore dispo ?', 'C’est encore dispo ?'],
    [{ type: 'image', image: { caption: 'je veux ce modèle', id: '1' } }, 'Photo : je veux ce modèle', 'je veux ce modèle'],
    [{ type: 'image', image: { id: '1' } }, 'Photo', ''],
    [{ type: 'audio', audio: { id: '1', voice: true } }, 'Message vocal', ''],
    [{ type: 'document', document: { filename: 'Reçu.pdf' } }, 'Document « Reçu.pdf »', ''],
    [
      { type: 'location', location: { latitude: 5.36, longitude: '-4.01', name: 'Pharmacie Saint-Jean', address: 'Cocody' } },
      'Position : Pharmacie Saint-Jean, Cocody (5.36, -4.01)',
      'Pharmacie Saint-Jean, Cocody\nPosition GPS 5.36, -4.01',
    ],
    [{ type: 'location', location: { latitude: 5.36, longitude: -4.01 } }, 'Position : 5.36, -4.01', 'Position GPS 5.36, -4.01'],
    [
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Yao' }, phones: [{ phone: '+225 01 02 03 04 05' }] }] },
      'Contact partagé : Yao +225 01 02 03 04 05',
      'Contact partagé : Yao +225 01 02 03 04 05',
    ],
    [
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Yao' } }, { name: { formatted_name: 'Awa' } }] },
      'Contact partagé : Yao, Awa',
      '',
    ],
    [
      { type: 'order', order: { text: 'demain svp', product_items: [{ product_retailer_id: 'PAGNE-01', quantity: 2 }] } },
      'Panier : 2 x PAGNE-01. demain svp',
      'demain svp',
    ],
    [
      { type: 'interactive', interactive: { nfm_reply: { response_json: '{"quartier":"Yopougon","flow_token":"t"}' } } },
      'Formulaire rempli : quartier : Yopougon',
      'quartier : Yopougon',
    ],
    [{ type: 'interactive', interactive: { nfm_reply: { response_json: '[1' } } }, 'Formulaire rempli', ''],
    [{ type: 'video', video: { caption: 'regardez' } }, 'Vidéo : regardez', 'regardez'],
    [{ type: 'sticker', sticker: { id: '1', animated: false } }, 'Autocollant', ''],
    [{ type: 'edit', edit: { message: { text: { body: '3 finalement' } } } }, 'Message modifié : 3 finalement', '3 finalement'],
  ])('%j', (item, readable, words) => {
    expect(read(item)).toMatchObject({ readable, words, asks: true });
  });

  it('carries the id of a pressed button, of either kind, and of a list row', () => {
    expect(read({ type: 'interactive', interactive: { button_reply: { id: 'confirmer:1', title: 'Confirmer' } } })).toMatchObject(
      {
        buttonId: 'confirmer:1',
        words: 'Confirmer',
      },
    );
    expect(read({ type: 'interactive', interactive: { list_reply: { id: 'zone:cocody', title: 'Cocody' } } })).toMatchObject({
      buttonId: 'zone:cocody',
    });
    expect(read({ type: 'button', button: { payload: 'STOP', text: 'Stop' } })).toMatchObject({
      buttonId: 'STOP',
      words: 'Stop',
    });
  });

  it.each([
    { type: 'reaction', reaction: { message_id: 'x', emoji: '👍🏿' } },
    { type: 'reaction', reaction: { message_id: 'x' } },
    { type: 'revoke', revoke: {} },
  ])('asks for no answer: %j', (item) => expect(read(item).asks).toBe(false));

  it.each([
    { type: 'unsupported', unsupported: { type: 'poll_creation' }, errors: [{ code: 131051 }] },
    { type: 'hologramme', hologramme: {} },
    { type: 'constructor' },
    {},
  ])('keeps what it does not know: %j', (item) => {
    expect(read(item)).toMatchObject({ type: 'non_pris_en_charge', asks: true });
    expect(read(item).readable).not.toBe('');
  });

  it.each([
    [
      { from: '22504030201', system: { wa_id: '2250708091011' } },
      'Le client a changé de numéro : +22504030201 est devenu +2250708091011',
    ],
    [{ system: { wa_id: '2250708091011', user_id: 'CI.1' } }, 'Le client a changé de numéro'],
    [{ from: '22504030201', system: { user_id: 'CI.1' } }, 'WhatsApp a donné un nouvel identifiant au client'],
    [{ system: { body: 'Votre numéro est vérifié' } }, 'Votre numéro est vérifié'],
    [{ system: null }, 'Message de WhatsApp'],
  ])('tells what WhatsApp says of a person: %j', (item, readable) =>
    expect(read({ type: 'system', ...item })).toMatchObject({ readable, asks: false }),
  );

  it('is never empty', () => expect(read({ type: 'text', text: { body: '  ' } }).readable).toBe('Message vide'));
});
