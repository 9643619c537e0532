import { writeFile } from 'node:fs/promises';
import { readSong } from '../../../src/lyrics/text/song.ts';
import { measureThemes } from '../../../src/lyrics/themes/measure-themes.ts';
import { readThemes } from '../../../src/lyrics/themes/read-themes.ts';
import { readThemeVerses } from '../../eval/theme-verses.ts';
import { type Example, trainLogistic } from '../feelings/logistic.ts';

/**
 * Learns how sure a theme is from what its words weigh together: one logistic regression over all themes, on the tuning
 * half of the labelled verses. Run: node scripts/train/themes/train-themes.ts
 */
const PENALTY_C = 10;

const verses = (await readThemeVerses()).filter(({ half }) => half === 'tune');
const examples = verses.flatMap((verse): Example[] =>
  [...measureThemes(readThemes(readSong(verse.lines.join('\n'))))].map(([theme, features]) => ({
    features,
    label: verse.themes.includes(theme) ? 1 : 0,
    weight: 1,
  })),
);
const [no = [], yes = []] = trainLogistic(examples, 2, PENALTY_C);
const weights = yes.map((value, at) => Number((value - (no[at] ?? 0)).toFixed(3)));
await writeFile(
  new URL('../../../src/lyrics/themes/theme-model.ts', import.meta.url),
  `/** Weights of what \`measureThemes\` gives, the bias last. Written by scripts/train/themes/train-themes.ts. */
export const THEME_MODEL: readonly number[] = ${JSON.stringify(weights)};\n`,
);
console.log(`${verses.length} verses, ${examples.length} examples: ${weights.join(', ')}`);
