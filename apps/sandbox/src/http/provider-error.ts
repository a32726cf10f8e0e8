import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';

/** An answer other than success, in the words of the third party that gives it. */
export abstract class ProviderError extends Error {
  abstract readonly status: number;
  readonly headers: Record<string, string> = {};
  abstract body(): unknown;
}

@Catch(ProviderError)
export class ProviderErrorFilter implements ExceptionFilter<ProviderError> {
  catch(error: ProviderError, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.code(error.status).headers(error.headers).send(error.body());
  }
}
