import { newId } from '#database';
import type { RunningService } from '#service';
import { startWorld, type World } from '#testing';
import { ordersService } from '../src/orders.service-definition.js';
import { rowsOf, unexplainedMoney, unexplainedStock } from './fixtures.js';

/** What a test of orders has: a world with the service in it, and a seller whom no other test knows. */
export interface Stage {
  world: World;
  service: RunningService;
  sellerId: string;
}

/**
 * Starts a world with the service for the tests around the call, and looks after each of them: no stock and no money that the books do not explain, and nothing set
 * aside.
 *
 * ```ts
 * let { world, service, sellerId } = {} as Stage;
 * onStage((stage) => ({ world, service, sellerId } = stage));
 * ```
 * @param given told before each test, which has a seller of its own
 * @param options how many replicas run (one unless said); what is done before the first starts
 * @returns stops the first replica, lets something happen meanwhile, and starts it again
 */
export function onStage(
  given: (stage: Stage) => void,
  { replicas = 1, prepare }: { replicas?: number; prepare?: (world: World) => Promise<void> } = {},
): <T>(meanwhile: () => Promise<T>) => Promise<T> {
  let world: World;
  let service: RunningService;
  let sellerId: string;
  const tell = () => given({ world, service, sellerId });

  beforeAll(async () => {
    world = await startWorld();
    await prepare?.(world);
    service = await world.start(ordersService);
    for (let more = 1; more < replicas; more += 1) await world.start(ordersService);
  }, 60_000);
  beforeEach(() => {
    sellerId = newId();
    tell();
  });
  afterEach(async () => {
    expect(await unexplainedStock(service)).toEqual([]);
    expect(await unexplainedMoney(service)).toEqual([]);
    expect(await rowsOf(service, 'select consumer, error from dead_letter')).toEqual([]);
  });
  afterAll(() => world?.stop());

  return async (meanwhile) => {
    await service.stop();
    const happened = await meanwhile();
    service = await world.start(ordersService);
    tell();
    return happened;
  };
}
