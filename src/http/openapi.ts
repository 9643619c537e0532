import { VERSION } from '../lib/version.ts';
import type { createRouter } from './router.ts';

const DESCRIPTION = `Rap lyrics intelligence: songs scraped, cleaned, embedded, analysed and found again by meaning.

Failures are RFC 9457 problem details with a stable \`code\` and the \`requestId\` of the log.
Lists page by cursor: send \`next_cursor\` back as \`cursor\`.`;

// SPDX; a constant, since the types of the document are older than `identifier`.
const LICENSE = { name: 'MIT', identifier: 'MIT' };

type Router = ReturnType<typeof createRouter>;

/** The OpenAPI 3.1 document, made from the routes themselves. */
export function openApiDocument(app: Router) {
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: { title: 'Barline', version: VERSION, description: DESCRIPTION, license: LICENSE },
    servers: [{ url: '/' }],
    tags: [
      { name: 'search', description: 'Finding songs by meaning and by words' },
      { name: 'tracks', description: 'Songs as they are stored' },
      { name: 'artists', description: 'What the songs of an artist have in common' },
      { name: 'analysis', description: 'What a text says and how it rhymes' },
      { name: 'batch', description: 'Many texts at once, worked on in the background' },
      { name: 'rhyme', description: 'How songs rhyme, and what rhymes with a word' },
      { name: 'export', description: 'The catalogue as a dataset' },
      { name: 'ingest', description: 'Watching artists and following their runs' },
      { name: 'admin', description: 'What only an administrator may do' },
      { name: 'system', description: 'Health and configuration' },
    ],
  });
}
