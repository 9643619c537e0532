import type { CatalogueArtist, CatalogueSong } from '../catalogue/catalogue.ts';
import { seededRandom } from './stable-random.ts';

const SUBJECTS = [
  'The kettle',
  'My neighbour',
  'A pigeon',
  'The late bus',
  'Our landlord',
  'The moon',
  'This pencil',
  'A spare key',
];
const VERBS = [
  'borrows',
  'forgets',
  'rewinds',
  'measures',
  'whispers to',
  'outlives',
  'collects',
  'misplaces',
];
const OBJECTS = [
  'the stairwell light',
  'a paper crown',
  'the winter coat',
  'an unpaid bill',
  'the rooftop choir',
  'a rusty bell',
  'the second verse',
  'a borrowed umbrella',
];
const TITLES = ['Corner', 'Signal', 'Harbour', 'Ladder', 'Voltage', 'Marble', 'Season', 'Ledger'];

function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

function stanza(header: string, lines: number, random: () => number): string {
  const text = Array.from(
    { length: lines },
    () => `${pick(SUBJECTS, random)} ${pick(VERBS, random)} ${pick(OBJECTS, random)}`,
  );
  return [`[${header}]`, ...text].join('\n');
}

function generatedSong(title: string, number: number, random: () => number): CatalogueSong {
  const chorus = stanza('Chorus', 4, random);
  const lyrics = [
    `${stanza('Verse 1', 8, random)}\nThis is number ${number} of many`,
    chorus,
    stanza('Verse 2', 8, random),
    chorus,
  ].join('\n\n');
  return {
    title,
    album: `Volume ${Math.ceil(number / 20)}`,
    releaseDate: `${1990 + (number % 35)}-${String((number % 12) + 1).padStart(2, '0')}-15`,
    explicit: false,
    language: 'en',
    writers: [],
    producers: [],
    featured: [],
    state: 'complete',
    tags: ['generated'],
    durationSeconds: 150 + (number % 120),
    relation: null,
    lyrics,
  };
}

export interface GeneratedArtistOptions {
  name: string;
  songs: number;
  /** Every tenth song repeats the title of the one before it. */
  duplicateTitles?: boolean;
}

/** An artist with any number of randomly generated songs, for runs too long to write by hand. */
export function generateArtist(options: GeneratedArtistOptions): CatalogueArtist {
  const random = seededRandom(options.name);
  const songs = Array.from({ length: options.songs }, (_, i) => {
    const repeats = options.duplicateTitles === true && i % 10 === 9;
    const number = repeats ? i : i + 1;
    return generatedSong(`${TITLES[number % TITLES.length] ?? 'Song'} ${number}`, i + 1, random);
  });
  const slug = options.name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return { name: options.name, slug, bio: 'Made up by chance.', songs };
}
