import { beforeAll, describe, expect, it } from 'vitest';
import { countWords } from '../../src/services/search/count-words.ts';
import { measureOutgoing } from '../support/measure-outgoing.ts';
import { knownSongs, storeKnownSongs } from '../support/search-catalogue.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { SearchResults } from '../support/wire-types.ts';

const LYRICS = [
  'my grandmother kept a trumpet wrapped in velvet',
  'the landlord turned the radiator off in winter',
  'a letter from the prison came on a sunday',
  'we planted every sunflower behind the school',
  'waiting on the night bus by the harbour wall',
  'mi corazón camina solo por la montaña',
  'the tailor counted every button by a candle',
];
const ARTISTS = ['Vida Ostrowska', 'Lem Achterberg'];

let barline: TestBarline;

beforeAll(async () => {
  barline = await openBarline();
  const songs = knownSongs(LYRICS.length).map((song, i) => ({
    ...song,
    artist: ARTISTS[i % 2] ?? '',
    title: `Number ${i}`,
    lyrics: LYRICS[i] ?? '',
    language: i === 5 ? 'es' : 'en',
    duplicateOf: null,
  }));
  await storeKnownSongs(barline.sql, songs, barline.vars.EMBEDDINGS_MODEL ?? '');
  await countWords({ sql: barline.sql });
}, 60_000);

const find = async (query: Record<string, string>): Promise<SearchResults> =>
  (await barline.call<SearchResults>(`/search?${new URLSearchParams(query)}`)).body;

it('a word that is written as two is found as one', async () => {
  expect((await find({ q: 'sun flower', mode: 'lexical' })).items[0]?.track.title).toBe('Number 3');
});

describe('a misspelt query', () => {
  it.each([
    ['grandmohter', 'grandmother', 0],
    ['granmothers trumpit', 'grandmothers trumpet', 0],
    ['landlrod', 'landlord', 1],
    ['prision letter', 'prison letter', 2],
    ['skool', 'school', 3],
    ['nightbus', 'night bus', 4],
    ['tailar', 'tailor', 6],
    ['tailar buttn', 'tailor button', 6],
    // Songs about love hold the word too.
    ['Corazn', 'corazon', null],
    ['vida ostrowskaa', 'vida ostrowska', null],
  ])('%s finds what %s finds, and says so', async (q, meant, song) => {
    for (const mode of ['hybrid', 'lexical', 'semantic']) {
      const [misspelt, right] = [await find({ q, mode }), await find({ q: meant, mode })];
      expect(misspelt.did_you_mean).toMatchObject({ query: meant, artist: null });
      expect(misspelt.query).toBe(q);
      expect(misspelt.items.map(({ track }) => track.id)).toEqual(right.items.map(({ track }) => track.id));
      if (song !== null && mode !== 'semantic') expect(misspelt.items[0]?.track.title).toBe(`Number ${song}`);
    }
  });

  it.each([
    'prison letter',
    'poison letter',
    'velociraptor',
    '"prision letter"',
    'letter -prision',
    'ostrowska',
    // The beginning of a name is still being typed.
    'ostrows',
    'vida ostro',
    'achterb',
    'corazones por la montana',
    'caminos de la vida mia',
    '1990s',
    '90210 winter',
    // Songs have a tailor, and nobody who is called so.
    'playing Tailar',
    'taylor',
    // A song holds the one, another song the other.
    'wintertrumpet',
    'x',
    'https://genius.com/Nobody-known-prision-lyrics',
    'мама ждёт',
    `${'the landlord turned it off and we froze behind a harbour wall while every radiator stayed cold as a stone under winter snow and my mother said '.repeat(2)} prision`,
  ])('is not %s', async (q) => {
    expect((await find({ q })).did_you_mean).toBeNull();
  });

  it('is corrected on every page of its hits', async () => {
    const first = await find({ q: 'landlrod', mode: 'semantic', limit: '2' });
    const second = await find({
      q: 'landlrod',
      mode: 'semantic',
      limit: '2',
      cursor: first.next_cursor ?? '',
    });
    expect(second.did_you_mean).toEqual(first.did_you_mean);
    expect(second.items.map(({ track }) => track.id)).not.toEqual(first.items.map(({ track }) => track.id));
  });

  it('costs one round trip more, and a name that English lacks none', async () => {
    const trips = async (q: string) => {
      const { outgoing } = await measureOutgoing(barline.vars, () => find({ q, mode: 'lexical' }));
      return outgoing.postgres_round_trips;
    };
    const [known, name, misspelt] = [
      await trips('landlord'),
      await trips('achterberg'),
      await trips('landlrod'),
    ];
    expect([name, misspelt]).toEqual([known, known + 1]);
  });
});

it('a word that was stored after the words were counted is known', async () => {
  const [song] = knownSongs(1, 100, 'later');
  if (song === undefined) throw new Error('no song');
  const later = { ...song, artist: 'Vida Ostrowska', lyrics: 'the landlrod of the word', duplicateOf: null };
  await storeKnownSongs(barline.sql, [later], barline.vars.EMBEDDINGS_MODEL ?? '');
  const { did_you_mean, items } = await find({ q: 'landlrod', mode: 'lexical' });
  expect(did_you_mean).toBeNull();
  expect(items[0]?.track.id).toBe(100);
});
