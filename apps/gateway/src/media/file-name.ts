const MOST = 150;

/** A name that is safe as a file's on any system: no path, no control or direction signs, not hidden, not too long; its ending stays. */
export function safeName(name: string | undefined, otherwise: string): string {
  const plain = (name ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '_')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  const letters = [...plain];
  if (letters.length === 0) return otherwise;
  if (letters.length <= MOST) return plain;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(plain)?.[0] ?? '';
  return letters.slice(0, MOST - ending.length).join('') + ending;
}

/** Content-Disposition of a file (RFC 6266): the name in UTF-8, and in plain letters for programs that read no other. */
export function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
