import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from '../../../../src/db/client.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

let world: TestDatabase;
beforeAll(async () => {
  world = await startTestDatabase();
}, 120_000);
afterAll(() => world.close());

it.each([
  ['Plain Words', 'plain words'],
  ["Y'ALL RUNNIN' 'round", "yall running 'round"],
  ["the singin', the kings'", "the singing, the kings'"],
  ['Café Ångström', 'cafe angstrom'],
  ['Y’all runnin’', 'yall running'],
  ['Straße, æon, øre', 'strasse, aeon, ore'],
  ['Привет 🎤', 'привет 🎤'],
  ['', ''],
])('folds %j to %j', async (text, folded) => {
  expect(await world.db.query(sql`select fold_text(${text}::text) as folded`)).toEqual([{ folded }]);
});
