const starts =
  (...signatures: (string | number[])[]) =>
  (head: Buffer) =>
    signatures.some((signature) => head.subarray(0, signature.length).equals(Buffer.from(signature as string, 'latin1')));
const at = (offset: number, signature: string) => (head: Buffer) =>
  head.toString('latin1', offset, offset + signature.length) === signature;

/** MPEG audio begins with a frame (12 bits set) where it has no ID3 tag; AAC's frames have the layer bits clear. */
const isMpeg = (head: Buffer) =>
  starts('ID3')(head) || (head[0] === 0xff && (head[1]! & 0xe0) === 0xe0 && (head[1]! & 0x06) !== 0);
const isAac = (head: Buffer) => head[0] === 0xff && (head[1]! & 0xf6) === 0xf0;
const isIsoMedia = at(4, 'ftyp');
const isOle = starts([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const isZip = starts('PK\x03\x04');

/** How files of each type begin (their own specifications); each type that WhatsApp takes is here. */
const BEGINNINGS: Record<string, (head: Buffer) => boolean> = {
  'image/jpeg': starts([0xff, 0xd8, 0xff]),
  'image/png': starts([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'image/webp': (head) => at(0, 'RIFF')(head) && at(8, 'WEBP')(head),
  'audio/aac': isAac,
  'audio/amr': starts('#!AMR'),
  'audio/mpeg': isMpeg,
  'audio/mp4': isIsoMedia,
  'audio/ogg': starts('OggS'),
  'video/mp4': isIsoMedia,
  'video/3gpp': isIsoMedia,
  'application/pdf': starts('%PDF-'),
  'application/msword': isOle,
  'application/vnd.ms-excel': isOle,
  'application/vnd.ms-powerpoint': isOle,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': isZip,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': isZip,
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': isZip,
  'text/plain': (head) => !head.includes(0),
};

/** So many bytes tell, or all there are. */
export const HEAD_BYTES = 16;

/** Whether a file that begins like this may be of the type that it is said to be. @param type without parameters */
export const beginsLike = (type: string, head: Buffer): boolean => BEGINNINGS[type]?.(head) ?? false;
