import { goodsWords } from './words/goods.js';
import { lineWords } from './words/lines.js';
import { orderWords } from './words/order.js';
import { priceWords } from './words/prices.js';
import { shopWords } from './words/shop.js';

/** What the offline assistant says, in French. One place, so that a persona or another language can replace it whole. */
export const say = { ...goodsWords, ...priceWords, ...orderWords, ...lineWords, ...shopWords };
