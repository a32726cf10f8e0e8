/** PostgreSQL cannot be reached or is going down: wait and try again, nothing is wrong with the work itself. */
export function isDatabaseDown(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  if (code && (/^(08|57P0)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', '53300'].includes(code)))
    return true;
  return /Connection terminated|connection timeout|Client has encountered a connection error|timeout exceeded when trying to connect/i.test(
    message ?? '',
  );
}

/** Two transactions got in each other's way: the same work, done again, succeeds. */
export function isTransactionConflict(error: unknown): boolean {
  return ['40001', '40P01', '55P03'].includes((error as { code?: string })?.code ?? '');
}

/** A row with this key is there already (unique index). @param constraint only when this constraint was hit */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  const e = (error ?? {}) as { code?: string; constraint?: string };
  return e.code === '23505' && (!constraint || e.constraint === constraint);
}
