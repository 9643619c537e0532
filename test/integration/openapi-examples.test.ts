import { beforeAll, describe, expect, it } from 'vitest';
import { type Operation, operations, sample } from '../../scripts/openapi/operations.ts';
import { pathOf, validRequest } from '../../scripts/openapi/valid-request.ts';
import { eventFaults } from '../support/documented-answers.ts';
import { openExampleBarline } from '../support/example-barline.ts';
import { ADMIN, type TestBarline } from '../support/test-barline.ts';

let barline: TestBarline;

beforeAll(async () => {
  barline = await openExampleBarline();
}, 120_000);

// Values that a caller only copies from an earlier answer.
const NOT_TRIED = new Set(['cursor']);

/** Other parameters that a parameter requires, according to its description. */
const NEEDED_BY: Record<string, Record<string, string>> = { weights: { by: 'combined' } };

/** The example of every parameter alone, and of all together. */
function examplesOf(operation: Operation): string[] {
  const examples = operation.parameters
    .filter((one) => one.in === 'query' && !NOT_TRIED.has(one.name))
    .map(({ name, schema }) => [name, String(sample(schema))] as const);
  return [
    pathOf(operation),
    ...examples.map(([name, value]) => pathOf(operation, { [name]: value, ...NEEDED_BY[name] })),
    pathOf(
      operation,
      Object.assign(Object.fromEntries(examples), ...examples.map(([name]) => NEEDED_BY[name])),
    ),
  ];
}

const all = operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

describe.each(all)('%s', (_, operation) => {
  it('returns the documented result for its examples', async () => {
    const failures: string[] = [];
    for (const path of new Set(examplesOf(operation))) {
      const { init } = validRequest(operation, operation.secured ? ADMIN : {});
      const response = await barline.request(path, init);
      const text = await response.text();
      if (!response.ok) failures.push(`${path}: ${response.status} ${text.slice(0, 300)}`);
      else failures.push(...eventFaults(operation, response, text));
      // An action can be done only once.
      if (operation.method !== 'GET') break;
    }
    expect(failures).toEqual([]);
  });
});

it('the filter example finds a demo song', async () => {
  const search = operations.find(({ id }) => id === 'listTracks');
  const names = ['artist', 'from_year', 'to_year', 'language'];
  const filters = search?.parameters.filter(({ name }) => names.includes(name)) ?? [];
  const query = new URLSearchParams(filters.map(({ name, schema }) => [name, String(sample(schema))]));
  const { body } = await barline.call<{ items: unknown[] }>(`/tracks?${query}`);
  expect(body.items.length).toBeGreaterThan(0);
});
