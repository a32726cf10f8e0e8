import { deploymentProblems, isSandbox, PROVIDER_ADDRESSES, TRIAL_SECRETS } from './trial-secrets.js';

const toTheSandbox = Object.fromEntries(PROVIDER_ADDRESSES.map((name) => [name, 'http://sandbox:8090']));
const toTheWorld = {
  WHATSAPP_API_URL: 'https://graph.facebook.com',
  GMAIL_API_URL: 'https://gmail.googleapis.com',
  GOOGLE_OAUTH_URL: 'https://oauth2.googleapis.com',
  GOOGLE_CERTS_URL: 'https://www.googleapis.com/oauth2/v3/certs',
};
const ownSecrets = Object.fromEntries(Object.keys(TRIAL_SECRETS).map((name, i) => [name, `own-${i}`]));

describe('settings of a container deployment', () => {
  it('lets a trial with the sandbox start as it is', () => {
    expect(deploymentProblems({ ...TRIAL_SECRETS, ...toTheSandbox })).toEqual([]);
  });

  it('names every trial secret when WhatsApp is the real one', () => {
    const problems = deploymentProblems({ ...TRIAL_SECRETS, ...toTheWorld });
    expect(problems).toEqual(Object.keys(TRIAL_SECRETS).map((name) => `${name} still has its trial value`));
    expect(problems).toContain('ACCOUNTS_JWT_PRIVATE_KEY still has its trial value');
  });

  it('names the one secret that was forgotten, and never shows a value', () => {
    const secrets = { ...ownSecrets, FLUXASYNC_ENCRYPTION_KEYS: TRIAL_SECRETS.FLUXASYNC_ENCRYPTION_KEYS };
    expect(deploymentProblems({ ...secrets, ...toTheWorld })).toEqual(['FLUXASYNC_ENCRYPTION_KEYS still has its trial value']);
  });

  it('takes a secret that is missing for one that was not set', () => {
    const { WHATSAPP_APP_SECRET: _, ...rest } = ownSecrets;
    expect(deploymentProblems({ ...rest, ...toTheWorld })).toEqual(['WHATSAPP_APP_SECRET still has its trial value']);
  });

  it('lets real sellers start with secrets of their own', () => {
    expect(deploymentProblems({ ...ownSecrets, ...toTheWorld })).toEqual([]);
  });

  it('does not mix the world with the sandbox: keys of the sandbox would vouch for mails of real sellers', () => {
    const mixed = { ...ownSecrets, ...toTheWorld, GOOGLE_CERTS_URL: 'http://sandbox:8090/oauth2/v3/certs' };
    expect(deploymentProblems(mixed)).toEqual(['GOOGLE_CERTS_URL still points to the sandbox']);
  });

  it('lets webhooks go into its own network in a trial only', () => {
    const allowed = { GATEWAY_WEBHOOKS_ALLOW_PRIVATE: 'true' };
    expect(deploymentProblems({ ...TRIAL_SECRETS, ...toTheSandbox, ...allowed })).toEqual([]);
    expect(deploymentProblems({ ...ownSecrets, ...toTheWorld, ...allowed })).toEqual([
      'GATEWAY_WEBHOOKS_ALLOW_PRIVATE would let sellers have events posted into this network',
    ]);
  });

  it('refuses a password that would break the address it stands in', () => {
    const secrets = { ...TRIAL_SECRETS, ...toTheSandbox, POSTGRES_PASSWORD: 'p@ss/word' };
    expect(deploymentProblems(secrets)).toEqual([
      'POSTGRES_PASSWORD must be letters, digits, "-", "_", "." and "~" only, since it stands in an address',
    ]);
  });

  it('knows the sandbox by its host, not by a word in the address', () => {
    expect(isSandbox('http://sandbox:8090')).toBe(true);
    expect(isSandbox('https://sandbox.example.com')).toBe(false);
    expect(isSandbox('https://graph.facebook.com/?via=sandbox')).toBe(false);
    expect(isSandbox(undefined)).toBe(false);
  });
});
