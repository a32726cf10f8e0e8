import type { Browser, Locator, Page } from 'playwright-core';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from './browser.js';
import { AMINATA, AMINATA_ID, changeOf, eventually, SHOP, startReceiver, startTestSandbox } from './harness.js';
import type { Receiver, TestSandbox } from './harness.js';

/** A red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

interface Media {
  id: string;
}

describe('the page with the telephones', () => {
  let receiver: Receiver;
  let sandbox: TestSandbox;
  let browser: Browser;
  let page: Page;
  let folder: string;
  const elsewhere: string[] = [];
  const broken: string[] = [];

  beforeAll(async () => {
    receiver = await startReceiver();
    sandbox = await startTestSandbox(receiver);
    folder = mkdtempSync(join(tmpdir(), 'sandbox-page-'));
    await sandbox.control('accounts', SHOP);
    for (const phone of [
      { ...AMINATA, role: 'customer' },
      { phone: '+2250712345678', name: 'Kouadio Jean', role: 'seller', shop: SHOP.phoneNumberId },
      { phone: '+2250711223344', name: 'Mamadou', role: 'courier' },
    ])
      await sandbox.control('phones', phone);
    browser = await startBrowser();
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'fr-FR' })).newPage();
    page.setDefaultTimeout(10_000);
    page.on('request', (request) => {
      if (!request.url().startsWith(sandbox.url) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
    });
    page.on('pageerror', (error) => broken.push(error.message));
    await page.goto(sandbox.url);
  });
  afterAll(async () => {
    await browser.close();
    await sandbox.close();
    await receiver.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(() => expect({ elsewhere, broken }).toEqual({ elsewhere: [], broken: [] }));

  const phoneOf = (name: string) => page.getByRole('region', { name: `Téléphone de ${name}` });
  const aminata = () => phoneOf(AMINATA.name);
  const kouadio = () => phoneOf('Kouadio Jean');
  const bubble = (phone: Locator, text: string) =>
    phone.locator('.bulle').filter({ has: page.locator('.texte', { hasText: text }) });
  const write = async (phone: Locator, text: string) => {
    await phone.getByLabel('Écrire un message').fill(text);
    await phone.getByLabel('Envoyer', { exact: true }).click();
  };
  const received = (type: string) =>
    eventually(() =>
      receiver.received
        .map(changeOf)
        .flatMap(({ value }) => value.messages ?? [])
        .find((message) => message.type === type),
    );

  it('shows who is who at once', async () => {
    expect(await page.locator('.telephone:visible .proprietaire').allInnerTexts()).toEqual([
      'Client · Aminata Traoré 🌸 · +225 05 98 76 54 32',
      'Vendeur · Kouadio Jean · +225 07 12 34 56 78',
      'Livreur · Mamadou · +225 07 11 22 33 44',
    ]);
    expect(await aminata().getByLabel('Discussion').locator('option:checked').innerText()).toBe(SHOP.name);
  });

  it('what the customer writes reaches the webhook, and one tick becomes two', async () => {
    await write(aminata(), 'Bonjour, le pagne est à combien ?');
    expect((await received('text'))['text']).toEqual({ body: 'Bonjour, le pagne est à combien ?' });
    await bubble(aminata(), 'le pagne').getByLabel('distribué').waitFor();
  });

  it('what the API answers appears on her phone with blue ticks, and “écrit…” before it', async () => {
    const { id } = await received('text');
    await sandbox.send({ status: 'read', message_id: id, typing_indicator: { type: 'text' }, to: undefined });
    await aminata().getByText('écrit…').waitFor();
    await bubble(aminata(), 'le pagne').getByLabel('lu', { exact: true }).waitFor();
    await sandbox.send({ text: { body: 'Il est à *12 500 F*' }, context: { message_id: id } });
    const answer = bubble(aminata(), 'Il est à');
    await answer.getByLabel('lu', { exact: true }).waitFor();
    expect(await answer.locator('.texte b').textContent()).toBe('12 500 F');
    expect(await answer.locator('blockquote').innerText()).toBe('Vous\nBonjour, le pagne est à combien ?');
  });

  it('a message that failed says why', async () => {
    await sandbox.control('faults', { phoneNumberId: SHOP.phoneNumberId, statusError: 131049 });
    await sandbox.send({ text: { body: 'Grande promo' } });
    await bubble(aminata(), 'Grande promo').getByText('Non distribué : 131049').waitFor();
  });

  it('she presses a button and a list row', async () => {
    const reply = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
    const buttons = { type: 'button', body: { text: 'On confirme ?' }, action: { buttons: [reply('oui', 'Confirmer')] } };
    const rows = [{ id: 'zone:cocody', title: 'Cocody', description: '1500 F' }];
    const list = { type: 'list', body: { text: 'Votre zone ?' }, action: { button: 'Voir les zones', sections: [{ rows }] } };
    await sandbox.send({ type: 'interactive', interactive: buttons });
    await sandbox.send({ type: 'interactive', interactive: list });
    await aminata().getByRole('button', { name: 'Confirmer' }).click();
    expect((await received('interactive'))['interactive']).toEqual({
      type: 'button_reply',
      button_reply: { id: 'oui', title: 'Confirmer' },
    });
    await aminata().getByText('Voir les zones').click();
    await aminata().getByRole('button', { name: 'Cocody' }).click();
    await eventually(() => receiver.received.some((one) => one.raw.includes('zone:cocody')));
  });

  it('she sends a photo, a document and a place', async () => {
    writeFileSync(join(folder, 'pagne.png'), PNG);
    writeFileSync(join(folder, 'Reçu.pdf'), '%PDF-1.4');
    await aminata().getByLabel('Joindre').click();
    await aminata().getByLabel('Photo', { exact: true }).setInputFiles(join(folder, 'pagne.png'));
    const image = (await received('image'))['image'] as { id: string; mime_type: string };
    expect(image.mime_type).toBe('image/png');
    const shown = aminata().locator(`img[src$="${image.id}"]`);
    await shown.waitFor();
    expect(await shown.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth)).toBe(1);
    await shown.click();
    await page.getByRole('dialog').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await aminata().getByLabel('Joindre').click();
    await aminata().getByLabel('Document', { exact: true }).setInputFiles(join(folder, 'Reçu.pdf'));
    expect((await received('document'))['document']).toMatchObject({ filename: 'Reçu.pdf', mime_type: 'application/pdf' });
    await aminata().getByRole('link', { name: 'Reçu.pdf' }).waitFor();
    await aminata().getByLabel('Joindre').click();
    await aminata().getByRole('button', { name: 'Yopougon' }).click();
    expect((await received('location'))['location']).toMatchObject({ latitude: expect.any(Number), name: 'Siporex' });
  });

  it('she records a voice note, and the phone plays it', async () => {
    const micro = aminata().getByLabel('Enregistrer un message vocal');
    await micro.click();
    await aminata().locator('.micro[aria-pressed=true]').waitFor();
    await page.waitForTimeout(400);
    await micro.click();
    const audio = (await received('audio'))['audio'] as { id: string; voice: boolean; mime_type: string };
    expect(audio).toMatchObject({ voice: true, mime_type: expect.stringMatching(/^audio\/(ogg|mp4)/) });
    const heard = aminata().locator(`audio[src$="${audio.id}"]`);
    await eventually(() => heard.evaluate((one) => (one as unknown as { readyState: number }).readyState >= 1));
  });

  it('a voice note of the shop is told to be heard when she plays it', async () => {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('type', 'audio/ogg');
    form.set('file', new Blob(['OggS'], { type: 'audio/ogg' }), 'note.ogg');
    const authorization = `Bearer ${SHOP.accessToken}`;
    const address = `${sandbox.url}/v26.0/${SHOP.phoneNumberId}/media`;
    const { id } = (await (await fetch(address, { method: 'POST', headers: { authorization }, body: form })).json()) as Media;
    const { messages } = (await sandbox.send({ type: 'audio', audio: { id } })).json as { messages: [Media] };
    await aminata().locator(`audio[src$="${id}"]`).dispatchEvent('play');
    const played = () => receiver.received.map(changeOf).flatMap(({ value }) => value.statuses ?? []);
    await eventually(() => played().find((one) => one.status === 'played' && one.id === messages[0].id));
  });

  it('she writes one message after the other without leaving the field, and always sees the newest', async () => {
    await aminata().getByLabel('Écrire un message').click();
    for (const text of ['Un', 'Deux', 'Trois']) {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
      await bubble(aminata(), text).waitFor();
    }
    const seen = () =>
      aminata()
        .locator('.fil')
        .evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight);
    expect(await seen()).toBeLessThan(2);
    await aminata()
      .locator('.fil')
      .evaluate((one) => (one.scrollTop = 0));
    await sandbox.send({ text: { body: 'Encore là ?' } });
    await bubble(aminata(), 'Encore là').waitFor();
    expect(await seen()).toBeGreaterThan(80);
    await aminata().getByLabel('Aller aux derniers messages').click();
    expect(await seen()).toBeLessThan(2);
  });

  it('she reacts, quotes, rewords and deletes', async () => {
    const act = async (text: string, name: string) => {
      await bubble(aminata(), text).first().getByLabel('Actions sur ce message').click();
      await bubble(aminata(), text).first().getByRole('button', { name }).click();
    };
    await act('Il est à', 'Réagir 👍');
    expect((await received('reaction'))['reaction']).toMatchObject({ emoji: '👍' });
    await bubble(aminata(), 'Il est à').getByLabel('Réactions : 👍').waitFor();
    await act('Il est à', 'Répondre');
    await write(aminata(), 'C’est cher');
    await eventually(() => receiver.received.some((one) => one.raw.includes('est cher') && one.raw.includes('context')));
    await act('C’est cher', 'Modifier');
    await write(aminata(), 'C’est un peu cher');
    expect((await received('edit'))['edit']).toMatchObject({ message: { text: { body: 'C’est un peu cher' } } });
    await bubble(aminata(), 'C’est un peu cher').getByText('modifié').waitFor();
    await act('C’est un peu cher', 'Supprimer');
    await received('revoke');
    await aminata().getByText('Ce message a été supprimé').waitFor();
  });

  it('the seller answers as his shop from his own phone, and the customer sees it', async () => {
    await kouadio()
      .getByRole('button', { name: `${AMINATA.name} (` })
      .click();
    expect(await kouadio().getByLabel('Discussion').locator('option:checked').innerText()).toBe(AMINATA.name);
    await bubble(kouadio(), 'le pagne').waitFor();
    await write(kouadio(), 'Je vous le garde');
    const echo = await eventually(() => receiver.received.map(changeOf).find(({ field }) => field === 'smb_message_echoes'));
    expect(echo.value).toMatchObject({ message_echoes: [{ to: AMINATA_ID, text: { body: 'Je vous le garde' } }] });
    await bubble(aminata(), 'Je vous le garde').waitFor();
  });

  it('a new customer is a first name away, and writes at once', async () => {
    await page.getByRole('button', { name: '+ Client' }).click();
    await page.keyboard.type('Awa');
    await page.keyboard.press('Enter');
    await phoneOf('Awa').waitFor();
    expect([await aminata().isVisible(), await kouadio().isVisible()]).toEqual([false, true]);
    await page.keyboard.type('Bonsoir');
    await page.keyboard.press('Enter');
    await eventually(() => receiver.received.some((one) => one.raw.includes('Bonsoir') && one.raw.includes('Awa')));
    await kouadio().getByRole('button', { name: 'Awa Bonsoir' }).waitFor();
    await page.getByRole('tab', { name: 'Aminata' }).click();
    expect([await aminata().isVisible(), await phoneOf('Awa').isVisible()]).toEqual([true, false]);
  });

  it('on a telephone’s screen shows one phone at a time, behind tabs, and nothing wider than the screen', async () => {
    await page.setViewportSize({ width: 375, height: 667 });
    const widths = () => page.evaluate('[document.documentElement.scrollWidth, document.body.scrollWidth]');
    expect(await widths()).toEqual([375, 375]);
    expect([await aminata().isVisible(), await kouadio().isVisible()]).toEqual([true, false]);
    const tabs = page.getByRole('tab');
    expect(await tabs.allInnerTexts()).toEqual([
      expect.stringMatching(/^Client\s+Aminata/),
      expect.stringMatching(/^Client\s+Awa/),
      expect.stringMatching(/^Vendeur/),
      expect.stringMatching(/^Livreur/),
    ]);
    await bubble(aminata(), 'Il est à').getByLabel('Actions sur ce message').click();
    expect(await widths()).toEqual([375, 375]);
    const thread = aminata().locator('.fil');
    expect(await thread.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await tabs.nth(2).click();
    expect([await aminata().isVisible(), await kouadio().isVisible()]).toEqual([false, true]);
    expect(await widths()).toEqual([375, 375]);
    await page.keyboard.press('ArrowRight');
    expect(await phoneOf('Mamadou').isVisible()).toBe(true);
    await write(phoneOf('Mamadou'), 'Je suis en route');
    await bubble(phoneOf('Mamadou'), 'Je suis en route').waitFor();
    const send = await phoneOf('Mamadou').getByLabel('Envoyer', { exact: true }).boundingBox();
    expect(send!.y + send!.height).toBeLessThanOrEqual(667);
  });
});
