import { DomainError } from '#contracts';

/** What `work` comes to, if it does so within `ms`. @throws DomainError DATABASE_UNAVAILABLE after that; `work` itself goes on */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DomainError('DATABASE_UNAVAILABLE', 'unavailable', { ms })), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
