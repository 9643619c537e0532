import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { httpUrl, inputFile, wholeNumber } from '../command-options.ts';

export function addGeniusParse(command: Command): void {
  command
    .argument('<file>', 'HTML of a song page', inputFile)
    .option('--url <url>', 'address it was saved from', httpUrl)
    .option('--status <code>', 'HTTP status it was served with', wholeNumber(100, 599), 200)
    .action(async (file: string, options: { url?: string; status: number }) => {
      const { parseSections } = await import('../../src/lyrics/text/sections.ts');
      const { decodeBody } = await import('../../src/sources/decode-body.ts');
      const { parseSongPage } = await import('../../src/sources/genius/parse-page.ts');
      const { text } = decodeBody(await readFile(file), null);
      const { outcome, lyrics, source, agreed, warnings, evidence, difference, song } = parseSongPage(
        text,
        options,
      );
      const sections = outcome === 'ok' ? parseSections(lyrics) : [];
      console.log(
        JSON.stringify(
          { outcome, lyrics, sections, source, agreed, warnings, evidence, difference, song },
          null,
          2,
        ),
      );
    });
}
