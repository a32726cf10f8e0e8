import type { components } from './generated.js';

/** An error as the API tells it (RFC 9457): `code` for programs, `detail` in French for people. */
export type Problem = components['schemas']['Problem'];

/** The API said no, or something on the way did. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    /** What the API said; absent when the answer did not come from it (a proxy, a network that signs one in). */
    readonly problem?: Problem,
  ) {
    super(problem ? `${problem.code}: ${problem.detail}` : `HTTP ${status}`);
    this.name = 'ApiProblem';
  }

  get code(): string | undefined {
    return this.problem?.code;
  }
}

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer of a call, e.g. `await answer(api.GET('/v1/me'))`. @throws ApiProblem when there is none */
export async function answer<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw new ApiProblem(response.status, isProblem(error) ? error : undefined);
  return data as T;
}

export const isProblem = (error: unknown): error is Problem =>
  typeof (error as Problem | undefined)?.code === 'string' && typeof (error as Problem).detail === 'string';
