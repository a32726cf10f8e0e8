import { readSandboxEnv, SandboxEnvError } from './sandbox.env.js';

const COMPLETE = {
  WHATSAPP_APP_SECRET: 's',
  WHATSAPP_VERIFY_TOKEN: 't',
  GMAIL_PUSH_AUDIENCE: 'a',
  GMAIL_PUSH_SERVICE_ACCOUNT: 'p@x.test',
};

describe('the sandbox’s environment', () => {
  it('listens on loopback and calls the local gateway by default', () => {
    expect(readSandboxEnv(COMPLETE)).toMatchObject({
      port: 8090,
      host: '127.0.0.1',
      stateDir: undefined,
      whatsapp: { webhookUrl: 'http://127.0.0.1:8080/webhooks/whatsapp' },
      gmail: { pushUrl: 'http://127.0.0.1:8080/webhooks/gmail' },
    });
  });

  it('names every problem at once and takes an empty variable for a missing one', () => {
    const wrong = { ...COMPLETE, WHATSAPP_APP_SECRET: ' ', SANDBOX_PORT: '99999', LOG_LEVEL: 'loud' };
    const problems = () => {
      try {
        readSandboxEnv(wrong);
        return [];
      } catch (error) {
        return (error as SandboxEnvError).problems;
      }
    };
    expect(problems().map((problem) => problem.split(' ')[0])).toEqual(['SANDBOX_PORT', 'WHATSAPP_APP_SECRET', 'LOG_LEVEL']);
  });
});
