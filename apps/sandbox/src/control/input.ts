import { BadRequestException } from '@nestjs/common';

/** The body of a control call, read field by field; what is wrong is said in one sentence with HTTP 400. */
export class Input {
  readonly value: Readonly<Record<string, unknown>>;

  constructor(body: unknown) {
    if (typeof body !== 'object' || body === null || Array.isArray(body))
      throw new BadRequestException('a JSON object is expected');
    this.value = body as Record<string, unknown>;
  }

  has(field: string): boolean {
    return this.value[field] !== undefined && this.value[field] !== null;
  }

  text(field: string): string {
    const value = this.value[field];
    if (typeof value !== 'string' || value === '') throw new BadRequestException(`${field} must be a text`);
    return value;
  }

  optionalText(field: string): string | undefined {
    return this.has(field) ? this.text(field) : undefined;
  }

  /** Digits of a telephone number or WhatsApp id, however it is written. */
  digits(field: string): string {
    const digits = this.text(field).replace(/[\s+().-]/g, '');
    if (!/^\d{5,20}$/.test(digits)) throw new BadRequestException(`${field} must be a telephone number with its country code`);
    return digits;
  }

  whole(field: string, fallback: number, min: number, max: number): number {
    const value = this.value[field] ?? fallback;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    throw new BadRequestException(`${field} must be a whole number from ${min} to ${max}`);
  }

  /** A part of the whole, 0 to 1. */
  share(field: string, fallback: number): number {
    const value = this.value[field] ?? fallback;
    if (typeof value === 'number' && value >= 0 && value <= 1) return value;
    throw new BadRequestException(`${field} must be a number from 0 to 1`);
  }

  flag(field: string, fallback: boolean): boolean {
    const value = this.value[field] ?? fallback;
    if (typeof value !== 'boolean') throw new BadRequestException(`${field} must be true or false`);
    return value;
  }

  oneOf<const T extends string>(field: string, allowed: readonly T[], fallback?: T): T {
    const value = this.value[field] ?? fallback;
    const found = allowed.find((one) => one === value);
    if (found === undefined) throw new BadRequestException(`${field} must be one of ${allowed.join(', ')}`);
    return found;
  }

  /** Epoch ms of an ISO date or a number of epoch ms. */
  moment(field: string): number | undefined {
    if (!this.has(field)) return undefined;
    const at = new Date(this.value[field] as string | number).getTime();
    if (Number.isNaN(at)) throw new BadRequestException(`${field} must be a date`);
    return at;
  }

  object(field: string): Input | undefined {
    return this.has(field) ? new Input(this.value[field]) : undefined;
  }

  list(field: string): Input[] {
    const value = this.value[field] ?? [];
    if (!Array.isArray(value)) throw new BadRequestException(`${field} must be a list`);
    return value.map((item) => new Input(item));
  }
}
