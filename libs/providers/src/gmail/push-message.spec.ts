import { readPush } from './push-message.js';

const push = (data: unknown, fields: object = { messageId: '2070443601311540' }) => ({
  message: { data: typeof data === 'string' ? data : Buffer.from(JSON.stringify(data)).toString('base64'), ...fields },
  subscription: 'projects/fluxasync/subscriptions/gmail-push',
});
const said = { pushId: '2070443601311540', address: 'kouadio.boutique@gmail.com', historyId: '9000412' };

describe("a mailbox's push", () => {
  it.each<[string, object]>([
    ['a number', push({ emailAddress: 'Kouadio.Boutique@gmail.com', historyId: 9000412 })],
    ['a text', push({ emailAddress: 'kouadio.boutique@gmail.com', historyId: '9000412' })],
    [
      'base64url without padding',
      push(Buffer.from('{"emailAddress":"kouadio.boutique@gmail.com","historyId":9000412}').toString('base64url')),
    ],
    [
      'the id in snake case',
      push({ emailAddress: 'kouadio.boutique@gmail.com', historyId: 9000412 }, { message_id: '2070443601311540' }),
    ],
  ])('is read with %s', (_what, body) => expect(readPush(body)).toEqual(said));

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a list', []],
    ['no message', { subscription: 'x' }],
    ['no id', push({ emailAddress: 'a@b.ci', historyId: 1 }, {})],
    ['data that is not JSON', push('%%%')],
    ['null data', push(null)],
    ['a history id that is no number', push({ emailAddress: 'a@b.ci', historyId: 'x' })],
  ])('is none of ours with %s', (_what, body) => expect(readPush(body)).toBeUndefined());
});
