import { NotificationFailedV1, NotificationSentV1 } from '#contracts';
import { applyStatus } from '../statuses/apply-status.js';
import { NEVER_CONFIRMED, Notification } from './notification.entity.js';
import type { NoticeState } from './states.js';

function aNotice(state: NoticeState, wamid: string | null = null): Notification {
  return Object.assign(new Notification(), {
    id: '019ab0c0-0000-7000-8000-000000000001',
    sellerId: '019ab0c0-0000-7000-8000-000000000002',
    kind: 'nouvelle_commande',
    channel: 'whatsapp',
    recipient: 'seller',
    referenceId: null,
    referenceType: null,
    state,
    attempts: 1,
    resends: 0,
    dueAt: new Date(),
    leaseUntil: new Date(),
    wamid,
    errorCode: null,
    explanation: null,
    version: 1,
    createdAt: new Date(),
    sentAt: null,
  });
}

const told = (notice: Notification) => notice.takeFacts().map((one) => one.contract);
const DEAD_NUMBER = { code: 131026 };
const BUSY = { code: 131016 };

describe('a notice', () => {
  it('is told as sent once, by the answer or by the first status, whichever comes first', () => {
    const notice = aNotice('sending');
    expect(applyStatus(notice, { wamid: 'w', status: 'delivered' })).toBe(true);
    notice.accepted('w');
    expect(applyStatus(notice, { wamid: 'w', status: 'sent' })).toBe(false);
    expect(applyStatus(notice, { wamid: 'w', status: 'read' })).toBe(true);
    expect([notice.state, notice.wamid, told(notice)]).toEqual(['read', 'w', [NotificationSentV1]]);
  });

  it('that WhatsApp refused before its answer was read stays refused', () => {
    const notice = aNotice('sending');
    applyStatus(notice, { wamid: 'w', status: 'failed', fault: DEAD_NUMBER });
    notice.accepted('w');
    expect([notice.state, notice.errorCode, told(notice)]).toEqual(['failed', '131026', [NotificationFailedV1]]);
  });

  it('stays refused when an older « sent » comes late, waiting to be tried again too; what arrived after all did', () => {
    const [refused, waiting] = [aNotice('sent', 'w'), aNotice('sent', 'w')];
    applyStatus(refused, { wamid: 'w', status: 'failed', fault: DEAD_NUMBER });
    applyStatus(waiting, { wamid: 'w', status: 'failed', fault: BUSY });
    for (const one of [refused, waiting]) expect(applyStatus(one, { wamid: 'w', status: 'sent' })).toBe(false);
    expect([refused.state, waiting.state, waiting.wamid]).toEqual(['failed', 'pending', null]);
    applyStatus(refused, { wamid: 'w', status: 'delivered' });
    expect(refused.state).toBe('delivered');
  });

  it('given up without a word is sent when the word comes', () => {
    const notice = aNotice('unknown');
    notice.fail(NEVER_CONFIRMED, 'jamais confirmé');
    applyStatus(notice, { wamid: 'w', status: 'sent' });
    expect(notice.state).toBe('sent');
  });

  it('that WhatsApp could not deliver for a passing reason is tried again, and not taken for sent by the late answer', () => {
    const notice = aNotice('sending');
    applyStatus(notice, { wamid: 'w', status: 'failed', fault: BUSY });
    notice.accepted('w');
    expect([notice.state, notice.wamid, notice.dueAt > new Date(), told(notice)]).toEqual(['pending', null, true, []]);
  });

  it('sent twice out of doubt is not undone by the failure of its first message', () => {
    const notice = aNotice('sent', 'second');
    expect(applyStatus(notice, { wamid: 'first', status: 'failed', fault: DEAD_NUMBER })).toBe(false);
    expect(notice.state).toBe('sent');
  });

  it('given up and delivered after all is delivered', () => {
    const notice = aNotice('unknown');
    notice.fail('no_answer', 'jamais confirmé');
    applyStatus(notice, { wamid: 'w', status: 'delivered' });
    expect([notice.state, notice.errorCode, told(notice)]).toEqual([
      'delivered',
      null,
      [NotificationFailedV1, NotificationSentV1],
    ]);
  });

  it('that is delivered is never doubted, and cannot fail', () => {
    const notice = aNotice('delivered', 'w');
    notice.doubt(new Date(), 'timeout', '?');
    expect(applyStatus(notice, { wamid: 'w', status: 'failed', fault: DEAD_NUMBER })).toBe(false);
    expect(notice.state).toBe('delivered');
    expect(() => notice.fail('x', 'x')).toThrow('NOTICE_MOVE_REFUSED {"from":"delivered","to":"failed"');
  });
});
