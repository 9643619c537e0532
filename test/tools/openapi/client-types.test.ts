import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import openapiTS from 'openapi-typescript';
import { expect, it } from 'vitest';
import { ROOT } from '../../../scripts/build.ts';
import { emitOpenApi } from '../../../scripts/openapi/emit.ts';

const run = promisify(execFile);

/** Code of a client with types generated from the document. Each expected error has to occur. */
const CLIENT = `
import type { components, paths } from './api.d.ts';

type Path<M extends string> = { [P in keyof paths]: paths[P] extends Record<M, unknown> ? P : never }[keyof paths];
type Answer<P extends keyof paths, M extends keyof paths[P]> = paths[P][M] extends {
  responses: Record<200, { content: Record<'application/json', infer A> }>;
} ? A : never;
type Body<P extends Path<'post'>> = paths[P]['post'] extends {
  requestBody: { content: { 'application/json': infer B } };
} ? B : never;
type Content<P extends Path<'post'>> = paths[P]['post'] extends { responses: { 200: { content: infer C } } } ? C : never;

// Fields with a default are left out.
export const analyze: Body<'/analyze'> = { lyrics: 'ten words' };
export const compare: Body<'/analyze/compare'> = { lyrics: 'ten words', analyzers: ['qwen', 'algorithmic'] };
export const batch: Body<'/batch'> = { items: [{ lyrics: 'ten words' }] };
export const recommend: Body<'/recommendations'> = { liked: [1] };
export const watch: Body<'/ingest/artists'> = { name: 'An Artist' };
export const query: paths['/search']['get']['parameters']['query'] = { q: 'rain' };
export const rhymes: paths['/rhymes']['get']['parameters']['query'] = { word: 'rain' };
// @ts-expect-error the text is required
export const noText: Body<'/analyze'> = {};
// @ts-expect-error an analyser has one of four names
export const other: Body<'/analyze'> = { lyrics: 'ten words', analyzer: 'other' };

// The JSON answer is not a string, and the stream is not JSON.
export const types: keyof Content<'/analyze'> = 'application/json';
// @ts-expect-error the stream has a path of its own
export const mixed: keyof Content<'/analyze'> = 'text/event-stream';
export function read(event: components['schemas']['AnalysisEvent']): number {
  switch (event.event) {
    case 'engine':
    case 'model':
      return event.data.analysis.confidence;
    case 'degraded':
      return event.data.retry_after_seconds ?? 0;
    case 'done':
      return event.data.processing_time_ms;
  }
}

// Nullable fields have to be checked.
export function bare(answer: Answer<'/analyze/compare', 'post'>): number | undefined {
  // @ts-expect-error there may be no analysis
  answer.analyses[0]?.analysis.confidence;
  return answer.analyses[0]?.analysis?.confidence;
}
export function text(hit: components['schemas']['SearchHit']): string {
  // @ts-expect-error there may be no snippet
  hit.snippet.text;
  return hit.snippet?.text ?? hit.track.title;
}
export function profile(artist: Answer<'/artists/{id}', 'get'>): string | null {
  // @ts-expect-error there may be no profile
  artist.profile.songs;
  return artist.profile?.vocabulary.types_in_first[0]?.reason ?? null;
}
export const songs = (health: components['schemas']['Health']): number => health.content?.unembeddable ?? 0;
`;

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    allowImportingTsExtensions: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    types: [],
  },
  files: ['client.ts'],
};

it('types generated from the document work in a client', { timeout: 60_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'barline-client-'));
  try {
    const types = await openapiTS(JSON.parse(emitOpenApi()));
    await writeFile(join(folder, 'api.d.ts'), types);
    await writeFile(join(folder, 'client.ts'), CLIENT);
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(TSCONFIG));
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch((error) => error);
    expect(stdout).toBe('');
  } finally {
    await rm(folder, { recursive: true });
  }
});
