import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Command, InvalidArgumentError } from 'commander';
import { readCatalogueModel, writeCatalogueModel } from '../lab/catalogue-model.ts';
import { learnCatalogue } from '../lab/learn-catalogue.ts';
import { synthesize } from '../lab/synthesize.ts';
import { toUnit } from '../lab/vector-math.ts';
import { createProgress } from '../progress.ts';

export function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > 1_000_000) {
    throw new InvalidArgumentError('expected a whole number from 1 to 1000000');
  }
  return count;
}

interface SynthesizeOptions {
  tracks: number;
  seed: string;
  out?: string;
  vectors?: boolean;
}

export function registerSynthesize(lab: Command): void {
  lab
    .command('synthesize')
    .description(
      'write made-up songs with the lengths, words and vectors of real ones, as NDJSON for scale tests',
    )
    .requiredOption('--tracks <n>', 'how many', readCount)
    .option('--seed <text>', 'the same seed gives the same songs', '1')
    .option('--out <file>', 'standard output if absent')
    .option('--no-vectors', 'leave the vectors out: what `import` reads')
    .action(async ({ tracks, seed, out, vectors }: SynthesizeOptions) => {
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

export function registerLearn(lab: Command): void {
  lab
    .command('learn')
    .description('learn the numbers of the generator from real songs (NDJSON with `lyrics`, `artist`)')
    .argument('<file>')
    .action(async (file: string) => {
      const progress = createProgress('songs');
      const model = await learnCatalogue(file, progress.update);
      progress.stop();
      await writeCatalogueModel(model);
      const { real, synthetic, learned_from: from } = model;
      console.log(JSON.stringify({ learned_from: from, real, synthetic }, null, 1));
    });
}
