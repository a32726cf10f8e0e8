const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The page on which the owner of several mailboxes says which one he connects. */
export function chooserPage(query: Record<string, string | undefined>, emails: readonly string[]): string {
  const link = (email: string) => {
    const kept = Object.entries({ ...query, login_hint: email }).filter(
      (pair): pair is [string, string] => pair[1] !== undefined,
    );
    return `<li><a href="/o/oauth2/v2/auth?${escape(new URLSearchParams(kept).toString())}">${escape(email)}</a></li>`;
  };
  const choice = emails.length > 0 ? `<ul>${emails.map(link).join('')}</ul>` : '<p>Aucune boîte n’est enregistrée.</p>';
  return `<!doctype html><html lang="fr"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Choisir un compte</title><body style="font:16px system-ui;max-width:28rem;margin:3rem auto;padding:0 1rem">
<h1 style="font-size:1.3rem">Choisissez la boîte à connecter</h1>${choice}</body></html>`;
}
