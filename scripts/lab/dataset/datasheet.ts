import { type Candidate, eraOf, type Sample } from './candidate.ts';
import type { Criteria, Selection } from './select-candidates.ts';

/** What is known of a data set beside its rows. */
export interface DatasetInfo {
  /** SHA-256 of the rows. */
  dataset_hash: string;
  seed: number;
  criteria: Criteria & { size: number; test_share: number };
  catalogue_songs: number;
  candidates: number;
  excluded: Selection['excluded'];
  songs: number;
  split: Record<Sample['split'], { songs: number; artists: number }>;
  analyzers: Record<string, number>;
  languages: Record<string, number>;
  eras: Record<string, number>;
  /** By the analyses; most songs have none. */
  genres: Record<string, number>;
}

function countsOf(values: readonly string[]): Record<string, number> {
  const groups = [...Map.groupBy(values, (value) => value)];
  return Object.fromEntries(
    groups.map(([value, { length }]) => [value, length] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

interface Prepared {
  hash: string;
  seed: number;
  criteria: DatasetInfo['criteria'];
  selection: Selection;
  samples: readonly Sample[];
}

export function datasetInfo({ hash, seed, criteria, selection, samples }: Prepared): DatasetInfo {
  const half = (name: Sample['split']) => {
    const own = samples.filter(({ split }) => split === name);
    return { songs: own.length, artists: new Set(own.map(({ artist }) => artist)).size };
  };
  return {
    dataset_hash: hash,
    seed,
    criteria,
    catalogue_songs: selection.songs,
    candidates: selection.candidates.length,
    excluded: selection.excluded,
    songs: samples.length,
    split: { train: half('train'), test: half('test') },
    analyzers: countsOf(samples.map(({ analyzer, model_version }) => `${analyzer} ${model_version}`.trim())),
    languages: countsOf(samples.map(({ language }) => language ?? 'unknown')),
    eras: countsOf(samples.map(eraOf)),
    genres: countsOf(samples.map(({ genre }) => genre ?? 'unknown')),
  };
}

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `| ${name.replaceAll('|', '\\|')} | ${count} |`)
    .join('\n');

const largestShare = (samples: readonly Candidate[]): { artist: string; share: number } => {
  const [artist = '', own = []] =
    [...Map.groupBy(samples, (one) => one.artist)].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return { artist, share: own.length / Math.max(1, samples.length) };
};

/**
 * A datasheet by the questions of Gebru et al. 2021, "Datasheets for Datasets" (CACM 64:86): what is in the set, what is
 * not and why, and what it must not be taken for. Everything in it is counted from the rows.
 */
export function datasheet(info: DatasetInfo, samples: readonly Sample[]): string {
  const { criteria, split } = info;
  const largest = largestShare(samples);
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  return `# Datasheet ${info.dataset_hash.slice(0, 12)}

## Motivation

To compare analysers of rap lyrics on songs whose artists none of them was fitted to.

## Composition

${info.songs} songs, one a row: artist, title, year, language, lyrics, and what \`targets\` say, by the analyser of the row. The targets
are answers of analysers and no judgement of people: agreement with them is agreement with an analyser.

| half | songs | artists |
|---|---|---|
| train | ${split.train.songs} | ${split.train.artists} |
| test | ${split.test.songs} | ${split.test.artists} |

| decade | songs |
|---|---|
${list(info.eras)}

| language | songs |
|---|---|
${list(info.languages)}

| genre, as the analysis names it | songs |
|---|---|
${list(info.genres)}

| analyser | songs |
|---|---|
${list(info.analyzers)}

## Collection

From a catalogue of ${info.catalogue_songs} songs. A song needs an analysis with a confidence over ${criteria.confidence}, more than ${criteria.length} characters, language
${criteria.language ?? 'any'}, analyser ${criteria.analyzers.join(' or ') || 'any'}; of songs with the same or nearly the same text, by any artists, the surest is kept. ${info.candidates} songs meet that; at most ${criteria.size} are
drawn from each artist and decade in turn, the surest first and genres in turn where known; the seed decides which artists and
decades the last turn reaches.

| left out because of | songs |
|---|---|
${list(info.excluded)}

## Preprocessing

None beyond that of the catalogue, which removes what scraped pages hold beside the lyrics. The halves share no artist; about ${percent(criteria.test_share)}
are the test, by seed ${info.seed}.

## Known biases

- Sure analyses are preferred: songs that are hard to analyse are rarer here than in the catalogue.
- The artist with the most songs (${largest.artist || 'none'}) has ${percent(largest.share)} of them.
- ${percent((info.eras.unknown ?? 0) / Math.max(1, info.songs))} of the songs have no date.
- The catalogue holds whom its operator chose.

## Uses and distribution

Lyrics belong to their authors: the file is made for measuring on the machine that holds the catalogue, and is not to be passed on.
It is not for judging artists or people.
`;
}
