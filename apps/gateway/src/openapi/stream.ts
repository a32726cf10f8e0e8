const response = (name: string) => ({ $ref: `#/components/responses/${name}` });

const SAMPLE = [
  'retry: 2000',
  '',
  'id: 1041',
  'event: ready',
  'data: {}',
  '',
  'id: 1042',
  'event: message.received',
  'data: {"id":"0199d3a0-7c1e-7b3f-9a52-4c1d2e3f4a5b","type":"message.received","occurredAt":"2026-11-23T09:05:00.000Z","data":{"conversationId":"…"}}',
  '',
  ': heartbeat',
  '',
].join('\n');

/** The live stream, which is no question with an answer and so stands beside the route table. */
export const streamPath = () => ({
  get: {
    operationId: 'stream',
    summary: 'What happens in the shop, as it happens',
    description:
      'Server-Sent Events: new messages, order, delivery and figure changes. `event` is the type, `data` an ApiEvent, `id` the place in the stream. After a break send the last id: nothing is missed and nothing comes twice, whichever gateway answers. `event: reset` means that the place is too old (7 days): load your lists anew. The stream ends with `event: expired` when the access token does.',
    tags: ['Events'],
    security: [{ accessToken: [] }, { apiKey: ['events:read'] }],
    parameters: [
      {
        name: 'Last-Event-ID',
        in: 'header',
        required: false,
        description: 'The last id that was received; an EventSource sends it by itself when it reconnects',
        schema: { type: 'string', pattern: '^[0-9]{1,18}$' },
        example: '1041',
      },
      {
        name: 'lastEventId',
        in: 'query',
        required: false,
        description: 'The same, where headers cannot be set',
        schema: { type: 'string', pattern: '^[0-9]{1,18}$' },
        example: '1041',
      },
      {
        name: 'types',
        in: 'query',
        required: false,
        description: 'Only these types, separated by commas',
        schema: { type: 'string', maxLength: 2_000, examples: ['message.received,order.confirmed'] },
      },
      {
        name: 'access_token',
        in: 'query',
        required: false,
        description: 'The token, where headers cannot be set (EventSource); prefer the header elsewhere',
        schema: { type: 'string', maxLength: 4_000, examples: ['eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl'] },
      },
    ],
    responses: {
      '200': {
        description: 'The stream; it goes on until either side ends it',
        content: { 'text/event-stream': { schema: { type: 'string' }, example: SAMPLE } },
      },
      '400': response('Invalid'),
      '401': response('Unauthenticated'),
      '403': response('Forbidden'),
      '429': response('RateLimited'),
      '503': response('Unavailable'),
    },
  },
});
