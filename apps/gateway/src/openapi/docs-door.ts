import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';

const ASSETS = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const TYPES = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8', png: 'image/png' } as const;
const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'] as const;

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>FluxAsync API</title>
    <link rel="icon" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/v1/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'none',
  defaultModelsExpandDepth: 0,
  filter: true,
  persistAuthorization: false,
});
`;

/** The page draws itself with styles of its own; everything else comes from this server. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

/** Serves the API's documentation at /docs: a page that reads /v1/openapi.json and lets one try each operation. Nothing is loaded from elsewhere. */
export function mountDocs(scope: FastifyInstance): void {
  const serve = (path: string, type: string, content: () => Promise<Buffer | string>) =>
    scope.get(path, async (_request, reply) =>
      reply
        .header('content-security-policy', POLICY)
        .header('cache-control', 'public, max-age=3600')
        .type(type)
        .send(await content()),
    );
  serve('/docs', 'text/html; charset=utf-8', () => Promise.resolve(PAGE));
  serve('/docs/start.js', TYPES.js, () => Promise.resolve(START));
  for (const file of FILES)
    serve(`/docs/${file}`, TYPES[file.split('.').at(-1) as keyof typeof TYPES], () => readFile(join(ASSETS, file)));
}
