import { writeFileSync } from 'node:fs';
import { flowReport } from '../../src/lyrics/flow/analyze-flow.ts';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { listen, rhymeReport } from '../../src/lyrics/rhyme/analyze-rhyme.ts';
import { MEASURE_NAMES, scoreMeasures } from '../../src/lyrics/scores/measures.ts';
import {
  COMPLEXITY_WEIGHTS,
  QUALITY_WEIGHTS,
  tempered,
  type Weights,
  weighRanks,
} from '../../src/lyrics/scores/weights.ts';
import { estimateJaccard, fingerprint, NEAR_DUPLICATE_JACCARD } from '../../src/lyrics/text/fingerprint.ts';
import { detectLanguage } from '../../src/lyrics/text/language.ts';
import { readSong, type Song } from '../../src/lyrics/text/song.ts';
import { measureVocabulary } from '../../src/lyrics/vocabulary/measure-vocabulary.ts';
import { percentileIn } from '../../src/ml/percentile.ts';
import { readSongs } from '../eval/read-songs.ts';
import { readLexicon } from '../read-lexicon.ts';

// Writes the reference numbers of the scores from a file of real songs (NDJSON with `lyrics`):
// quantiles only, no text. Run: node scripts/tables/reference-songs.ts FILE

const QUANTILES = 40;
const MIN_WORDS = 60;

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: node scripts/tables/reference-songs.ts FILE');
const { songs } = await readSongs(file);
const reference = distinctEnglish(songs.map((song) => song.lyrics));
const lexicon = openLexicon(await readLexicon());
const measures = reference.map((song) => {
  const verse = listen(song.text, song.sections, lexicon);
  const rhyme = rhymeReport(song.text, verse);
  const { syllables } = rhyme;
  return { syllables, ...scoreMeasures(rhyme, flowReport(song.text, verse), measureVocabulary(song)) };
});
writeScores();
console.log(`${reference.length} reference songs of ${songs.length}`);

function distinctEnglish(texts: readonly string[]): Song[] {
  const kept: { song: Song; sketch: number[] }[] = [];
  for (const text of texts) {
    if (detectLanguage(text)?.code !== 'en') continue;
    const song = readSong(text);
    const { sketch } = fingerprint(text);
    const known = kept.some((other) => estimateJaccard(other.sketch, sketch) >= NEAR_DUPLICATE_JACCARD);
    if (!known && song.words.length >= MIN_WORDS) kept.push({ song, sketch });
  }
  return kept.map(({ song }) => song);
}

function writeScores(): void {
  const tables = new Map<string, number[]>();
  for (const name of MEASURE_NAMES) tables.set(name, quantiles(measures.map((measure) => measure[name])));
  const composite = (weights: Weights): number[] =>
    quantiles(
      measures.map((measure) =>
        tempered(
          weighRanks((name) => percentileIn(measure[name], tables.get(name) ?? []), weights),
          measure.syllables,
        ),
      ),
    );
  tables.set('complexity', composite(COMPLEXITY_WEIGHTS));
  tables.set('quality', composite(QUALITY_WEIGHTS));
  const rows = [...tables].map(([name, values]) => `  ${name}: [${values.join(', ')}],`);
  write(
    'scores/reference-distribution',
    `import type { ScoreMeasures } from './measures.ts';

/**
 * ${QUANTILES + 1} evenly spaced quantiles of ${reference.length} real English-language rap songs (edits of one song counted once).
 * Written by scripts/tables/reference-songs.ts.
 */
export const REFERENCE: Readonly<Record<keyof ScoreMeasures | 'complexity' | 'quality', readonly number[]>> = {
${rows.join('\n')}
};
`,
  );
}

function quantiles(values: readonly (number | null)[]): number[] {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  return Array.from({ length: QUANTILES + 1 }, (_, step) => {
    const place = (step / QUANTILES) * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
    return round(low + (high - low) * (place - Math.floor(place)));
  });
}

function round(value: number): number {
  return Number(value.toPrecision(5));
}

function write(path: string, content: string): void {
  writeFileSync(new URL(`../../src/lyrics/${path}.ts`, import.meta.url), content);
}
