import type { MediaKind } from '#contracts';

/** Why a file cannot be had: a code for programs, and a sentence for the seller. */
export type Failure = readonly [code: string, explanation: string];

export const NOT_ANNOUNCED: Failure = ['sans_identifiant', "WhatsApp n'a pas joint le fichier à ce message."];
export const EXPIRED: Failure = [
  'expire',
  "Le fichier n'a pas pu être récupéré à temps : WhatsApp ne le garde que 7 jours. Demandez au client de le renvoyer.",
];
export const GONE: Failure = ['introuvable', "WhatsApp n'a plus ce fichier. Demandez au client de le renvoyer."];
export const OTHER_BYTES: Failure = [
  'empreinte',
  "Le fichier reçu n'est pas celui qui a été envoyé : il a été refusé. Demandez au client de le renvoyer.",
];
export const OTHER_TYPE: Failure = ['type', "Le fichier reçu n'est pas du type annoncé : il a été refusé."];
export const ELSEWHERE: Failure = ['adresse', "L'adresse du fichier n'est pas chez WhatsApp : il a été refusé."];

/** @param limit bytes */
export const tooLarge = (kind: MediaKind, limit: number): Failure => [
  'trop_volumineux',
  `Le fichier dépasse ${limit < 1024 * 1024 ? `${limit / 1024} Ko` : `${limit / 1024 / 1024} Mo`}, le maximum pour ${NAME[kind]}.`,
];

const NAME: Record<MediaKind, string> = {
  image: 'une photo',
  audio: 'un enregistrement',
  video: 'une vidéo',
  document: 'un document',
  sticker: 'un autocollant',
};
