import { beforeAll, describe, expect, it } from 'vitest';
import { knownSongs, storeKnownSongs } from '../support/search-catalogue.ts';
import { openBarline, type TestBarline } from '../support/test-barline.ts';
import type { SearchResults } from '../support/wire-types.ts';

/** Titles with their artists. The versions are songs of their own, and the catalogue does not link them. */
const NAMES: readonly (readonly [string, string])[] = [
  ['Vida Ostrow', 'Copper Wire'],
  ['Vida Ostrow', 'Copper Wire (Remix)'],
  ['Vida Ostrow', 'Sótano'],
  ['Vida Ostrow', 'Sótano (English Version)'],
  ['Lem Achterberg', 'Wicket Keeper'],
  ['Lem Achterberg', 'Wicket Keeper (Clean)'],
  ['Lem Achterberg', 'What the Tide Left'],
  ['The Paper Cranes', 'Fold'],
];

let barline: TestBarline;

beforeAll(async () => {
  barline = await openBarline();
  const songs = knownSongs(NAMES.length).map((song, i) => {
    const [artist = '', title = ''] = NAMES[i] ?? [];
    return { ...song, artist, title, album: 'Names', featured: [], duplicateOf: null };
  });
  await storeKnownSongs(barline.sql, songs, barline.vars.EMBEDDINGS_MODEL ?? '');
}, 60_000);

async function firstFor(q: string, mode: string): Promise<string | null> {
  const { body } = await barline.call<SearchResults>(`/search?${new URLSearchParams({ q, mode })}`);
  const [hit] = body.items;
  return hit === undefined ? null : `${hit.track.artist}: ${hit.track.title}`;
}

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');

const FORMS: readonly (readonly [string, (artist: string, title: string) => string])[] = [
  ['the title', (_, title) => title],
  ['lower case without accents', (_, title) => withoutAccents(title).toLowerCase()],
  ['the artist before it', (artist, title) => `${artist} ${title}`],
  ['the artist before a dash', (artist, title) => `${artist} - ${title}`],
  ['the artist after it', (artist, title) => `${title} ${artist}`],
  ['the artist after "by"', (artist, title) => `${title} by ${artist}`.toLowerCase()],
  ['guests of another version', (_, title) => `${title} (feat. Nobody Known)`],
  ['artist, title and guests', (artist, title) => `${artist} - ${title} ft. nobody known`],
  ['words of a request', (_, title) => `the song called ${title}`],
];

describe.each(['hybrid', 'lexical'])('a song that is named, mode %s', (mode) => {
  it.each(FORMS)('stands first for %s', async (_, ask) => {
    const missed: string[] = [];
    for (const [artist, title] of NAMES) {
      const first = await firstFor(ask(artist, title), mode);
      if (first !== `${artist}: ${title}`) missed.push(`${ask(artist, title)} finds ${first}`);
    }
    expect(missed).toEqual([]);
  });

  it.each([
    ['copper wi', 'Vida Ostrow: Copper Wire'],
    ['sota', 'Vida Ostrow: Sótano'],
    ['what the ti', 'Lem Achterberg: What the Tide Left'],
    ['the wicket keep', 'Lem Achterberg: Wicket Keeper'],
    ['copper wire remix please', 'Vida Ostrow: Copper Wire (Remix)'],
    ['sotano in english', 'Vida Ostrow: Sótano (English Version)'],
    ['copper wire (re', 'Vida Ostrow: Copper Wire (Remix)'],
    ['sotano (engl', 'Vida Ostrow: Sótano (English Version)'],
    ['lem achterberg wicket keeper (cl', 'Lem Achterberg: Wicket Keeper (Clean)'],
    ['wicket keeper (', 'Lem Achterberg: Wicket Keeper'],
  ])('stands first for %s', async (q, first) => {
    expect(await firstFor(q, mode)).toBe(first);
  });
});
