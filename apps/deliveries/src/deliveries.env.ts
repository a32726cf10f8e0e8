import { rules, ServiceEnv, variable } from '#service';

/** What deliveries reads from its environment. */
export class DeliveriesEnv extends ServiceEnv {
  @variable('DELIVERY_STANDARD_FEE', rules.integer(0, 1_000_000), 'fee in FCFA for a zone without a fee of its own', {
    default: '2000',
  })
  standardFee!: number;

  @variable('DELIVERY_FIRST_HOUR', rules.integer(0, 23), "first hour of a day's deliveries, in the seller's time zone", {
    default: '14',
  })
  firstHour!: number;

  @variable('DELIVERY_LAST_HOUR', rules.integer(0, 23), "last hour of a day's deliveries, in the seller's time zone", {
    default: '18',
  })
  lastHour!: number;

  @variable('DELIVERIES_PER_HOUR', rules.integer(1, 100), 'deliveries one courier takes in an hour', { default: '3' })
  perHour!: number;

  @variable('DELIVERY_ATTEMPTS', rules.integer(1, 10), 'attempts before a parcel goes back to the seller', { default: '3' })
  attempts!: number;
}
