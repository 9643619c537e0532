import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { VECTOR_CHARACTERS } from '../../../src/lyrics/feeling/word-vectors.ts';
import { crossValidate } from './cross-validate.ts';
import { learnFeelings } from './merge-model.ts';
import { readToneSongs, readVerses, sampleLines } from './training-texts.ts';

const USAGE =
  'usage: node scripts/train/feelings/train-feelings.ts --songs FILE [--songs FILE …] [--cache PATH] [--cross-validate]';

/**
 * Learns word vectors and the weights of mood, dominant feeling and tone from the labelled verses (tuning half) and from
 * songs (NDJSON with `lyrics`; those with `artist` and `sentiment` also teach the tone).
 */
const { values } = parseArgs({
  options: {
    songs: { type: 'string', multiple: true },
    cache: { type: 'string' },
    'cross-validate': { type: 'boolean' },
  },
});
if (!values.songs) throw new Error(USAGE);
const verses = await readVerses();
const songs = await readToneSongs(values.songs);
const lines = await sampleLines(values.songs);
const world = { verses, songs, lines, cache: values.cache ?? null };

if (values['cross-validate']) console.log(JSON.stringify(await crossValidate(world)));
const { packed, model } = await learnFeelings(world, world);
await writeData(
  'word-vector-table',
  `import type { PackedVectors } from './word-vectors.ts';

/** Written by scripts/train/feelings/train-feelings.ts. */
export const WORD_VECTORS: PackedVectors = ${JSON.stringify(packed)};\n`,
);
const rows = Object.entries(model).map(([question, weights]) => `${question}: ${JSON.stringify(weights)},`);
await writeData(
  'feeling-model',
  `import type { FeelingModel } from './judge-feeling.ts';

/** In hundredths. Written by scripts/train/feelings/train-feelings.ts. */
export const FEELING_MODEL: FeelingModel = {\n${rows.join('\n')}\n};\n`,
);
console.log(
  `${verses.length} verses, ${songs.length} songs, ${lines.length} lines, ${packed.words.split(' ').length} words, ${packed.pairLevels.length / VECTOR_CHARACTERS} pairs`,
);

async function writeData(name: string, content: string): Promise<void> {
  const file = new URL(`../../../src/lyrics/feeling/${name}.ts`, import.meta.url);
  if ((await readFile(file, 'utf8').catch(() => '')) !== content) await writeFile(file, content);
}
