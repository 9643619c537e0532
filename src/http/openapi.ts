import { VERSION } from '../lib/version.ts';
import type { createRouter } from './router.ts';

const DESCRIPTION = `Rap lyrics intelligence: songs scraped, cleaned, embedded, analysed and found again by meaning.

Failures are RFC 9457 problem details with a stable \`code\` and the \`requestId\` of the log.
Lists page by cursor: send \`next_cursor\` back as \`cursor\`.
Texts in requests hold no NUL character, no lone surrogate, and more than white space.`;

// SPDX; a constant, because the document's types do not know `identifier` yet.
const LICENSE = { name: 'MIT', identifier: 'MIT' };

type Router = ReturnType<typeof createRouter>;

/** The OpenAPI 3.1 document, generated from the routes. */
export function openApiDocument(app: Router) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Barline', version: VERSION, description: DESCRIPTION, license: LICENSE },
    servers: [{ url: '/' }],
    tags: [
      { name: 'search', description: 'Finding songs by meaning and by words' },
      { name: 'tracks', description: 'The stored songs' },
      { name: 'artists', description: 'What the songs of an artist have in common' },
      { name: 'analysis', description: 'Analysis of texts: mood, themes, style and rhyme' },
      { name: 'writing', description: 'Writing verses and lines to order, and rewriting in another style' },
      { name: 'batch', description: 'Many texts at once, processed in the background' },
      { name: 'rhyme', description: 'The rhymes of songs, and rhymes for a word' },
      { name: 'trends', description: 'What changes in the songs over the years' },
      { name: 'export', description: 'The catalogue as a dataset' },
      {
        name: 'ingest',
        description: 'Watching artists, following their runs, and storing the songs of files',
      },
      { name: 'admin', description: 'Operations for administrators only' },
      { name: 'system', description: 'Health and configuration' },
    ],
  });
}
