import { rules, ServiceEnv, variable } from '#service';

/** What orders reads from its environment. */
export class OrdersEnv extends ServiceEnv {
  @variable(
    'ALTERNATIVES_PRICE_BAND_PERCENT',
    rules.integer(1, 100),
    'how far the price of an alternative may lie from what was asked for, in percent',
    { default: '35' },
  )
  alternativesPriceBandPercent!: number;
}
