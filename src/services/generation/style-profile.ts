import type { StyleRows, StyleSongRow } from '../../db/queries/writing-sources.ts';
import { isStopWord } from '../../lib/stop-words.ts';
import { analyzeFlow } from '../../lyrics/flow/analyze-flow.ts';
import type { Lexicon } from '../../lyrics/phonetics/lexicon.ts';
import { parseSections } from '../../lyrics/text/sections.ts';
import { classTfIdf } from '../../ml/class-tf-idf.ts';
import type { RhymeDepth } from '../../ml/compose/types.ts';
import { roundNumbers } from '../../ml/round-numbers.ts';
import { countsOf, meanOf } from '../../ml/statistics.ts';
import type { StyleSummary } from './contract.ts';
import { countWords, linesOf, type TextLine } from './text-lines.ts';

/** Songs whose lines are heard for their syllables: hearing one costs milliseconds. */
const HEARD_SONGS = 8;
const TYPICAL_WORDS = 200;
const SHOWN_WORDS = 24;
/** A word used once may be chance, and one in a single song is its subject. */
const MIN_USES = 2;
const MIN_SONGS_OF_WORD = 2;
const DECIMALS = 4;
/** Above these means an artist rhymes more densely, or over more syllables, than most of 662 rap songs. */
const DENSE = 0.25;
const LONG_MALMI = 1.25;

/** The measured style of an artist. */
export interface StyleProfile {
  artistId: number;
  artist: string;
  /** English songs that were measured. */
  songs: number;
  foreignSongs: number;
  /** Syllables of a line: the mean, and the range that holds the middle half of the lines. */
  syllables: { mean: number; low: number; high: number };
  wordsPerLine: number;
  /** Letters of a word. */
  wordLength: number;
  /** One value for each song that has an analysis. */
  densities: number[];
  malmis: number[];
  /** Shares of the songs. */
  themes: { theme: string; share: number }[];
  /** By c-TF-IDF against the other artists; the highest weight is 1. */
  typical: { word: string; weight: number }[];
  /** How often each word occurs; a line repeated within its song counts once. */
  counts: ReadonlyMap<string, number>;
}

/** A song of the style with its lines. */
export interface StyleSong extends StyleSongRow {
  lines: TextLine[];
}

const WORDS = /[\p{L}']+/gu;

const englishSongs = ({ songs }: StyleRows): StyleSongRow[] => songs.filter((song) => song.is_english);

/** Measures the style of an artist from its English songs and those of others. */
export function measureStyle(
  rows: StyleRows,
  lexicon: Lexicon,
): { profile: StyleProfile; songs: StyleSong[] } {
  const songs = englishSongs(rows).map((song) => ({ ...song, lines: linesOf(song.lyrics) }));
  const perSong = songs.map(({ lines }) => countWords(lines));
  const counts = addUp(perSong);
  const lines = songs.flatMap((song) => song.lines);
  const tokens = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const letters = [...counts].reduce((sum, [word, n]) => sum + word.length * n, 0);
  const themes = countsOf(
    songs.flatMap((song) => song.themes),
    Math.max(1, songs.length),
  );
  const profile = {
    artistId: rows.artist.id ?? 0,
    artist: rows.artist.name ?? '',
    songs: songs.length,
    foreignSongs: rows.songs.length - songs.length,
    syllables: syllablesOf(songs, lexicon),
    wordsPerLine: lines.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, lines.length),
    wordLength: letters / Math.max(1, tokens),
    densities: songs.flatMap(({ density }) => density ?? []),
    malmis: songs.flatMap(({ malmi }) => malmi ?? []),
    themes: themes.map(({ value, share }) => ({ theme: value, share })),
    typical: typicalWords(counts, perSong, rows),
    counts,
  };
  return { profile, songs };
}

function addUp(all: readonly ReadonlyMap<string, number>[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const counts of all) for (const [word, n] of counts) sum.set(word, (sum.get(word) ?? 0) + n);
  return sum;
}

/** Words of other artists' songs, counted more roughly than the artist's own. */
function countOthers({ others }: StyleRows): Map<string, number>[] {
  const byArtist = Map.groupBy(others, (song) => song.artist_id);
  return Array.from(byArtist.values(), (songs) => {
    const counts = new Map<string, number>();
    for (const { lyrics } of songs)
      for (const [word] of lyrics.toLowerCase().matchAll(WORDS))
        counts.set(word, (counts.get(word) ?? 0) + 1);
    return counts;
  });
}

function typicalWords(
  counts: ReadonlyMap<string, number>,
  perSong: readonly ReadonlyMap<string, number>[],
  rows: StyleRows,
): StyleProfile['typical'] {
  const needed = Math.min(MIN_SONGS_OF_WORD, perSong.length);
  const isTypical = (word: string): boolean =>
    !isStopWord(word) &&
    (counts.get(word) ?? 0) >= MIN_USES &&
    perSong.filter((song) => song.has(word)).length >= needed;
  const ranked = classTfIdf(counts, countOthers(rows)).filter(({ word }) => isTypical(word));
  const highest = ranked[0]?.weight ?? 1;
  return ranked.slice(0, TYPICAL_WORDS).map(({ word, weight }) => ({ word, weight: weight / highest }));
}

function syllablesOf(songs: readonly StyleSong[], lexicon: Lexicon): StyleProfile['syllables'] {
  const heard = songs
    .slice(0, HEARD_SONGS)
    .flatMap(({ lyrics }) =>
      analyzeFlow(lyrics, parseSections(lyrics), lexicon).lines.flatMap(({ syllables }) =>
        syllables > 0 ? [syllables] : [],
      ),
    );
  const sorted = heard.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const mean = sorted.reduce((sum, n) => sum + n, 0) / Math.max(1, sorted.length);
  return { mean, low: at(0.25), high: at(0.75) };
}

/** How the artist rhymes: densely, over several syllables, or neither more than most. */
export function rhymeKindOf({ densities, malmis }: StyleProfile): RhymeDepth {
  if ((meanOf(densities).mean ?? 0) >= DENSE) return 'dense';
  return (meanOf(malmis).mean ?? 0) >= LONG_MALMI ? 'multi' : 'single';
}

/** The part of a profile that an answer shows. */
export function summarizeStyle(profile: StyleProfile): StyleSummary {
  return roundNumbers(
    {
      artist_id: profile.artistId,
      artist: profile.artist,
      songs: profile.songs,
      syllables_per_line: profile.syllables,
      words_per_line: profile.wordsPerLine,
      density: meanOf(profile.densities).mean,
      malmi: meanOf(profile.malmis).mean,
      rhyme_kind: rhymeKindOf(profile),
      themes: profile.themes.slice(0, 5),
      typical_words: profile.typical.slice(0, SHOWN_WORDS).map(({ word }) => word),
    },
    DECIMALS,
  );
}
