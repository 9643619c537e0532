import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import type { TreeModel } from '../../src/lyrics/rhyme/trees.ts';
import { readAnnotatedSongs } from '../eval/rhyme-annotations.ts';
import { prepareSong, trainModels } from './train-models.ts';

const FILES = { pair: 'pair-model', word: 'word-model', end: 'line-end-model' } as const;

async function writeModel(kind: keyof typeof FILES, model: TreeModel): Promise<void> {
  const name = FILES[kind];
  const constant = name.toUpperCase().replaceAll('-', '_');
  const content = `import type { TreeModel } from './trees.ts';\n
/** Learned by scripts/train/train-rhyme.ts; README.md beside this file says how. */
export const ${constant}: TreeModel = {
  depth: ${model.depth},
  bias: ${model.bias},
  features: [${model.features}],
  thresholds: [${model.thresholds}],
  leaves: [${model.leaves}],
};\n`;
  await writeFile(new URL(`../../src/lyrics/rhyme/${name}.ts`, import.meta.url), content);
}

const { values } = parseArgs({
  options: { mcflow: { type: 'string' }, lexicon: { type: 'string', default: 'dist/lexicon.bin' } },
});
if (!values.mcflow)
  throw new Error('usage: node scripts/train/train-rhyme.ts --mcflow FILE [--lexicon FILE]');
const bytes = await readFile(values.lexicon);
const lexicon = openLexicon(new Uint8Array(bytes).buffer);
const songs = await readAnnotatedSongs(values.mcflow);
const models = trainModels(songs.map((song) => prepareSong(song, lexicon)));
await writeModel('pair', models.pair);
await writeModel('word', models.word);
await writeModel('end', models.end);
console.log(`trained on ${songs.length} songs`);
