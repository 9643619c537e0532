import { join } from 'node:path';
import type { Sql } from '../../../src/db/client.ts';
import { storeDatasetVersion } from '../../../src/db/queries/dataset-songs.ts';
import { CommandError } from '../../explain.ts';
import { replaceFile } from '../run/replace-file.ts';
import { datasetLines, hashOf } from './dataset-hash.ts';
import { type DatasetInfo, datasetInfo, datasheet } from './datasheet.ts';
import { drawSample } from './draw-sample.ts';
import { type Criteria, selectCandidates } from './select-candidates.ts';
import { splitByArtist } from './split-by-artist.ts';

export interface PrepareOptions extends Criteria {
  size: number;
  testShare: number;
  seed: number;
  /** Folder of all data sets; each stands in one of its own, by its hash. */
  out: string;
  onSong?: (songs: number) => void;
}

export interface PreparedDataset extends DatasetInfo {
  folder: string;
}

/**
 * Draws a data set from the catalogue and writes its rows, datasheet and facts; the same catalogue, criteria and seed give the
 * same hash. Throws `CommandError` where no song meets the criteria.
 */
export async function prepareDataset(db: Sql, options: PrepareOptions): Promise<PreparedDataset> {
  const { confidence, length, analyzers, language, size, testShare, seed } = options;
  const criteria = { confidence, length, analyzers, language };
  const selection = await selectCandidates(db, criteria, options.onSong);
  const drawn = drawSample(selection.candidates, { size, seed });
  if (drawn.length === 0) throw new CommandError(nothingFound(selection.songs, selection.excluded));
  const samples = splitByArtist(drawn, { share: testShare, seed });
  const lines = datasetLines(samples);
  const info = datasetInfo({
    hash: hashOf(lines),
    seed,
    criteria: { ...criteria, size, test_share: testShare },
    selection,
    samples,
  });
  const folder = join(options.out, info.dataset_hash.slice(0, 12));
  await replaceFile(join(folder, 'dataset.jsonl'), lines);
  await replaceFile(join(folder, 'datasheet.md'), datasheet(info, samples));
  await replaceFile(join(folder, 'dataset_info.json'), `${JSON.stringify(info, null, 2)}\n`);
  const description = `${info.songs} songs of the catalogue, split by artist, seed ${seed}`;
  await storeDatasetVersion(db, { hash: info.dataset_hash, songs: info.songs, description });
  return { ...info, folder };
}

function nothingFound(songs: number, excluded: Readonly<Record<string, number>>): string {
  if (songs === 0) return 'The catalogue is empty: fill it with npm run demo or barline import.';
  const reasons = Object.entries(excluded).map(([why, count]) => `${why} ${count}`);
  return `None of ${songs} songs meets the criteria: ${reasons.join(', ')}.`;
}
