import { THEMES, type Theme } from '../../src/lyrics/themes/theme-names.ts';
import { seededRandom } from '../local/sites/stable-random.ts';
import type { CatalogueModel } from './catalogue-model.ts';
import { normalNumbers, VectorSource } from './draw-vectors.ts';
import { toUnit, type Vector } from './vector-math.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';
import { writeSong } from './write-song.ts';

export interface SyntheticSong {
  /** From 1, without gaps. */
  number: number;
  artist: string;
  /** From 1. */
  artistNumber: number;
  title: string;
  album: string;
  releaseDate: string;
  explicit: boolean;
  durationMs: number;
  themes: readonly Theme[];
  lyrics: string;
  /** The centre of its passages, not normalised. */
  vector: Vector;
}

const SONGS_AN_ARTIST = 167;
const SONGS_AN_ALBUM = 12;
const FIRST_YEAR = 1988;
const YEARS = 38;
const DAY_MS = 86_400_000;
const MS_A_WORD = 400;

/** Songs of each artist, few having many: the sizes fall with the square root of the artist's rank. */
function artistSizes(tracks: number): number[] {
  const artists = Math.max(1, Math.round(tracks / SONGS_AN_ARTIST));
  const weights = Array.from({ length: artists }, (_, i) => 1 / Math.sqrt(i + 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let [given, sum] = [0, 0];
  return weights.map((weight) => {
    sum += weight;
    const size = Math.round((tracks * sum) / total) - given;
    given += size;
    return size;
  });
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Words that a name can be made of: neither the commonest nor the rarest. */
function namer(vocabulary: Vocabulary, random: () => number): (count: number) => string {
  const pool = vocabulary.words.slice(200, 6000).filter((word) => /^[a-z]{3,9}$/.test(word));
  return (count) =>
    Array.from({ length: count }, () => capital(pool[Math.floor(random() * pool.length)] ?? 'Song')).join(
      ' ',
    );
}

function pickThemes(random: () => number): Theme[] {
  const picked = Array.from({ length: 1 + Math.floor(random() * 3) }, () => {
    // Squared: some themes are in most songs and some in few.
    return THEMES[Math.floor(random() ** 2 * THEMES.length)] ?? 'love';
  });
  return [...new Set(picked)];
}

/** Synthetic songs with themes, rhymes and vectors, deterministic by seed and number. They contain no real lines. */
export async function* synthesize(
  model: CatalogueModel,
  options: { tracks: number; seed: string; texts?: boolean },
): AsyncGenerator<SyntheticSong> {
  const vocabulary = await openVocabulary(model.text);
  const source = new VectorSource(model.vectors);
  const random = seededRandom(`songs ${options.seed}`);
  const normal = normalNumbers(seededRandom(`vectors ${options.seed}`));
  const name = namer(vocabulary, random);
  let number = 0;
  for (const [index, size] of artistSizes(options.tracks).entries()) {
    const artist = `${name(2)} ${index + 1}`;
    const middle = source.artist(normal);
    const debut = FIRST_YEAR + Math.floor(random() * YEARS * 0.8);
    let album = name(2);
    for (let n = 0; n < size; n++) {
      if (n % SONGS_AN_ALBUM === 0) album = name(2);
      number += 1;
      const year = debut + Math.floor((n / size) * (FIRST_YEAR + YEARS - debut));
      const themes = pickThemes(random);
      const lyrics = options.texts === false ? '' : writeSong(model.text, vocabulary, themes, random);
      yield {
        number,
        artist,
        artistNumber: index + 1,
        title: name(1 + Math.floor(random() * 3)),
        album,
        releaseDate: new Date(Date.UTC(year, 0, 1) + Math.floor(random() * 364) * DAY_MS)
          .toISOString()
          .slice(0, 10),
        explicit: random() < 0.52,
        durationMs: Math.max(30_000, lyrics.split(/\s+/).length * MS_A_WORD),
        themes,
        lyrics,
        vector: source.song(middle, normal),
      };
    }
  }
}

/** Unit vectors of new queries: each is drawn like a passage of another song. */
export function drawQueries(model: CatalogueModel, options: { count: number; seed: string }): Vector[] {
  const source = new VectorSource(model.vectors);
  const normal = normalNumbers(seededRandom(`queries ${options.seed}`));
  return Array.from({ length: options.count }, () => {
    const song = source.song(source.artist(normal), normal);
    return source.passages(song, 2, normal)[0] ?? toUnit(song);
  });
}
