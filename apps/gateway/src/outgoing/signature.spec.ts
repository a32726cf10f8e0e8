import { Webhook } from 'standardwebhooks';
import { newSecret, signatureHeaders } from './signature.js';

const body = '{"test": 2432232314}';

describe('the signature of a webhook', () => {
  it('is that of the published test vector of Standard Webhooks', () => {
    const at = new Date(1_614_265_330_000);
    expect(signatureHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', body, ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], at)).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is accepted by the scheme’s own library under either secret while one is being changed, and under no other', () => {
    const [fresh, former, other] = [newSecret(), newSecret(), newSecret()];
    const headers = signatureHeaders('0199d3a0', body, [fresh, former]);
    for (const secret of [fresh, former]) expect(new Webhook(secret).verify(body, headers)).toEqual({ test: 2432232314 });
    expect(() => new Webhook(other).verify(body, headers)).toThrow();
    expect(() => new Webhook(fresh).verify(`${body} `, headers)).toThrow();
  });
});
