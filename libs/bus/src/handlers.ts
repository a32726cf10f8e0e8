import type { AnswerOf, Asks, Caller, EventClass, EventMeta, QuestionOf, Received, RequestClass } from '#contracts';

/** Marks on a class's methods, read once at start-up. */
export interface HandlerMarks {
  events: { method: string; contract: EventClass; batch: boolean }[];
  every: { method: string }[];
  /** Least time between two batches, in ms, by method. */
  rhythms: Map<string, number>;
  requests: { method: string; contract: RequestClass; transaction: boolean }[];
  workers: { method: string; name: string; idleMs: number; concurrency: number; outbound: boolean }[];
}

const marks = new Map<object, HandlerMarks>();

function marksFor(target: object): HandlerMarks {
  const found = marks.get(target) ?? { events: [], every: [], rhythms: new Map(), requests: [], workers: [] };
  marks.set(target, found);
  return found;
}

/** What a provider's class declared. */
export const marksOf = (prototype: object): HandlerMarks | undefined => marks.get(prototype);

// Not TypedPropertyDescriptor: its setter would refuse a method that needs fewer arguments than it is given.
interface Method<A extends unknown[], R> {
  value?: (...args: A) => R;
}

/** The method handles one event at a time, inside the batch's transaction (worker scope). The default: it reads best. */
export function OnEvent<T extends object>(contract: EventClass<T>) {
  return (target: object, method: string, _descriptor: Method<[T, EventMeta], Promise<void>>) => {
    marksFor(target).events.push({ method, contract, batch: false });
  };
}

/**
 * The method handles all fresh events of a batch at once, inside its transaction: for set-based SQL on hot paths. They may be out of order. With several contracts it
 * handles the batches of each; a batch holds events of one.
 */
export function OnEvents<T extends object>(...contracts: EventClass<T>[]) {
  return (target: object, method: string, _descriptor: Method<[Received<T>[]], Promise<void>>) => {
    for (const contract of contracts) marksFor(target).events.push({ method, contract, batch: true });
  };
}

/** The method handles every event of every other service, in batches by stream; for a reader of all streams. */
export function OnEveryEvent() {
  return (target: object, method: string, _descriptor: Method<[Received[]], Promise<void>>) => {
    marksFor(target).every.push({ method });
  };
}

/**
 * Beside {@link OnEvents} or {@link OnEveryEvent}: batches begin at least so many ms apart, so that what comes one by one shares a transaction. The first after a rest is not
 * held up, nor is a backlog; for readers nobody waits for.
 */
export function AtMostEvery(ms: number) {
  return (target: object, method: string, _descriptor: Method<never[], Promise<void>>) => {
    marksFor(target).rhythms.set(method, ms);
  };
}

/**
 * The method answers a request. By default it runs in a transaction of the caller's seller; with `transaction: false` it opens its own
 * (sign-in looks across sellers; a slow computation must not hold a connection).
 */
export function OnRequest<Q extends Asks<unknown>>(
  contract: RequestClass<Q>,
  { transaction = true }: { transaction?: boolean } = {},
) {
  return (target: object, method: string, _descriptor: Method<[QuestionOf<Q>, Caller], Promise<AnswerOf<Q>>>) => {
    marksFor(target).requests.push({ method, contract: contract as RequestClass, transaction });
  };
}

/**
 * The method does background work in rounds: it claims due rows (short transaction, SKIP LOCKED, lease), acts outside any transaction, and returns how many it did. It is called again
 * at once while it returns more than 0, else after `idleMs` or when {@link Workers.wake} names it.
 * `outbound` workers speak to the outside world; they do not run in safe mode (a restored copy).
 */
export function Worker({
  name,
  idleMs = 1_000,
  concurrency = 1,
  outbound = false,
}: {
  name: string;
  idleMs?: number;
  concurrency?: number;
  outbound?: boolean;
}) {
  return (target: object, method: string, _descriptor: Method<[], Promise<number>>) => {
    marksFor(target).workers.push({ method, name, idleMs, concurrency, outbound });
  };
}
