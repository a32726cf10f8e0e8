import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { newTraceId } from './graph-error.js';

/** The headers the Graph API puts on every answer; support asks for the trace id. */
@Injectable()
export class GraphHeaders implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: { version?: string; id?: string } }>>();
    const usage = [{ type: 'whatsapp', call_count: 1, total_cputime: 1, total_time: 1, estimated_time_to_regain_access: 0 }];
    void context
      .switchToHttp()
      .getResponse<FastifyReply>()
      .headers({
        'facebook-api-version': request.params.version ?? 'v26.0',
        'x-business-use-case-usage': JSON.stringify({ [request.params.id ?? 'app']: usage }),
        'x-fb-request-id': newTraceId(),
        'x-fb-trace-id': randomUUID(),
        'x-fb-rev': '1030000001',
      });
    return next.handle();
  }
}
