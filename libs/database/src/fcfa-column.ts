import { Column, type ColumnOptions } from 'typeorm';

/** PostgreSQL's bigint reaches JavaScript as text; whole FCFA fit a number without loss. */
const asNumber = { to: (value: number | null) => value, from: (value: string | null) => (value === null ? null : Number(value)) };

/** A column of whole FCFA. */
export const FcfaColumn = (name: string, options: ColumnOptions = {}): PropertyDecorator =>
  Column('bigint', { name, transformer: asNumber, ...options });
