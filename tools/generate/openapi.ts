import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTS, { astToString } from 'openapi-typescript';
import { apiRoutes } from '../../apps/gateway/src/api/routes.js';
import { openApiDocument } from '../../apps/gateway/src/openapi/document.js';

/** The OpenAPI document as it is published, and the types of the client that are made from it. */
export async function openApiFiles(): Promise<{ document: string; types: string }> {
  const document = `${JSON.stringify(openApiDocument(apiRoutes), null, 2)}\n`;
  return { document, types: astToString(await openapiTS(document, { alphabetize: true })) };
}

/** What Redocly's recommended rules say against the document; warnings count. */
export async function openApiFaults(document: string): Promise<string[]> {
  const config = await createConfig({ extends: ['recommended'] });
  const problems = await lintFromString({ source: document, absoluteRef: 'docs/openapi.json', config });
  return problems.map(
    ({ ruleId, message, location }) => `docs/openapi.json ${location[0]?.pointer ?? ''}: ${message} (${ruleId})`,
  );
}
