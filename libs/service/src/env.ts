/** How a variable's text becomes a value. `parse` throws an Error whose message completes "NAME …". */
export interface Rule<T> {
  says: string;
  parse: (text: string) => T;
}

const rule = <T>(says: string, parse: (text: string) => T | undefined): Rule<T> => ({
  says,
  parse: (text) => {
    const value = parse(text);
    if (value === undefined) throw new Error(`must be ${says}`);
    return value;
  },
});

/** Rules for variables. */
export const rules = {
  text: (says = 'a text that is not empty', pattern = /\S/) => rule(says, (t) => (pattern.test(t) ? t : undefined)),
  integer: (min: number, max: number) =>
    rule(`a whole number from ${min} to ${max}`, (t) =>
      /^-?\d+$/.test(t) && Number(t) >= min && Number(t) <= max ? Number(t) : undefined,
    ),
  number: (min: number, max: number) =>
    rule(`a number from ${min} to ${max}`, (t) => (t.trim() && Number(t) >= min && Number(t) <= max ? Number(t) : undefined)),
  port: () => rule('a port, 0 to 65535', (t) => (/^\d{1,5}$/.test(t) && Number(t) <= 65_535 ? Number(t) : undefined)),
  flag: () => rule('true or false', (t) => (t === 'true' ? true : t === 'false' ? false : undefined)),
  oneOf: <V extends string>(...values: V[]) => rule(`one of ${values.join(', ')}`, (t) => values.find((v) => v === t)),
  url: (...protocols: string[]) =>
    rule(`an address that begins with ${protocols.map((p) => `${p}://`).join(' or ')}`, (t) =>
      URL.canParse(t) && protocols.includes(new URL(t).protocol.slice(0, -1)) ? t : undefined,
    ),
} as const;

interface Variable {
  name: string;
  says: string;
  rule: Rule<unknown>;
  /** As text, like the environment's. */
  default?: string;
  optional?: boolean;
  secret?: boolean;
}

const variables = new Map<object, Map<string, Variable>>();

/**
 * Declares one environment variable of a service's env class.
 * @param options without `default` and not `optional`, the variable must be set
 */
export function variable<T>(
  name: string,
  rule: Rule<T>,
  says: string,
  options: { default?: string; optional?: boolean; secret?: boolean } = {},
): PropertyDecorator {
  return (target, key) => {
    const own = variables.get(target) ?? new Map<string, Variable>();
    own.set(String(key), { name, rule, says, ...options });
    variables.set(target, own);
  };
}

function variablesOf(envClass: new () => object): Map<string, Variable> {
  const merged = new Map<string, Variable>();
  const chain: object[] = [];
  for (
    let proto = envClass.prototype as object | null;
    proto && proto !== Object.prototype;
    proto = Object.getPrototypeOf(proto) as object | null
  )
    chain.unshift(proto);
  for (const proto of chain) for (const [key, value] of variables.get(proto) ?? []) merged.set(key, value);
  return merged;
}

/** Every variable of an env class, for documentation. */
export const describeEnv = (envClass: new () => object) =>
  [...variablesOf(envClass).values()].map(({ rule: { says: must }, ...rest }) => ({ ...rest, must }));

/** Configuration that cannot be used; the message lists every problem at once. */
export class EnvError extends Error {
  constructor(readonly problems: string[]) {
    super(`the environment is not complete:\n  ${problems.join('\n  ')}`);
    this.name = 'EnvError';
  }
}

/** Reads the variables of an env class, once. @throws EnvError naming every variable that is missing or wrong (never the value of a secret) */
export function loadEnv<T extends object>(envClass: new () => T, source: NodeJS.ProcessEnv = process.env): T {
  const env = new envClass() as Record<string, unknown>;
  const problems: string[] = [];
  for (const [key, v] of variablesOf(envClass)) {
    const text = source[v.name]?.trim() || v.default;
    if (text === undefined) {
      if (!v.optional) problems.push(`${v.name} is missing: ${v.says}; must be ${v.rule.says}`);
      continue;
    }
    try {
      env[key] = v.rule.parse(text);
    } catch (error) {
      problems.push(`${v.name} ${(error as Error).message}${v.secret ? '' : `, is "${text}"`} (${v.says})`);
    }
  }
  if (problems.length) throw new EnvError(problems);
  return env as T;
}

/** What every service reads. */
export class ServiceEnv {
  @variable('DATABASE_URL', rules.url('postgres', 'postgresql'), "connection of the service's login role", { secret: true })
  databaseUrl!: string;

  @variable('NATS_URL', rules.url('nats', 'tls'), 'the broker, with user and password where it asks for them', { secret: true })
  natsUrl!: string;

  @variable('HEALTH_PORT', rules.port(), 'port of /health/live, /health/ready and /metrics', { default: '0' })
  healthPort!: number;

  @variable('HEALTH_HOST', rules.text(), 'address they listen on', { default: '127.0.0.1' })
  healthHost!: string;

  @variable('DATABASE_POOL_SIZE', rules.integer(2, 100), 'connections to the database at most', { default: '10' })
  databasePoolSize!: number;

  @variable(
    'LOG_LEVEL',
    rules.oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    'least severe log line to write',
    { default: 'info' },
  )
  logLevel!: string;

  @variable('SHUTDOWN_MS', rules.integer(500, 60_000), 'how long a graceful stop may take, in ms', { default: '8000' })
  shutdownMs!: number;
}
