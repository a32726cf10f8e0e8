import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { SERVICES } from '#contracts';
import { describeEnv, loadEnv } from '#service';
import { manifests } from './generate/manifests.js';
import { NATS_OPERATOR, natsPasswordVariable, natsUsers } from './generate/nats-authorization.js';
import { services } from './generate/services.js';
import { deploymentProblems, isSandbox, PROVIDER_ADDRESSES, TRIAL_SECRETS } from './launcher/trial-secrets.js';

const ROOT = join(import.meta.dirname, '..');
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8');

interface Container {
  image?: string;
  build?: { dockerfile: string; target: string; args: Record<string, string> };
  environment?: Record<string, string>;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  tmpfs?: string[];
  restart?: string;
  mem_limit?: string;
  stop_grace_period?: string;
  ports?: string[];
  profiles?: string[];
  healthcheck?: object;
  depends_on?: Record<string, { condition: string }>;
}

// Our own file: that it says nothing twice is no attack.
const compose = parse(text('docker-compose.yml'), { merge: true, maxAliasCount: -1 }) as {
  services: Record<string, Container>;
  volumes: Record<string, unknown>;
};
const containers = compose.services;
const dockerfile = text('deploy/Dockerfile');
const VARIABLE = /\$\{(\w+)(?::-([^}]*))?\}/g;

/** What compose hands over when nobody set anything. */
const asTrial = (value: string) =>
  value.replaceAll(VARIABLE, (whole, _name: string, otherwise: string | undefined) => {
    if (otherwise === undefined) throw new Error(`${whole} has no value for a trial: compose would not start without .env`);
    return otherwise;
  });
const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(containers[name]?.environment ?? {}).map(([key, value]) => [key, asTrial(String(value))]));

