import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import type { Command } from 'commander';
import { inputFileOrStdin } from '../command-options.ts';
import { CommandError } from '../explain.ts';

export function addAnalyze(command: Command): void {
  command
    .argument('<file>', 'lyrics as plain text; - reads standard input', inputFileOrStdin)
    .action(async (file: string) => {
      const text = file === '-' ? await readStream(process.stdin) : await readFile(file, 'utf8');
      if (text.trim() === '')
        throw new CommandError(`${file === '-' ? 'Standard input' : file} holds no text.`);
      console.log(JSON.stringify(await analyze(text), null, 2));
    });
}

async function analyze(text: string): Promise<unknown> {
  const { analyzeLyrics } = await import('../../src/lyrics/analyze.ts');
  const { openLexicon } = await import('../../src/lyrics/phonetics/lexicon.ts');
  const { exactText } = await import('../../src/lyrics/text/exact-text.ts');
  const { offsetsAsSent } = await import('../../src/lyrics/text/sent-offsets.ts');
  const { readLexicon } = await import('../read-lexicon.ts');
  const analysis = analyzeLyrics(exactText(text), { lexicon: openLexicon(await readLexicon()) });
  return offsetsAsSent(analysis, text);
}
