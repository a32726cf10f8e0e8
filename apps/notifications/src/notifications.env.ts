import { SecretBox } from '#providers';
import { type Rule, rules, ServiceEnv, variable } from '#service';

const secretBox: Rule<SecretBox> = { says: 'a list kid:base64key,… of 32-byte keys', parse: (text) => SecretBox.fromEnv(text) };

export class NotificationsEnv extends ServiceEnv {
  @variable('PLATFORM_PHONE_NUMBER_ID', rules.text(), "WhatsApp identity of the platform's own number, from which notices leave")
  platformPhoneNumberId!: string;

  @variable('PLATFORM_BUSINESS_ACCOUNT_ID', rules.text(), 'WhatsApp Business account of that number, which holds the templates')
  platformBusinessAccountId!: string;

  @variable('PLATFORM_WHATSAPP_TOKEN', rules.text(), 'access token of that number', { secret: true })
  platformWhatsAppToken!: string;

  @variable('FLUXASYNC_ENCRYPTION_KEYS', secretBox, 'keys that sealed security codes are opened with', { secret: true })
  secretBox!: SecretBox;

  @variable('WHATSAPP_API_URL', rules.url('https', 'http'), "Meta's Graph API", { default: 'https://graph.facebook.com' })
  whatsAppApiUrl!: string;

  @variable('WHATSAPP_API_VERSION', rules.text('a version such as v26.0', /^v\d+\.\d+$/), 'version of the Graph API', {
    default: 'v26.0',
  })
  whatsAppApiVersion!: string;

  @variable('WHATSAPP_TIMEOUT_MS', rules.integer(100, 60_000), 'how long WhatsApp may take to answer, in ms', {
    default: '10000',
  })
  whatsAppTimeoutMs!: number;

  @variable(
    'PLATFORM_MESSAGES_PER_SECOND',
    rules.integer(5, 1_000),
    'how many messages a second Meta takes from that number: 80, or 1000 once it has raised it',
    { default: '80' },
  )
  platformMessagesPerSecond!: number;

  @variable('FCFA_PER_USD', rules.number(1, 10_000), 'exchange rate that messages are costed with', { default: '600' })
  fcfaPerUsd!: number;

  @variable(
    'NOTICE_RECONCILE_MS',
    rules.integer(100, 3_600_000),
    'how long to wait for a status of a notice whose sending got no answer, in ms',
    { default: '45000' },
  )
  noticeReconcileMs!: number;
}
