import { allEvents, schemaOf } from '#contracts';
import { PERSONAL_FIELDS } from './personal-fields.js';

/** Texts in events about a customer that do not tell of him: what he bought, who brought it, what third parties answered. */
const OF_OTHERS = new Set([
  'source',
  'adId',
  'adHeadline',
  'type',
  'wamid',
  'code',
  'explanation',
  'orderNumber',
  'courierName',
  'courierPhone',
  'parcel',
  'pickupAddress',
]);

interface Property {
  type: string;
  format?: string;
  enum?: string[];
  items?: { type: string };
}

const isText = ({ type, format, enum: words, items }: Property): boolean =>
  type === 'string' ? !words && format !== 'uuid' && format !== 'date-time' : items?.type === 'string';

const aboutCustomers = allEvents()
  .map(({ subject, contract }) => ({ subject, properties: schemaOf(contract)['properties'] as Record<string, Property> }))
  .filter(({ properties }) => properties['prospectId']);

it.each(aboutCustomers)(
  '$subject: every text in it is either removed with the customer or known to tell of others',
  ({ subject, properties }) => {
    const undecided = Object.entries(properties)
      .filter(([name, property]) => isText(property) && !OF_OTHERS.has(name))
      .map(([name]) => name);
    expect(undecided.sort()).toEqual([...(PERSONAL_FIELDS.get(subject) ?? [])].sort());
  },
);
