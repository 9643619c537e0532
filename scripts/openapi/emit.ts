import { createApp } from '../../src/http/app.ts';
import { openApiDocument } from '../../src/http/openapi.ts';

/** The OpenAPI document as `/openapi.json` serves it. */
export function emitOpenApi(): string {
  const app = createApp({
    openContext: () => {
      throw new Error('The document is made without a request.');
    },
  });
  return JSON.stringify(openApiDocument(app));
}
