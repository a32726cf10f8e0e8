import { currentContext, inContext } from '#bus';

/** Runs what the platform decides by itself, in the chain of what gave rise to it: a customer who orders did not choose the courier. */
export const byPlatform = <T>(work: () => T): T => inContext({ ...currentContext(), actor: 'system' }, work);
