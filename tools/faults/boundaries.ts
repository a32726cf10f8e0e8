import type { ServiceName } from '#contracts';
import type { Patch } from '../rig/patches.js';

/** Where a process may die, by service: on each side of every commit, call and acknowledgement. */
const INSIDE_THE_BUS = [
  'consumer_after_fetch',
  'after_effect_before_commit',
  'after_commit_before_ack',
  'relay_after_publish_before_move',
] as const;

export const BOUNDARIES: Readonly<Record<ServiceName, readonly string[]>> = {
  gateway: ['after_verify', 'before_ingress_commit', 'after_commit_before_200', 'relay_after_publish_before_move'],
  accounts: ['relay_after_publish_before_move'],
  conversations: [
    ...INSIDE_THE_BUS,
    'turn_before_close',
    'turn_after_close',
    'send_before_call',
    'send_after_call_before_record',
    'send_after_record',
  ],
  orders: INSIDE_THE_BUS,
  deliveries: INSIDE_THE_BUS,
  'email-intelligence': ['consumer_after_fetch'],
  notifications: [...INSIDE_THE_BUS, 'notice_before_call', 'notice_after_call_before_record'],
  analytics: ['consumer_after_fetch', 'after_effect_before_commit', 'after_commit_before_ack'],
};

const BUS = "import { failpoint as rigFailpoint } from '#bus';\n";

/** Failpoints around calls of third parties and turns, which the services themselves do not have. */
export const CALL_BOUNDARIES: readonly Patch[] = [
  {
    file: 'apps/conversations/src/outbound/send.worker.js',
    from: 'await this.whatsapp.send(account, messageOf(send, content))',
    to: "(rigFailpoint('send_before_call'), await this.whatsapp.send(account, messageOf(send, content)).then((taken) => { rigFailpoint('send_after_call_before_record'); return taken; }))",
  },
  {
    file: 'apps/conversations/src/outbound/send.worker.js',
    from: 'await this.record.sent(send, wamid);',
    to: "await this.record.sent(send, wamid); rigFailpoint('send_after_record');",
  },
  {
    file: 'apps/conversations/src/outbound/send.worker.js',
    from: 'const MOST_AT_ONCE = 20;',
    to: `${BUS}const MOST_AT_ONCE = 20;`,
  },
  {
    file: 'apps/conversations/src/turns/turn.worker.js',
    from: 'this.log(open, reply, await this.closing.close(open, reply));',
    to: "rigFailpoint('turn_before_close'); const rigClosed = await this.closing.close(open, reply); rigFailpoint('turn_after_close'); this.log(open, reply, rigClosed);",
  },
  { file: 'apps/conversations/src/turns/turn.worker.js', from: 'const MOST_ATTEMPTS = 3;', to: `${BUS}const MOST_ATTEMPTS = 3;` },
  {
    file: 'apps/notifications/src/sending/send-notices.js',
    from: 'const { wamid } = await this.number.send(notice);',
    to: "rigFailpoint('notice_before_call'); const { wamid } = await this.number.send(notice); rigFailpoint('notice_after_call_before_record');",
  },
  { file: 'apps/notifications/src/sending/send-notices.js', from: 'const NO_ANSWER =', to: `${BUS}const NO_ANSWER =` },
];

/** Leases of sends are shortened, so that what a killed process had in hand is found again after seconds. The rules stay; only the patience changes. */
export const SHORT_LEASES: readonly Patch[] = [
  { file: 'apps/conversations/src/outbound/claim-sends.js', from: '15_000', to: '3_000' },
  { file: 'apps/notifications/src/sending/notice-queue.js', from: 'LEASE_MARGIN_SECONDS = 30', to: 'LEASE_MARGIN_SECONDS = 3' },
];
