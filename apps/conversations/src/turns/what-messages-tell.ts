import { type Ad, adSeen } from '../assistant/ad.js';
import type { Utterance } from '../assistant/assistant.js';
import type { Line } from '../loops/loop.js';
import { kindOf } from '../media/media.view.js';
import type { ReadMessage } from '../outbound/read-receipts.js';
import type { SaidMessage } from './said-messages.js';

/** A voice note that waits to be written down. */
export interface VoiceNote {
  messageId: string;
  mediaId: string;
  /** In the media store. */
  key: string;
  mimeType?: string;
  sizeBytes?: number;
  /** `coming`: WhatsApp still has it; `gone`: it cannot be had. */
  state: 'coming' | 'here' | 'gone';
  receivedAt: Date;
}

const STATE = { a_recuperer: 'coming', en_cours: 'coming', pret: 'here', echec: 'gone' } as const;

/** A note without words that nobody tried to write down. */
export function unheardNote(message: SaidMessage): VoiceNote[] {
  if (message.genre !== 'audio' || message.transcription || message.paroles) return [];
  return [
    {
      messageId: message.id_message,
      mediaId: message.id_media!,
      key: message.cle!,
      ...(message.type_mime ? { mimeType: message.type_mime } : {}),
      ...(message.taille === null ? {} : { sizeBytes: message.taille }),
      state: STATE[message.etat!],
      receivedAt: message.date_enregistrement,
    },
  ];
}

/** Its read receipt, where its number is connected. */
export const readMessage = (last: SaidMessage | undefined): ReadMessage | undefined =>
  last?.wamid && last.access_token
    ? { wamid: last.wamid, phoneNumberId: last.phone_number_id, accessToken: last.access_token }
    : undefined;

/** As a loop is looked for in it, by our own clock: WhatsApp's tells whole seconds only. */
export const loopLine = (message: SaidMessage): Line => ({
  ...utterance(message),
  by: authorOf(message),
  at: message.direction_message === 'entrant' ? message.date_enregistrement : (message.date_envoi ?? message.date_enregistrement),
  pressed: message.identifiant_bouton !== null,
});

const authorOf = (message: SaidMessage): Utterance['author'] =>
  message.direction_message === 'entrant' ? 'customer' : message.genere_par_ia ? 'assistant' : 'human';

/** As the assistant hears it; a voice note as the words written down. */
export const utterance = (message: SaidMessage): Utterance => ({
  author: authorOf(message),
  text: message.direction_message === 'entrant' ? (message.paroles ?? '') : message.contenu_message,
  at: message.date_creation,
  ...(message.identifiant_bouton ? { buttonId: message.identifiant_bouton } : {}),
  ...(message.id_media && message.genre ? { media: { id: message.id_media, kind: kindOf(message.genre) } } : {}),
});

/** The latest ad that anything read here was sent from. */
export function lastAd(messages: SaidMessage[], now: Date): Ad | undefined {
  const from = messages.findLast(({ titre_annonce: headline, texte_annonce: body }) => headline !== null || body !== null);
  return from && adSeen({ headline: from.titre_annonce, body: from.texte_annonce }, from.date_creation, now);
}
