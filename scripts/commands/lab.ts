import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Command } from 'commander';
import { inputFile, outputFile, wholeNumber } from '../command-options.ts';
import { createProgress } from '../progress.ts';

const MAX_SONGS = 1_000_000;

interface SynthesizeOptions {
  tracks: number;
  seed: string;
  out?: string;
  vectors?: boolean;
}

export function addSynthesize(command: Command): void {
  command
    .requiredOption('--tracks <n>', 'how many', wholeNumber(1, MAX_SONGS))
    .option('--seed <text>', 'the same seed gives the same songs', '1')
    .option('--out <file>', 'standard output if absent', outputFile)
    .option('--no-vectors', 'without vectors, in the format that `import` reads')
    .action(async ({ tracks, seed, out, vectors }: SynthesizeOptions) => {
      const { readCatalogueModel } = await import('../lab/catalogue-model.ts');
      const { synthesize } = await import('../lab/synthesize.ts');
      const { toUnit } = await import('../lab/vector-math.ts');
      const stream = out === undefined ? process.stdout : createWriteStream(out);
      const progress = createProgress('songs');
      for await (const song of synthesize(await readCatalogueModel(), { tracks, seed })) {
        const vector =
          vectors === false ? {} : { vector: Array.from(toUnit(song.vector), (x) => Number(x.toFixed(5))) };
        const row = {
          source_id: song.number,
          artist: song.artist,
          title: song.title,
          album: song.album,
          release_date: song.releaseDate,
          explicit: song.explicit,
          duration_ms: song.durationMs,
          themes: song.themes,
          lyrics: song.lyrics,
          ...vector,
        };
        if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, 'drain');
        progress.update(song.number, tracks);
      }
      if (out !== undefined) await new Promise<void>((resolve) => stream.end(() => resolve()));
      progress.stop();
    });
}

export function addLearn(command: Command): void {
  command.argument('<file>', 'NDJSON with `lyrics` and `artist`', inputFile).action(async (file: string) => {
    const { writeCatalogueModel } = await import('../lab/catalogue-model.ts');
    const { learnCatalogue } = await import('../lab/learn-catalogue.ts');
    const progress = createProgress('songs');
    const model = await learnCatalogue(file, progress.update);
    progress.stop();
    await writeCatalogueModel(model);
    const { real, synthetic, learned_from: from } = model;
    console.log(JSON.stringify({ learned_from: from, real, synthetic }, null, 1));
  });
}
