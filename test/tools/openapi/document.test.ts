import { describe, expect, it } from 'vitest';
import { authorisationMatrix } from '../../../scripts/commands/key-matrix.ts';
import { emitOpenApi } from '../../../scripts/openapi/emit.ts';
import { findFaults } from '../../../scripts/openapi/find-faults.ts';
import { isScope } from '../../../src/lib/scopes.ts';

const source = emitOpenApi();
/** Here, because loading all routes takes longer than a test may. */
const matrix = await authorisationMatrix();

interface Operation {
  security?: Record<string, string[]>[];
  requestBody?: unknown;
  responses: Record<string, { description: string; content?: Record<string, unknown> }>;
}
interface Document {
  info: { license: unknown };
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

const document: Document = JSON.parse(source);
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
);
const named = (wanted: string) => operations.find(({ name }) => name === wanted)?.operation;

describe('the OpenAPI document', () => {
  it('passes swagger-parser, the linter and the project rules', async () => {
    expect(await findFaults(source)).toEqual([]);
  });

  it('names its licence by SPDX identifier', () => {
    expect(document.info.license).toEqual({ name: 'MIT', identifier: 'MIT' });
  });

  it('names the scope of every operation, and whether callers without a key can be given it', () => {
    const open = operations.filter(({ operation }) => operation.security?.length === 0);
    expect(open.map(({ name }) => name)).toEqual(['get /health', 'get /health/live', 'get /health/ready']);
    for (const { name, operation } of operations) {
      const named = operation.security?.flatMap((one) => one.bearer ?? []) ?? [];
      expect(
        named.filter((scope) => !isScope(scope)),
        name,
      ).toEqual([]);
      expect(named, name).toHaveLength(open.some((one) => one.name === name) ? 0 : 1);
    }
    expect(named('post /ingest/artists')?.security).toEqual([{ bearer: ['ingest:write'] }]);
    expect(named('post /analyze')?.security).toEqual([{}, { bearer: ['analyze:run'] }]);
  });

  it('documents 400, 413, 415 and 422 for every body, and 403 for every required scope', () => {
    for (const { name, operation } of operations) {
      const statuses = Object.keys(operation.responses);
      if (operation.requestBody !== undefined) {
        expect(statuses, name).toEqual(expect.arrayContaining(['400', '413', '415', '422']));
      }
      const takesToken = operation.security?.some(
        (one) => 'bearer' in one && operation.security?.length === 1,
      );
      if (takesToken === true) expect(statuses, name).toContain('403');
    }
    expect(Object.keys(named('get /health')?.responses ?? {})).toContain('403');
  });

  it('documents no other content type for the status of an event stream, unless a field of the body chooses', () => {
    const mixed = operations.flatMap(({ name, operation }) =>
      Object.values(operation.responses)
        .map(({ content = {} }) => Object.keys(content))
        .filter((types) => types.includes('text/event-stream') && types.length > 1)
        .map((types) => `${name}: ${types}`),
    );
    const chosen = ['post /generate', 'post /style-transfer'];
    expect(mixed).toEqual(chosen.map((name) => `${name}: application/json,text/event-stream`));
    for (const name of chosen) expect(JSON.stringify(named(name)?.requestBody)).toContain('"stream":{');
  });
});

describe('the authorisation matrix', () => {
  it('says for each operation of the document who is let in', () => {
    const rowOf = (id: string) => matrix.find(({ operation }) => operation === id);
    expect(matrix).toHaveLength(operations.length);
    expect(rowOf('getHealth')).toMatchObject({ scope: null, anonymous: 'always' });
    expect(rowOf('searchLyrics')).toMatchObject({
      anonymous: 'by configuration',
      anonymous_in_production: true,
    });
    expect(rowOf('analyzeLyrics')).toMatchObject({
      anonymous: 'by configuration',
      anonymous_in_production: false,
      roles: ['analyst', 'operator', 'admin'],
    });
    expect(rowOf('createKey')).toMatchObject({ anonymous: 'never', roles: ['admin'] });
  });
});

describe('the check of the document', () => {
  const { Track } = document.components.schemas;
  const withSchemas = (schemas: Record<string, unknown>) =>
    JSON.stringify({
      ...document,
      components: { ...document.components, schemas: { ...document.components.schemas, ...schemas } },
    });

  it.each([
    ['a component that may be null', { Track: { ...Object(Track), type: ['object', 'null'] } }, 'use orNull'],
    [
      'a reference that can never be null',
      { Mood: { allOf: [{ $ref: '#/components/schemas/Track' }, { type: ['object', 'null'] }] } },
      'can never be null',
    ],
    [
      'a default in a component',
      { Mood: { type: 'object', properties: { words: { type: 'number', default: 1 } } } },
      'has a default',
    ],
    ['a component that nothing names', { Unused: { type: 'string' } }, 'no-unused-components'],
    [
      'an example that its schema refuses',
      { Mood: { type: 'object', properties: { words: { type: 'number', example: 'high' } } } },
      'no-invalid-schema-examples',
    ],
  ])('rejects %s', async (_, schemas, fault) => {
    expect((await findFaults(withSchemas(schemas))).join('\n')).toContain(fault);
  });

  it('rejects parameters and bodies without an example, and operations without security', async () => {
    const { '/search': search, '/analyze': analyze } = structuredClone(document.paths);
    Object.assign(search?.get ?? {}, {
      security: undefined,
      parameters: [{ name: 'q', in: 'query', description: 'Words', schema: { type: 'string' } }],
    });
    Object.assign(analyze?.post ?? {}, {
      requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
    });
    const paths = { ...document.paths, '/search': search, '/analyze': analyze };
    const faults = (await findFaults(JSON.stringify({ ...document, paths }))).join('\n');
    expect(faults).toContain('GET /search: the parameter q has no example');
    expect(faults).toContain('POST /analyze: the body has no example');
    expect(faults).toContain('security-defined');
  });
});
