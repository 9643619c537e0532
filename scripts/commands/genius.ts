import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { parseSections } from '../../src/lyrics/text/sections.ts';
import { decodeBody } from '../../src/sources/decode-body.ts';
import { parseSongPage } from '../../src/sources/genius/parse-page.ts';

export function registerGenius(program: Command): void {
  const genius = program.command('genius').description('look at Genius pages');
  genius
    .command('parse')
    .description('parse a saved song page and print one JSON object')
    .argument('<file>', 'HTML of a song page')
    .option('--url <url>', 'address it was saved from')
    .option('--status <code>', 'HTTP status it was served with', Number, 200)
    .action(async (file: string, options: { url?: string; status: number }) => {
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
