import { SERVICES, type ServiceName } from '#contracts';
import { manifests } from '../generate/manifests.js';
import { consumersOf } from '../generate/nats-authorization.js';
import type { Patch } from '../rig/patches.js';

/** Where any service dies that reads events, and one that publishes them. */
const OF_READERS = ['consumer_after_fetch', 'after_effect_before_commit', 'after_commit_before_ack'];
const OF_PUBLISHERS = ['relay_after_publish_before_move'];

/** Where else: on each side of a commit of its own, of a third party's call or of an answer. */
const OF_ITS_OWN: Readonly<Partial<Record<ServiceName, readonly string[]>>> = {
  gateway: [
    'after_verify',
    'before_ingress_commit',
    'after_commit_before_200',
    'gmail_after_verify',
    'gmail_after_commit_before_200',
  ],
  conversations: [
    'turn_before_close',
    'turn_after_close',
    'send_before_call',
    'send_after_call_before_record',
    'send_after_record',
  ],
  'email-intelligence': ['mail_after_read_before_store', 'mail_after_store_before_place'],
  notifications: ['notice_before_call', 'notice_after_call_before_record'],
};

const boundariesOf = (service: ServiceName): readonly string[] => {
  const manifest = manifests.find((one) => one.service === service)!;
  return [
    ...(OF_ITS_OWN[service] ?? []),
    ...(consumersOf(manifest).length > 0 ? OF_READERS : []),
    ...(manifest.publishes.length > 0 ? OF_PUBLISHERS : []),
  ];
};

/** Every place where a service may die, by service. */
export const BOUNDARIES = Object.fromEntries(SERVICES.map((service) => [service, boundariesOf(service)])) as Readonly<
  Record<ServiceName, readonly string[]>
>;

const BUS = "import { failpoint as rigFailpoint } from '#bus';\n";
const SEND = 'apps/conversations/src/outbound/send.worker.js';
const TURN = 'apps/conversations/src/turns/turn.worker.js';
const NOTICE = 'apps/notifications/src/sending/send-notices.js';
const GMAIL_DOOR = 'apps/gateway/src/webhooks/gmail-door.js';
const MAILBOX = 'apps/email-intelligence/src/sync/sync-mailbox.js';

/** Failpoints around calls of third parties and turns, which the services themselves do not have; and the doors of the gateway told apart. */
export const CALL_BOUNDARIES: readonly Patch[] = [
  {
    file: SEND,
    from: 'await this.whatsapp.send(account, messageOf(send, content))',
    to: "(rigFailpoint('send_before_call'), await this.whatsapp.send(account, messageOf(send, content)).then((taken) => { rigFailpoint('send_after_call_before_record'); return taken; }))",
  },
  {
    file: SEND,
    from: 'await this.taken.sent(send, wamid, Date.now() - started);',
    to: "await this.taken.sent(send, wamid, Date.now() - started); rigFailpoint('send_after_record');",
  },
  { file: SEND, from: 'export class SendWorker', to: `\n${BUS}export class SendWorker` },
  {
    file: TURN,
    from: 'this.log(open, reply, await this.closing.close(open, reply));',
    to: "rigFailpoint('turn_before_close'); const rigClosed = await this.closing.close(open, reply); rigFailpoint('turn_after_close'); this.log(open, reply, rigClosed);",
  },
  { file: TURN, from: 'const MOST_ATTEMPTS = 3;', to: `${BUS}const MOST_ATTEMPTS = 3;` },
  {
    file: NOTICE,
    from: 'const { wamid } = await this.number.send(notice);',
    to: "rigFailpoint('notice_before_call'); const { wamid } = await this.number.send(notice); rigFailpoint('notice_after_call_before_record');",
  },
  { file: NOTICE, from: 'const NO_ANSWER =', to: `${BUS}const NO_ANSWER =` },
  { file: GMAIL_DOOR, from: "failpoint('after_verify');", to: "failpoint('gmail_after_verify');" },
  { file: GMAIL_DOOR, from: "failpoint('after_commit_before_200');", to: "failpoint('gmail_after_commit_before_200');" },
  {
    file: MAILBOX,
    from: 'await this.store(mailbox, mails);',
    to: "rigFailpoint('mail_after_read_before_store'); await this.store(mailbox, mails);",
  },
  {
    file: MAILBOX,
    from: 'await this.db.asWorker(()=>this.queue.finish(',
    to: "rigFailpoint('mail_after_store_before_place'); await this.db.asWorker(()=>this.queue.finish(",
  },
  { file: MAILBOX, from: 'const CHUNK = 10;', to: `${BUS}const CHUNK = 10;` },
];

/** Leases of sends are shortened, so that what a killed process had in hand is found again after seconds; and few people here get the messages of hundreds. The rules stay; only the patience changes. */
export const SHORT_LEASES: readonly Patch[] = [
  { file: 'apps/conversations/src/outbound/claim-sends.js', from: '15_000', to: '3_000' },
  { file: 'libs/providers/src/whatsapp/pace.js', from: 'PAIR_EVERY_MS = 6_000', to: 'PAIR_EVERY_MS = 100' },
  { file: 'apps/notifications/src/sending/notice-queue.js', from: 'LEASE_MARGIN_SECONDS = 30', to: 'LEASE_MARGIN_SECONDS = 3' },
  { file: 'apps/email-intelligence/src/mailbox/mailbox-queue.js', from: 'LEASE_SECONDS = 180', to: 'LEASE_SECONDS = 6' },
  { file: 'apps/email-intelligence/src/mailbox/after-failure.js', from: 'FIRST_MS = 5_000', to: 'FIRST_MS = 500' },
  {
    file: 'apps/conversations/src/assistant/gemini/gemini-assistant.js',
    from: 'timeoutMs = 12_000',
    to: 'timeoutMs = 2_000',
  },
];
