import type { RunningService } from '#service';
import { startWorld, type World } from '#testing';
import { FakeWhatsApp } from './fake-whatsapp.js';
import { startConversations } from './shop.js';

/** How long a stage may take to stand, ms. */
export const STAGE_MS = 90_000;

/** A world of its own and a fake of WhatsApp, without the service yet. */
export interface EmptyStage {
  world: World;
  whatsapp: FakeWhatsApp;
  /** Ends all of it, the services that were started in it included. */
  stop: () => Promise<void>;
}

/** A stage on which the service runs. */
export interface Stage extends EmptyStage {
  /** The first replica. */
  service: RunningService;
  /** All of them. */
  replicas: RunningService[];
}

/** For specs that start the service themselves. */
export async function emptyStage(): Promise<EmptyStage> {
  const [world, whatsapp] = await Promise.all([startWorld(), FakeWhatsApp.start()]);
  const stop = async () => {
    await world.stop();
    await whatsapp.stop();
  };
  return { world, whatsapp, stop };
}

/** The service against the fake, with all that it needs around it. @param replicas how many of it run */
export async function startStage(env: NodeJS.ProcessEnv = {}, replicas = 1): Promise<Stage> {
  const stage = await emptyStage();
  const start = () => startConversations(stage.world, stage.whatsapp, env);
  try {
    const service = await start();
    const all = [service];
    while (all.length < replicas) all.push(await start());
    return { ...stage, service, replicas: all };
  } catch (error) {
    await stage.stop();
    throw error;
  }
}
