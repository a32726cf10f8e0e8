import type { DeliveryStatus } from '#contracts';
import type { Courier } from '../courier/courier.entity.js';

/** How a delivery is to be done. */
export interface Plan {
  courier: Courier;
  reason: string;
  plannedFor: Date;
  pickupAddress: string;
  /** FCFA. */
  fee: number;
}

/** A step in a delivery's life, for its history. `from` is null when it is first planned, and the same as `to` in a change that moves nothing. */
export interface Step {
  from: DeliveryStatus | null;
  to: DeliveryStatus;
  /** Who has it then. */
  courier: Courier;
  reason?: string;
  /** Cash counted, FCFA. */
  collected?: number;
}