const appFolders = readdirSync(join(ROOT, 'apps'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
/** What a container is not asked: its health's address and port, and how long its stop takes. */
const FIXED = new Set(['HEALTH_HOST', 'HEALTH_PORT', 'SHUTDOWN_MS']);
const oneShots = ['preflight', 'migrate', 'infra', 'story', 'fluxasync'];

describe('docker-compose.yml', () => {
  it('has a container for every service and for the sandbox, each built for its own folder of apps/', () => {
    const built = Object.entries(containers).filter(([, { build }]) => build?.target === 'service');
    expect(built.map(([name]) => name).sort()).toEqual([...appFolders].sort());
    expect(built.map(([name]) => name)).toEqual(expect.arrayContaining([...SERVICES]));
    for (const [name, { build, image }] of built) {
      expect([name, build?.args.SERVICE, image]).toEqual([name, name, `fluxasync/${name}`]);
    }
  });

  it.each([...appFolders, ...oneShots, 'nats'])(
    '%s runs on a read-only root without rights, within a limit of memory',
    (name) => {
      expect(containers[name]).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        tmpfs: ['/tmp'],
        mem_limit: expect.stringMatching(/^\d+[mg]$/) as string,
      });
    },
  );

  it.each(services.map((service) => [service.manifest.service, service] as const))(
    '%s is given every variable it must have, each one fit',
    (name, { env }) => {
      const given = environmentOf(name);
      const required = describeEnv(env).filter((variable) => variable.default === undefined && !variable.optional);
      expect(required.map((variable) => variable.name).filter((variable) => !(variable in given))).toEqual([]);
      expect(() => loadEnv(env, given)).not.toThrow();
    },
  );

  it.each(services.map((service) => [service.manifest.service, service] as const))(
    '%s is given no variable that it does not read',
    (name, { env }) => {
      const known = [...describeEnv(env).map((variable) => variable.name), 'OTEL_EXPORTER_OTLP_ENDPOINT'];
      expect(Object.keys(environmentOf(name)).filter((variable) => !known.includes(variable))).toEqual([]);
    },
  );

  it.each(services.map((service) => [service.manifest.service, service] as const))(
    '%s, by what docs/operations.md tells an operator to set, can be set',
    (name, { env }) => {
      const told = new Set(
        [
          ...text('docs/operations.md')
            .replace(/<!-- generated:variables[^]*?<!-- .generated -->/, '')
            .matchAll(/`([A-Z][A-Z0-9_]+)`/g),
        ].map(([, variable]) => variable),
      );
      const own = describeEnv(env).map((variable) => variable.name);
      const given = Object.keys(containers[name]?.environment ?? {});
      expect(own.filter((variable) => told.has(variable) && !given.includes(variable) && !FIXED.has(variable))).toEqual([]);
    },
  );

  it.each([...SERVICES])('%s has a user of its own at the database and at the broker', (name) => {
    const { DATABASE_URL, NATS_URL } = environmentOf(name);
    expect(new URL(NATS_URL!).username).toBe(name);
    expect(new URL(DATABASE_URL!).username).toMatch(/^fluxasync_\w+$/);
    const others = SERVICES.filter((other) => other !== name).map((other) => environmentOf(other).DATABASE_URL);
    expect(others).not.toContain(DATABASE_URL);
  });

  it('starts in order: settings checked, tables made, streams made, then the services', () => {
    const done = { condition: 'service_completed_successfully' };
    for (const name of ['postgres', 'nats']) expect(containers[name]?.depends_on).toEqual({ preflight: done });
    expect(containers.migrate?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
    expect(containers.infra?.depends_on).toEqual({ migrate: done, nats: { condition: 'service_started' } });
    for (const name of SERVICES) expect(containers[name]?.depends_on).toEqual({ infra: done });
    expect(Object.keys(containers.story?.depends_on ?? {}).sort()).toEqual([...appFolders].sort());
  });

  it('starts what ended again, except what runs once', () => {
    for (const name of [...appFolders, 'postgres', 'nats'])
      expect([name, containers[name]?.restart]).toEqual([name, 'unless-stopped']);
    for (const name of oneShots) expect([name, containers[name]?.restart]).toEqual([name, 'no']);
  });

  it('leaves a service more time to end than it takes', () => {
    for (const { manifest, env } of services) {
      const { shutdownMs } = loadEnv(env, environmentOf(manifest.service));
      expect(Number.parseInt(containers[manifest.service]?.stop_grace_period ?? '10s') * 1_000).toBeGreaterThan(shutdownMs);
    }
  });

  it('opens ports on this machine only', () => {
    const ports = Object.values(containers).flatMap((container) => container.ports ?? []);
    expect(ports).toHaveLength(3);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('keeps the sandbox and its story out of a deployment that does not ask for them', () => {
    const optional = Object.entries(containers).filter(([, { profiles }]) => profiles !== undefined);
    expect(optional.map(([name]) => name).sort()).toEqual(['fluxasync', 'sandbox', 'story']);
  });
});

describe('secrets of a trial', () => {
  const occurrences = [...text('docker-compose.yml').matchAll(VARIABLE)].map(
    ([, name, otherwise]) => [name!, otherwise!] as const,
  );
  /** Those of third parties, and former ones, have no value in a trial. */
  const isSecret = (name: string) =>
    /PASSWORD|SECRET|TOKEN|_KEYS?$/.test(name) &&
    !/^(GEMINI_API_KEY|MEDIA_S3_\w+|SELLER_PASSWORD|\w+_PREVIOUS(_KEYS)?)$/.test(name);

  it('are all known to the preflight, with the value that docker-compose.yml gives them', () => {
    expect(Object.fromEntries(occurrences.filter(([name]) => isSecret(name)))).toEqual(TRIAL_SECRETS);
    for (const [name, otherwise] of occurrences.filter(([name]) => isSecret(name))) {
      expect([name, otherwise]).toEqual([name, TRIAL_SECRETS[name]]);
    }
  });

  it('reach the preflight, so that it can compare them', () => {
    const shown = environmentOf('preflight');
    expect(Object.fromEntries(Object.entries(shown).filter(([name]) => isSecret(name)))).toEqual(TRIAL_SECRETS);
    for (const name of PROVIDER_ADDRESSES) expect([name, isSandbox(shown[name])]).toEqual([name, true]);
    expect(deploymentProblems(shown)).toEqual([]);
    expect(deploymentProblems({ ...shown, WHATSAPP_API_URL: 'https://graph.facebook.com' }).length).toBeGreaterThan(
      Object.keys(TRIAL_SECRETS).length,
    );
  });

  it('do not include a key of a third party', () => {
    expect(environmentOf('conversations').GEMINI_API_KEY).toBe('');
  });
});

describe('deploy/Dockerfile', () => {
  const stages = new Map(
    dockerfile
      .split(/^(?=FROM )/m)
      .slice(1)
      .map((stage) => [/ AS (\w+)/.exec(stage)?.[1] ?? '', stage]),
  );

  it('builds from any base image: no frontend to fetch, nothing that only Alpine has, no image but the given one', () => {
    expect(dockerfile).not.toMatch(/^\s*#\s*syntax\s*=/im);
    expect(dockerfile).not.toMatch(/alpine|\bapk\b/i);
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base!);
    expect(bases.filter((base) => base !== '${NODE_IMAGE}' && !stages.has(base))).toEqual([]);
  });

  it.each(['cli', 'service'])('the image %s runs as a user without rights', (name) => {
    const users = [...stages.get(name)!.matchAll(/^USER (\S+)/gm)].map(([, user]) => user);
    expect(users).toEqual(['node']);
    expect(stages.get(name)).toMatch(/^USER node\n(?!.*^(RUN|COPY))/ms);
  });

  it('says how a service is, and ends it by a signal that it hears', () => {
    expect(stages.get('service')).toMatch(/^HEALTHCHECK .*--interval/m);
    expect(stages.get('service')).toMatch(/^STOPSIGNAL SIGTERM$/m);
    // A shell in between would swallow the signal.
    expect(stages.get('service')).toMatch(/^CMD \["node", .*"dist\/service\.js"\]$/m);
  });

  it('takes nothing into an image that the builder is not given', () => {
    const ignored = text('.dockerignore').split('\n');
    expect(ignored).toContain('*');
    const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+)$/gm)].flatMap(([, args]) => args!.split(' ').slice(0, -1));
    expect(copied.filter((path) => !ignored.includes(`!${path}`))).toEqual([]);
  });
});

