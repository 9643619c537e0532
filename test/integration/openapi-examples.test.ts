import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/db/client.ts';
import { EXAMPLE_BATCH_ID } from '../../src/http/schemas/examples.ts';
import { type Operation, operations, sample } from '../support/api-operations.ts';
import { pathOf } from '../support/bad-requests.ts';
import { eventFaults } from '../support/documented-answers.ts';
import { VERSE } from '../support/seed.ts';
import { ADMIN, openBarline, startPart, type TestBarline } from '../support/test-barline.ts';
import { validRequest } from '../support/valid-requests.ts';
import type { WatchedArtist } from '../support/wire-types.ts';

let barline: TestBarline;

/** The data that the examples refer to: two artists of the demo, a batch and a dead letter. */
beforeAll(async () => {
  const artists = ['Marlow Vane', 'Oda Brightwater'];
  const chat = await startPart({ kind: 'chat' });
  barline = await openBarline({ redis: 'mock', artists, vars: chat.vars });
  for (const name of artists) {
    const { status } = await barline.call<WatchedArtist>('/ingest/artists', { name, limit: 3 });
    expect(status).toBe(202);
    await barline.deliver();
  }
  const message = JSON.stringify({ type: 'track.analyze', track_id: 1 });
  await barline.sql.batch([
    sql`insert into batches (id, operation, items_count, created_by, accepted_at)
      values (${EXAMPLE_BATCH_ID}::uuid, 'validate', 1, 'admin', now())`,
    sql`insert into batch_items (batch_id, position, item_id, lyrics, status)
      values (${EXAMPLE_BATCH_ID}::uuid, 0, 'song-1', ${VERSE}::text, 'cancelled')`,
    sql`insert into dead_letters (queue, message_id, message_type, body, attempts)
      values ('barline-analysis', 'm-1', 'track.analyze', ${message}::jsonb, 1)`,
  ]);
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
