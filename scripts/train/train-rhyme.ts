import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import type { TreeModel } from '../../src/lyrics/rhyme/trees.ts';
import { readAnnotatedSongs } from '../eval/rhyme-annotations.ts';
import { readGoldPoems } from '../eval/rhyme-schemes.ts';
import { readLexicon } from '../read-lexicon.ts';
import { trainEndWords } from './train-end-words.ts';
import { prepareSong, trainModels } from './train-models.ts';

const USAGE = 'usage: node scripts/train/train-rhyme.ts [--mcflow FILE] [--chicago FILE …]';

function modelText(name: string, model: TreeModel): string {
  const constant = name.toUpperCase().replaceAll('-', '_');
  return `
/** Learned by scripts/train/train-rhyme.ts; the README beside the rhyme engine says how. */
export const ${constant}: TreeModel = {
  bias: ${model.bias},${model.threshold === undefined ? '' : `\n  threshold: ${model.threshold},`}
  features: [${model.features}],
  thresholds: [${model.thresholds}],
  leaves: [${model.leaves}],
};\n`;
}

async function writeModel(path: string, model: TreeModel, more = ''): Promise<void> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const trees = path.includes('/') ? '../trees.ts' : './trees.ts';
  const content = `import type { TreeModel } from '${trees}';\n${more}${modelText(name, model)}`;
  await writeFile(new URL(`../../src/lyrics/rhyme/${path}.ts`, import.meta.url), content);
}

const { values } = parseArgs({
  options: { mcflow: { type: 'string' }, chicago: { type: 'string', multiple: true } },
});
if (!values.mcflow && !values.chicago) throw new Error(USAGE);
const lexicon = openLexicon(await readLexicon());

if (values.mcflow) {
  const songs = await readAnnotatedSongs(values.mcflow);
  const models = trainModels(songs.map((song) => prepareSong(song, lexicon)));
  await writeModel('pair-model', models.pair);
  await writeModel('word-model', models.word);
  await writeModel('line-end-model', models.end);
  console.log(`trained pair, word and line-end models on ${songs.length} songs`);
}

if (values.chicago) {
  const poems = (await Promise.all(values.chicago.map(readGoldPoems))).flat();
  const models = trainEndWords(poems, lexicon);
  const odds = `
/** Log-odds that two vowels rhyme in verse, 15 × 15, the lower index first. */
export const VOWEL_ODDS: readonly number[] = [${models.vowelOdds}];\n`;
  await writeModel('end-words/end-word-model', models.endWord, odds);
  await writeModel('end-words/stanza-model', models.stanza);
  console.log(`trained end-word and stanza models on ${poems.length} poems`);
}
