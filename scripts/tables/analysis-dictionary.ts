import { writeFileSync } from 'node:fs';
import { analyzeLyrics } from '../../src/lyrics/analyze.ts';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { roundNumbers } from '../../src/ml/round-numbers.ts';
import { pack } from '../../src/redis/packed-json.ts';
import { catalogue } from '../local/catalogue/catalogue.ts';
import { readLexicon } from '../read-lexicon.ts';

// Writes the dictionary that cached analyses are compressed against: the packed analysis of one demo song. After a change
// of the analysis' shape it only compresses less well; a new one needs a new MARK in src/redis/packed-value.ts.
// Run: node scripts/tables/analysis-dictionary.ts

const FILE = new URL('../../src/redis/analysis-dictionary-data.ts', import.meta.url);
const MAX_CHARACTERS = 12_000;

const [lyrics] = catalogue.flatMap(({ songs }) => songs).flatMap((song) => song.lyrics ?? []);
if (lyrics === undefined) throw new Error('the catalogue holds no song with lyrics');
const lexicon = openLexicon(await readLexicon());
const text = JSON.stringify(pack(roundNumbers(analyzeLyrics(lyrics, { lexicon }), 4)));
writeFileSync(
  FILE,
  `/** What the analysis of a song looks like when packed: written by scripts/tables/analysis-dictionary.ts. */
// biome-ignore format: one long string
export const ANALYSIS_DICTIONARY = ${JSON.stringify(text.slice(0, MAX_CHARACTERS))};
`,
);
