import type { Command } from 'commander';
import { inputFile } from '../command-options.ts';
import { CommandError } from '../explain.ts';

/** How a feature spreads over songs. `modal_share` is the share of songs that hold its commonest value. */
export interface FeatureSpread {
  songs: number;
  missing: number;
  not_finite: number;
  min: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
  max: number | null;
  modal_share: number | null;
}

const MAX_MODAL_SHARE = 0.5;

export function addEvalFeatures(command: Command): void {
  command
    .argument('<file>', 'NDJSON, one song per line with lyrics, title and artist', inputFile)
    .option('--json', 'print one JSON object as the last line')
    .action(async (file: string, options: { json?: true }) => {
      const { analyzeLyrics } = await import('../../src/lyrics/analyze.ts');
      const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
      const { readSongs } = await import('../eval/read-songs.ts');
      const { songFeatures } = await import('../eval/song-features.ts');
      const { readLexicon } = await import('../read-lexicon.ts');
      const { songs, unreadable } = await readSongs(file);
      if (songs.length === 0)
        throw new CommandError(`${file} holds no songs (${unreadable} unreadable lines).`);
      const lexicon = openLexicon(await readLexicon());
      const values = new Map<string, (number | null)[]>();
      for (const { lyrics } of songs) {
        for (const [name, value] of Object.entries(songFeatures(analyzeLyrics(lyrics, { lexicon })))) {
          values.set(name, [...(values.get(name) ?? []), value]);
        }
      }
      const features = Object.fromEntries([...values].map(([name, all]) => [name, spreadOf(all)]));
      const crowded = Object.keys(features).filter(
        (name) => (features[name]?.modal_share ?? 0) > MAX_MODAL_SHARE,
      );
      printTable(features);
      console.log(
        `${songs.length} songs, ${unreadable} unreadable lines, ${crowded.length} crowded features`,
      );
      if (options.json) console.log(JSON.stringify({ songs: songs.length, unreadable, crowded, features }));
      if (crowded.length > 0) process.exitCode = 1;
    });
}

/** Distribution of one feature; values count as equal when their first six digits are. */
export function spreadOf(all: readonly (number | null)[]): FeatureSpread {
  const present = all.filter((value) => value !== null);
  const sorted = present.filter((value) => Number.isFinite(value)).sort((a, b) => a - b);
  const counts = new Map<string, number>();
  for (const value of sorted) counts.set(value.toPrecision(6), (counts.get(value.toPrecision(6)) ?? 0) + 1);
  const at = (share: number): number | null => sorted[Math.round(share * (sorted.length - 1))] ?? null;
  return {
    songs: all.length,
    missing: all.length - present.length,
    not_finite: present.length - sorted.length,
    min: at(0),
    q1: at(0.25),
    median: at(0.5),
    q3: at(0.75),
    max: at(1),
    modal_share: sorted.length === 0 ? null : Math.max(...counts.values()) / sorted.length,
  };
}

function printTable(features: Readonly<Record<string, FeatureSpread>>): void {
  const cell = (value: number | null): string => (value === null ? '-' : value.toFixed(3)).padStart(9);
  const width = Math.max(...Object.keys(features).map((name) => name.length), 8);
  const heads = ['min', 'q1', 'median', 'q3', 'max', 'modal'].map((head) => head.padStart(9)).join('');
  console.log(`${'feature'.padEnd(width)}${heads}  missing  NaN`);
  for (const [name, spread] of Object.entries(features)) {
    const { min, q1, median, q3, max, modal_share } = spread;
    const cells = [min, q1, median, q3, max, modal_share].map(cell).join('');
    console.log(
      `${name.padEnd(width)}${cells}${String(spread.missing).padStart(9)}${String(spread.not_finite).padStart(5)}`,
    );
  }
}
