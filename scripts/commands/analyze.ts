import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import type { Command } from 'commander';
import { analyzeLyrics } from '../../src/lyrics/analyze.ts';
import { openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { exactText } from '../../src/lyrics/text/exact-text.ts';
import { offsetsAsSent } from '../../src/lyrics/text/sent-offsets.ts';
import { readLexicon } from '../read-lexicon.ts';

export function registerAnalyze(program: Command): void {
  program
    .command('analyze')
    .description('analyse a text file with the lyric engine and print one JSON object')
    .argument('<file>', 'lyrics as plain text; - reads standard input')
    .action(async (file: string) => {
      const text = file === '-' ? await readStream(process.stdin) : await readFile(file, 'utf8');
      const analysis = analyzeLyrics(exactText(text), { lexicon: openLexicon(await readLexicon()) });
      console.log(JSON.stringify(offsetsAsSent(analysis, text), null, 2));
    });
}
