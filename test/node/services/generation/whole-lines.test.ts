import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../../scripts/local/catalogue/catalogue.ts';
import { openComposeModel } from '../../../../scripts/open-compose-model.ts';
import { readEngineAssets } from '../../../../scripts/read-lexicon.ts';
import type { ServiceContext } from '../../../../src/context.ts';
import { sql } from '../../../../src/db/client.ts';
import { findLineCopies } from '../../../../src/db/queries/line-copies.ts';
import { openLexicon } from '../../../../src/lyrics/phonetics/lexicon.ts';
import { isHeaderLine } from '../../../../src/lyrics/text/sections.ts';
import { RHYME_DEPTHS } from '../../../../src/ml/compose/types.ts';
import { noCache } from '../../../../src/redis/cache.ts';
import { generateLyrics } from '../../../../src/services/generation/generate-lyrics.ts';
import { suggestNextLines } from '../../../../src/services/generation/next-lines.ts';
import { createFakeContext } from '../../../support/fake-context.ts';
import { seedTrack } from '../../../support/seed.ts';
import { startTestDatabase, type TestDatabase } from '../../../support/test-database.ts';

const COMMON = ['It is what it is', 'All of this and more', 'You and I'];
/** More songs than any limit of a search, each with the same word. */
const CROWD = 300;

const songs = catalogue.flatMap(({ name, songs: own }) =>
  own.filter(({ lyrics }) => lyrics !== '').map(({ title, lyrics }) => ({ artist: name, title, lyrics })),
);
const lines = songs.flatMap(({ lyrics }) =>
  lyrics.split('\n').filter((line) => /[a-z]/i.test(line) && !isHeaderLine(line)),
);

/** From all songs. */
const some = lines.filter((_, at) => at % 20 === 0);

let world: TestDatabase;
let ctx: ServiceContext;
beforeAll(async () => {
  world = await startTestDatabase();
  for (const song of songs) await seedTrack(world.db, song);
  await seedTrack(world.db, { artist: 'Crowd', title: 'Common', lyrics: COMMON.join('\n') });
  await world.db.query(sql`
    insert into tracks (artist_id, source, artist, title, language, lyrics, lyrics_state, text_hash)
    select a.id, 'import', a.name, 'Song ' || n, 'en',
      case when n = ${CROWD}::int then 'In the mango' else 'A mango is number ' || n end, 'ok', 'crowd' || n
    from artists a, generate_series(1, ${CROWD}::int) n where a.name = 'Crowd'`);
  const { lexicon, engineVersion } = await readEngineAssets();
  const general = await openComposeModel();
  ctx = createFakeContext(() => [], {
    sql: world.db,
    cache: noCache,
    lexicon: openLexicon(lexicon),
    engineVersion,
    chatModels: [],
    embedder: null,
    nextEmbedder: null,
    signal: null,
    actor: { type: 'operator' },
    generalModel: async () => general,
  }).ctx;
}, 120_000);
afterAll(() => world.close());

const wholeLines = async (asked: readonly string[]): Promise<number[]> => {
  const { whole } = await findLineCopies(world.db, { lines: asked, search: null });
  return [...new Set(whole.map(({ line }) => line))].sort((a, b) => a - b);
};
const allOf = (asked: readonly string[]): number[] => asked.map((_, at) => at);

describe('a whole line of the catalogue', () => {
  it('is found for the lines of every song', async () => {
    expect(await wholeLines(some)).toEqual(allOf(some));
  });

  it('is found however it is spelt', async () => {
    const respelt = some
      .slice(0, 40)
      .flatMap((line) => [
        line.toUpperCase().replaceAll("'", '’'),
        `  "${line.replaceAll(' ', '  ')}!" (yeah)`,
        line.replaceAll(/[,.;:?!'"]/g, '').replaceAll('-', ' '),
      ]);
    expect(await wholeLines(respelt)).toEqual(allOf(respelt));
  });

  it('is found if it holds common words alone, or one word that hundreds of songs hold', async () => {
    expect(await wholeLines([...COMMON, 'In the mango'])).toEqual([0, 1, 2, 3]);
  });

  it('is neither a part of a line nor a line with more words', async () => {
    const known = new Set(lines.map((line) => line.toLowerCase()));
    const longer = some.map((line) => `${line} tonight`);
    const shorter = some
      .map((line) => line.split(' ').slice(1).join(' '))
      .filter((line) => line !== '' && !known.has(line.toLowerCase()));
    expect(await wholeLines([...longer, ...shorter, '', '!?', '[Chorus]'])).toEqual([]);
  });
});

const artists = [null, ...catalogue.slice(0, 4).map(({ name }) => name)];
/** Short lines, because of long ones more than four words would be the same. */
const orders = fc.record({
  prompt: fc.constantFrom(...lines.filter((line) => line.length >= 5 && line.length <= 200)),
  style: fc.constantFrom(...artists),
  rhyme: fc.constantFrom(...RHYME_DEPTHS),
  min: fc.integer({ min: 3, max: 5 }),
  seed: fc.nat(),
});

describe('no answer holds a whole line of the catalogue', { timeout: 120_000 }, () => {
  it('whatever verse is ordered', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async ({ min, ...order }) => {
        const asked = { ...order, syllables: { min, max: min + 2 }, lines: 4, scheme: 'ABAB' };
        const made = await generateLyrics(ctx, { ...asked, maxLength: 500, temperature: 0.8, keep: [] });
        expect(await wholeLines(made.lines.map(({ text }) => text))).toEqual([]);
        expect(made.report.originality).toMatchObject({ whole_lines: 0 });
      }),
      { numRuns: 3, seed: 17 },
    );
  });

  it('whatever lines a next one is wanted for', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async ({ prompt, min, ...order }) => {
        const asked = { ...order, syllables: { min, max: min + 2 }, count: 10, temperature: 0.8 };
        const { items } = await suggestNextLines(ctx, { ...asked, lines: [prompt], prompt: null });
        expect(await wholeLines(items.map(({ text }) => text))).toEqual([]);
      }),
      { numRuns: 3, seed: 17 },
    );
  });
});
