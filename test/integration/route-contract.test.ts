import { beforeAll, describe, expect, it } from 'vitest';
import { document, type Operation, operations } from '../../scripts/openapi/operations.ts';
import { pathOf, validRequest } from '../../scripts/openapi/valid-request.ts';
import {
  type BadRequest,
  badBodies,
  badCursors,
  badParameters,
  badQueries,
  unwantedBodies,
} from '../support/bad-requests.ts';
import { mediaType, readProblem } from '../support/read-problem.ts';
import { fillLists, seedTrack } from '../support/seed.ts';
import { ADMIN, openBarline, type TestBarline } from '../support/test-barline.ts';

interface Page {
  items: { id?: number; track?: { id: number } }[];
  next_cursor: string | null;
}

let barline: TestBarline;
beforeAll(async () => {
  barline = await openBarline({ redis: 'auto', artists: [] });
  await fillLists(barline.sql);
  // The style of an artist is measured in three songs at least.
  for (const n of [1, 2])
    await seedTrack(barline.sql, {
      artist: 'Artist 1',
      title: `Another ${n}`,
      lyrics: `Leaving a small town ${n}`,
    });
});

const all = operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

async function refuses(operation: Operation, bad: BadRequest): Promise<void> {
  const headers = new Headers(ADMIN);
  if (bad.contentType !== null) headers.set('content-type', bad.contentType ?? 'application/json');
  if (bad.body === undefined) headers.delete('content-type');
  const init = {
    method: operation.method,
    headers,
    ...(bad.body === undefined ? {} : { body: bad.body, duplex: 'half' }),
  };
  const response = await barline.request(bad.path, init);
  expect(bad.expected, `${response.status}: ${(await response.clone().text()).slice(0, 300)}`).toContain(
    response.status,
  );
  const problem = await readProblem(operation, response);
  if (bad.fault !== undefined) expect(problem.errors?.map(({ path }) => path)).toContain(bad.fault);
}

/** Tries all of them and then reports the failures together. */
async function refusesAll(operation: Operation, requests: readonly BadRequest[]): Promise<void> {
  const failures: string[] = [];
  for (const bad of requests) {
    await refuses(operation, bad).catch((error: Error) =>
      failures.push(`${bad.name} (${bad.path.slice(0, 100)}): ${error.message}`),
    );
  }
  expect(failures).toEqual([]);
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 with unique operation ids', () => {
    expect(document.openapi).toBe('3.1.0');
    const ids = operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(12);
  });
});

describe.each(all)('%s', (_, operation) => {
  const send = (headers: HeadersInit) => {
    const { path, init } = validRequest(operation, headers);
    return barline.request(path, init);
  };

  it('answers a valid request with a documented status', async () => {
    const response = await send(ADMIN);
    expect([...operation.statuses.keys()]).toContain(response.status);
    expect(response.status).not.toBe(422);
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
    if (response.status >= 400) await readProblem(operation, response);
    else expect(operation.types.get(response.status)).toContain(mediaType(response));
  });

  it('rejects a wrong token', async () => {
    for (const authorization of ['Bearer wrong-token-of-some-length', 'Bearer', 'Basic YTpi', '']) {
      const response = await send({ authorization });
      if (authorization === '' && !operation.secured) continue;
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect((await readProblem(operation, response)).code).toBe('UNAUTHENTICATED');
    }
  });

  it('rejects invalid paths and queries', () =>
    refusesAll(operation, [...badParameters(operation), ...badQueries(operation)]));
});

describe.each(all.filter(([, { secured }]) => secured))('%s', (_, operation) => {
  it('checks the token before it validates the request', async () => {
    const valid = validRequest(operation);
    const { method } = operation;
    const responses = [
      await barline.request(valid.path, valid.init),
      await barline.request(pathOf(operation, { no_such_field: '1' }), { method }),
    ];
    for (const response of responses) {
      expect(response.status).toBe(401);
      await readProblem(operation, response);
    }
  });
});

describe.each(all.filter(([, { method, streamed }]) => method !== 'GET' && !streamed))(
  '%s',
  (_, operation) => {
    const { body } = operation;
    it(`refuses ${body === null ? 'bodies that it has no use for' : 'bad bodies'}`, () =>
      refusesAll(operation, body === null ? unwantedBodies(operation) : badBodies(operation, body)));
  },
);

const lists = all.filter(([, { parameters }]) => parameters.some(({ name }) => name === 'cursor'));

describe.each(lists)('the pages of %s', (_, operation) => {
  const page = async (query: Record<string, string>) => {
    const { body } = await barline.call<Page>(pathOf(operation, { limit: '1', ...query }));
    return body;
  };

  it('continue without gaps or repeats to the end', async () => {
    const idsOf = ({ items }: Page) => items.map((item) => item.id ?? item.track?.id);
    const seen: unknown[] = [];
    let cursor: string | null = null;
    do {
      const one: Page = await page(cursor === null ? {} : { cursor });
      expect(one.items).toHaveLength(1);
      seen.push(...idsOf(one));
      cursor = one.next_cursor;
    } while (cursor !== null);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(idsOf(await page({ limit: '50' })));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('reject cursors that the list did not issue', async () => {
    const { next_cursor } = await page({});
    expect(next_cursor).not.toBeNull();
    await refusesAll(operation, badCursors(operation, next_cursor));
  });
});
