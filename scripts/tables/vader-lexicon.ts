import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// Writes src/lyrics/sentiment/vader-lexicon.ts from the lexicon file of the `vader-sentiment` package.
// Run: node scripts/tables/vader-lexicon.ts

const source = createRequire(import.meta.url).resolve('vader-sentiment/vader_lexicon.txt');
const target = new URL('../../src/lyrics/sentiment/vader-lexicon.ts', import.meta.url);

// Some tokens are listed twice; the reference implementation keeps the later value.
const valences = new Map<string, number>();
for (const line of readFileSync(source, 'utf8').split('\n')) {
  const [token, mean] = line.split('\t');
  // Words are parted at white space and compared in lower case, so these can never match.
  if (token === undefined || mean === undefined || /\s/.test(token) || token !== token.toLowerCase())
    continue;
  valences.set(token, Math.round(Number(mean) * 10));
}

// The package keeps a valence that the authors have corrected since.
valences.set('badass', 14);

const groups = new Map<number, string[]>();
for (const [token, tenths] of valences) groups.set(tenths, [...(groups.get(tenths) ?? []), token]);

const rows = [...groups]
  .sort(([a], [b]) => a - b)
  .map(([tenths, tokens]) => `${tenths} ${tokens.sort().join(' ')}`);
const escaped = rows.join('\n').replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${');

writeFileSync(
  target,
  `// VADER lexicon: copyright (c) 2016 C.J. Hutto, MIT licence. Hutto & Gilbert 2014, "VADER: A Parsimonious Rule-based
// Model for Sentiment Analysis of Social Media Text". One row a mean valence in tenths, then the tokens that have it.
// Written by scripts/tables/vader-lexicon.ts.
export const VADER_LEXICON = \`${escaped}\`;
`,
);
