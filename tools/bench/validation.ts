import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDateString,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
  validateSync,
} from 'class-validator';
import { checkOpen, OrderConfirmedV1 } from '#contracts';

/** The rules of order.confirmed as class-validator interprets them, for the comparison only. */
class Line {
  @IsUUID() productId!: string;
  @IsOptional() @IsUUID() variantId?: string;
  @IsOptional() @IsString() @Length(1, 40) size?: string;
  @IsOptional() @IsString() @Length(1, 40) color?: string;
  @IsInt() @Min(1) @Max(1000) quantity!: number;
  @IsString() @MinLength(1) @MaxLength(200) productName!: string;
  @IsInt() @Min(0) unitPrice!: number;
  @IsInt() @Min(0) lineTotal!: number;
}
class Confirmed {
  @IsUUID() orderId!: string;
  @IsString() @Length(1, 30) orderNumber!: string;
  @IsOptional() @IsUUID() agreementId?: string;
  @IsOptional() @IsUUID() conversationId?: string;
  @IsUUID() prospectId!: string;
  @IsString() @Length(1, 200) customerName!: string;
  @Matches(/^\+[1-9][0-9]{6,14}$/) customerPhone!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ValidateNested({ each: true }) @Type(() => Line) lines!: Line[];
  @IsInt() @Min(0) total!: number;
  @IsString() @Length(1, 400) deliveryAddress!: string;
  @Matches(/^\+[1-9][0-9]{6,14}$/) deliveryPhone!: string;
  @IsDateString() confirmedAt!: string;
}

const sample = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../libs/contracts/golden/order.confirmed.v1.json'), 'utf8'),
) as object;

/** µs for one event, in one round. */
function time(check: () => boolean, times: number): number {
  const start = performance.now();
  for (let i = 0; i < times; i++) if (!check()) throw new Error('the sample does not validate');
  return ((performance.now() - start) * 1_000) / times;
}

const interpreted = () => validateSync(plainToInstance(Confirmed, sample)).length === 0;
const compiled = () => checkOpen(OrderConfirmedV1, sample) === undefined;

/** @returns for each round what interpreting and what the compiled check take, µs */
export function compareValidation(rounds: number, times: number): (readonly [number, number])[] {
  time(interpreted, times);
  time(compiled, times);
  return Array.from({ length: rounds }, () => [time(interpreted, times), time(compiled, times)] as const);
}
