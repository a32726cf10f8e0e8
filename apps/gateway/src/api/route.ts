import { type AnswerOf, type Asks, type QuestionOf, type RequestClass, requestSpec, type Shape } from '#contracts';

/** Asks a service on behalf of the request's caller. */
export type Ask = <Q extends Asks<unknown>>(contract: RequestClass<Q>, question: QuestionOf<Q>) => Promise<AnswerOf<Q>>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One operation of the API: what the HTTP server, the OpenAPI document and the manifest are made from. */
export interface Route {
  method: Method;
  /** With `:name` for fields of the question that stand in the address. */
  path: string;
  says: string;
  tag: string;
  /** Status of success. */
  status: 200 | 201 | 204;
  /** `public`: no token, no seller. */
  access: 'seller' | 'public';
  /** Takes an Idempotency-Key: every POST whose answer may be stored. */
  idempotent: boolean;
  /** Path, query and body together; the contract that they are checked with. */
  question: Shape;
  answers?: Shape;
  /** Requests it makes. */
  asks: RequestClass[];
  run: (question: object, ask: Ask) => Promise<unknown>;
}

type Operation = `${Method} /v1/${string}`;

interface Options {
  tag: string;
  status?: Route['status'];
  access?: Route['access'];
  idempotent?: boolean;
}

/** An operation that one request of one service answers: its body is the request's own class. */
export function asks<Q extends Asks<unknown>>(operation: Operation, contract: RequestClass<Q>, options: Options): Route {
  const { says, answers } = requestSpec(contract as RequestClass);
  return route(operation, options, {
    says,
    question: contract,
    answers,
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
  return route(operation, options, { says, question, answers, asks: requests, run: (q, ask) => compose(q as Q, ask) });
}

function route(
  operation: Operation,
  { tag, status = 200, access = 'seller', idempotent }: Options,
  rest: Pick<Route, 'says' | 'question' | 'answers' | 'asks' | 'run'>,
): Route {
  const [method, path] = operation.split(' ') as [Method, string];
  return { method, path, tag, status, access, idempotent: idempotent ?? method === 'POST', ...rest };
}

/** Names of the fields that stand in a route's address. */
export const pathFields = ({ path }: Route): string[] => [...path.matchAll(/:(\w+)/g)].map((match) => match[1]!);
