import type { ProviderError } from '#providers';

/** WhatsApp's limit on advertising to one person. */
const ADVERTISING_LIMIT = '131049';

/** What the seller reads under a message that is not tried again, in French: that something passes is of no use to him then, that he may send it once more is. */
export function finalWords({ action, code, explanationFr }: ProviderError): string {
  if (action === 'retry') return 'WhatsApp était indisponible : ce message n’est pas arrivé. Vous pouvez le renvoyer.';
  if (action === 'restrict')
    return 'WhatsApp a restreint ce numéro : seules les réponses partent. Vous pourrez renvoyer ce message quand la restriction sera levée.';
  if (action !== 'wait') return explanationFr;
  return code === ADVERTISING_LIMIT
    ? 'WhatsApp limite les messages promotionnels à ce client : vous pourrez le renvoyer demain.'
    : 'WhatsApp limite les envois de ce numéro : ce message n’est pas arrivé. Vous pouvez le renvoyer dans un moment.';
}
