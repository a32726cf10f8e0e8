import {
  type AnswerOf,
  type ApiScope,
  type Asks,
  type QuestionOf,
  type RequestClass,
  requestSpec,
  schemaOf,
  secretFieldsOf,
  type Shape,
} from '#contracts';

/** Asks a service on behalf of the request's caller. */
export type Ask = <Q extends Asks<unknown>>(contract: RequestClass<Q>, question: QuestionOf<Q>) => Promise<AnswerOf<Q>>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A part of the shop that programs with a key may be let into: what stands before the colon of an {@link ApiScope}. */
export type ScopeArea = ApiScope extends `${infer Area}:${string}` ? Area : never;

/** One operation of the API: what the HTTP server, the OpenAPI document and the manifest are made from. */
export interface Route {
  method: Method;
  /** With `:name` for fields of the question that stand in the address. */
  path: string;
  says: string;
  tag: string;
  /** Status of success; 202 and 204 carry no body when the operation answers nothing. */
  status: 200 | 201 | 202 | 204;
  /** `public`: no token, no seller. */
  access: 'seller' | 'public';
  /** Of the people of a shop, owners only; whether programs may is the scope's affair. */
  owner?: true;
  /** Open to keys of programs with `<scope>:read` (GET) or `<scope>:write`; to none when absent. */
  scope?: ScopeArea;
  /** What success is written in, when not JSON: {@link run} gives a {@link TextFile}. */
  produces?: 'text/csv';
  /** Takes an Idempotency-Key: every POST and PATCH of somebody signed in. */
  idempotent: boolean;
  /** Fields of the answer that are shown once and not stored: an answer that is given again comes without them. */
  shownOnce: readonly string[];
  /** Edits one thing: takes If-Match, which becomes the question's `ifVersion`. */
  edits: boolean;
  /** Answers one thing with a version: success carries its ETag. */
  versioned: boolean;
  /** Path, query and body together; the contract that they are checked with. */
  question: Shape;
  answers?: Shape;
  /** It is one request of one service: cut off in the middle, it can be made again. */
  single: boolean;
  /** Requests it makes. */
  asks: RequestClass[];
  run: (question: object, ask: Ask) => Promise<unknown>;
}

/** What an operation that does not answer JSON gives: a file to save. */
export interface TextFile {
  name: string;
  text: string;
}

type Operation = `${Method} /v1/${string}`;

type Options = Pick<Route, 'tag' | 'owner' | 'scope' | 'produces'> & Partial<Pick<Route, 'status' | 'access'>>;

/** An operation that one request of one service answers: its body is the request's own class. */
export function asks<Q extends Asks<unknown>>(operation: Operation, contract: RequestClass<Q>, options: Options): Route {
  const { says, answers } = requestSpec(contract as RequestClass);
  return route(operation, options, {
    says,
    question: contract,
    answers,
    single: true,
    asks: [contract as RequestClass],
    run: (question, ask) => ask(contract, question as QuestionOf<Q>),
  });
}

/** An operation whose answer is put together from several requests. */
export function composes<Q extends object, A extends object>(
  operation: Operation,
  question: Shape<Q>,
  answers: Shape<A>,
  options: Options & { says: string; asks: RequestClass[]; compose: (question: Q, ask: Ask) => Promise<A> },
): Route {
  const { says, asks: requests, compose } = options;
  return route(operation, options, {
    says,
    question,
    answers,
    single: false,
    asks: requests,
    run: (q, ask) => compose(q as Q, ask),
  });
}

/** An operation that gives a file to save. */
export function writes<Q extends object>(
  operation: Operation,
  question: Shape<Q>,
  options: Options & {
    produces: 'text/csv';
    says: string;
    asks: RequestClass[];
    write: (question: Q, ask: Ask) => Promise<TextFile>;
  },
): Route {
  const { says, asks: requests, write } = options;
  return route(operation, options, { says, question, single: false, asks: requests, run: (q, ask) => write(q as Q, ask) });
}

function route(
  operation: Operation,
  { tag, status = 200, access = 'seller', owner, scope, produces }: Options,
  rest: Pick<Route, 'says' | 'question' | 'answers' | 'single' | 'asks' | 'run'>,
): Route {
  const [method, path] = operation.split(' ') as [Method, string];
  const { question, answers } = rest;
  return {
    ...{ method, path, tag, status, access, owner, scope, produces },
    idempotent: access === 'seller' && (method === 'POST' || method === 'PATCH'),
    shownOnce: answers === undefined ? [] : secretFieldsOf(answers),
    edits: hasField(question, 'ifVersion'),
    versioned: answers !== undefined && hasField(answers, 'version'),
    ...rest,
  };
}

const hasField = (shape: Shape, name: string) => name in (schemaOf(shape).properties as object);

/** Names of the fields that stand in a route's address. */
export const pathFields = ({ path }: Route): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);

/** What a program's key must allow to call a route; undefined when no key opens it. */
export const scopeOf = ({ method, scope }: Pick<Route, 'method' | 'scope'>): string | undefined =>
  scope && `${scope}:${method === 'GET' ? 'read' : 'write'}`;
