import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { cuss } from 'cuss';
import { isHeaderLine } from '../../../src/lyrics/text/sections.ts';
import { readWords } from '../../../src/ml/compose/read-words.ts';
import { readCounts } from '../../lexicon/dictionary-sources.ts';
import { catalogue } from '../../local/catalogue/catalogue.ts';
import { openEmbeddingPool } from '../../local/openai/embedding-pool.ts';
import { type DescribedWord, WordDescriber } from './describe-words.ts';
import { readEnglishWords } from './english-words.ts';
import { projectVectors } from './project-vectors.ts';

/**
 * Writes scripts/compose/words.json, the words that the composer may write with: their parts of speech and senses from
 * wink-lexicon, and what they mean as a few numbers from the sentence encoder. Run `node scripts/train/compose/train-words.ts`
 * after a change of the catalogue's vocabulary.
 */
const MIN_COUNT = 120;
const VECTOR_SIZE = 16;
const LEVEL = 127;
/** The list's "likely profane" is left out. */
const PROFANE = 2;
/** "Maybe profane" stays where a source has it and is never chosen by the composer itself. */
const MAYBE_PROFANE = 1;
const MARK = 'x';

function catalogueWords(): Set<string> {
  const lines = catalogue
    .flatMap(({ songs }) => songs)
    .filter(({ language }) => language === 'en')
    .flatMap(({ lyrics }) => lyrics.split('\n'))
    .filter((line) => !isHeaderLine(line));
  return new Set(lines.flatMap((line) => readWords(line).map(({ word }) => word)));
}

async function describeAll(): Promise<DescribedWord[]> {
  const counts = await readCounts();
  const describer = new WordDescriber(readEnglishWords(), counts);
  const common = [...counts].filter(([, { count }]) => count >= MIN_COUNT).map(([word]) => word);
  const words = [...new Set([...catalogueWords(), ...common])].sort();
  return words
    .filter((word) => (cuss[word] ?? 0) < PROFANE && /^[a-z][a-z'-]*$/.test(word))
    .map((word) => describer.describe(word))
    .map((described) =>
      (cuss[described.word] ?? 0) >= MAYBE_PROFANE
        ? { ...described, tags: described.tags + MARK }
        : described,
    )
    .filter(({ tags }) => tags !== '');
}

async function vectorsOf(words: readonly DescribedWord[]): Promise<Float32Array[]> {
  const pool = openEmbeddingPool();
  // The model's threads do not keep the process alive by themselves.
  const hold = setInterval(() => undefined, 60_000);
  try {
    return (await pool.embed(words.map(({ word }) => word.replace(/in'$/, 'ing')))).map(
      ({ vector }) => vector,
    );
  } finally {
    clearInterval(hold);
    await pool.close();
  }
}

const words = await describeAll();
const vectors = projectVectors(await vectorsOf(words), VECTOR_SIZE);
const packed = Buffer.from(
  Int8Array.from(
    vectors.flatMap((vector) => [...vector]),
    (x) => Math.round(x * LEVEL),
  ).buffer,
);
const file = fileURLToPath(new URL('../../compose/words.json', import.meta.url));
const rows = words.map(
  ({ word, tags, senses, count }) => `${word} ${tags} ${senses || '-'} ${Math.round(Math.log2(1 + count))}`,
);
const model = { vector_size: VECTOR_SIZE, words: rows.join('\n'), vectors: packed.toString('base64') };
await writeFile(file, `${JSON.stringify(model, null, 2)}\n`);
console.log(`${words.length} words in ${file}`);
