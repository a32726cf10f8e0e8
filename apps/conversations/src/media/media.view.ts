import type { MediaFile, MediaKind, MediaView } from '#contracts';

/** Kinds as they are stored. */
export const STORED_KIND = {
  image: 'image',
  audio: 'audio',
  video: 'video',
  document: 'document',
  sticker: 'autocollant',
} as const satisfies Record<MediaKind, string>;
export type StoredKind = (typeof STORED_KIND)[MediaKind];
export const kindOf = (stored: StoredKind): MediaKind => (stored === 'autocollant' ? 'sticker' : stored);

const STATE: Record<MediaRow['etat'], MediaView['state']> = {
  a_recuperer: 'pending',
  en_cours: 'pending',
  pret: 'ready',
  echec: 'failed',
};

export interface MediaRow {
  id_media: string;
  genre: StoredKind;
  type_mime: string | null;
  taille: number | null;
  sha256: string | null;
  nom_fichier: string | null;
  cle: string;
  etat: 'a_recuperer' | 'en_cours' | 'pret' | 'echec';
  explication: string | null;
  date_creation: Date;
}

/** SQL: columns of `medias` as {@link mediaView} reads them. */
export const MEDIA_COLUMNS = 'id_media, genre, type_mime, taille, sha256, nom_fichier, cle, etat, explication, date_creation';

/** SQL: the file of message `m`, as JSON that {@link mediaOf} reads; null when it has none, or one that is being forgotten. */
export const MEDIA_OF_MESSAGE = `(select row_to_json(fichier) from
  (select ${MEDIA_COLUMNS} from medias f where f.id_message = m.id_message and f.id_utilisateur = m.id_utilisateur and not f.a_retirer) fichier)`;

/** What {@link MEDIA_OF_MESSAGE} gives. */
export type MediaJson = Omit<MediaRow, 'date_creation'> & { date_creation: string };

export const mediaOf = (json: MediaJson): MediaView => mediaView({ ...json, date_creation: new Date(json.date_creation) });

export const mediaView = (row: MediaRow): MediaView => ({
  id: row.id_media,
  kind: kindOf(row.genre),
  ...(row.type_mime ? { mimeType: row.type_mime } : {}),
  ...(row.nom_fichier ? { fileName: row.nom_fichier } : {}),
  ...(row.taille === null ? {} : { sizeBytes: row.taille }),
  state: STATE[row.etat],
  ...(row.explication ? { problem: row.explication } : {}),
  createdAt: row.date_creation.toISOString(),
});

/** @param row of a file that is ready */
export const mediaFile = (row: MediaRow): MediaFile => ({ ...mediaView(row), key: row.cle, sha256: row.sha256! });