describe('deploy/nats/nats-server.conf', () => {
  const conf = text('deploy/nats/nats-server.conf');

  it('has a user for each service and for the operator, and nobody else', () => {
    const users = [...conf.matchAll(/user: "([^"]+)", password: \$(\w+)/g)].map(([, user, variable]) => [user, variable]);
    expect(users).toEqual(natsUsers(manifests).map((user) => [user, natsPasswordVariable(user)]));
    expect(conf).not.toMatch(/no_auth_user/);
  });

  it('finds every password in the environment, quoted: a password of digits is no number', () => {
    const { environment } = containers.nats!;
    expect(Object.keys(environment ?? {}).sort()).toEqual(natsUsers(manifests).map(natsPasswordVariable).sort());
    for (const value of Object.values(environment ?? {})) expect(value).toMatch(/^"\$\{NATS_PASSWORD_\w+:-[^"}]+\}"$/);
  });

  it('lets nobody but the operator delete, purge or read past his consumers', () => {
    expect(conf).not.toMatch(/STREAM\.(DELETE|PURGE|MSG)|CONSUMER\.(DELETE|DURABLE)|"\$JS\.API\.>"|"[*>]"/);
    expect(conf.match(/permissions:/g)).toHaveLength(natsUsers(manifests).filter((user) => user !== NATS_OPERATOR).length);
  });
});
