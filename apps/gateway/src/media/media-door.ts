import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Door } from '../api/identity.js';
import { Visitors } from '../api/visitors.js';
import { Downloads } from './downloads.js';
import { Uploads } from './uploads.js';

const READ: Door = { method: 'GET', access: 'seller', scope: 'conversations' };
const WRITE: Door = { method: 'POST', access: 'seller', scope: 'conversations' };

/** GET /v1/media/:mediaId and POST /v1/media: files, which are no questions with an answer in JSON. */
@Injectable()
export class MediaDoor {
  constructor(
    private readonly visitors: Visitors,
    private readonly downloads: Downloads,
    private readonly uploads: Uploads,
  ) {}

  mount(scope: FastifyInstance): void {
    // A file is sent as it is: compressed it would have another length, and no parts.
    const asItIs: object = { exposeHeadRoute: false, compress: false };
    scope.get('/v1/media/:mediaId', { ...asItIs, onRequest: this.letIn(READ) }, (request, reply) =>
      this.downloads.serve(request, reply),
    );
    void scope.register((files, _options, done) => {
      files.removeAllContentTypeParsers();
      // Not read here: it goes to the store as it comes.
      files.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
      files.post('/v1/media', { onRequest: this.letIn(WRITE) }, (request, reply) => this.uploads.serve(request, reply));
      done();
    });
  }

  private letIn(door: Door) {
    return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
      void reply.header('cache-control', 'no-store');
      request.visitor = await this.visitors.letIn(door, request, reply);
    };
  }
}
