/** The first `most` characters, counted as WhatsApp and our contracts count them: a cut in the middle of an emoji leaves half a character, which PostgreSQL's jsonb refuses. */
export const cut = (text: string, most: number): string => [...text].slice(0, most).join('');
