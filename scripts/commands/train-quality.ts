import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { filledText, inputFile } from '../command-options.ts';
import { createProgress } from '../progress.ts';

interface Options {
  licence: string;
  vectors?: boolean;
}

export function addTrainQuality(command: Command): void {
  command
    .argument('<file>', 'NDJSON with artist, title, lyrics and overall_quality (1-10)', inputFile)
    .option('--licence <text>', 'licence of the data, kept with the weights', filledText(200), 'unknown')
    .option('--no-vectors', 'from the features of the engine alone')
    .action(async (file: string, { licence, vectors }: Options) => {
      const { openMeasuring } = await import('../lab/quality/open-measuring.ts');
      const { crossValidateQuality, trainModels } = await import('../eval/eval-quality.ts');
      const { describeModels, MODEL_FILE, writeModels } = await import('../lab/quality/write-model.ts');
      const measuring = await openMeasuring({ vectors: vectors !== false });
      try {
        const measured = await measuring.measure(file);
        const progress = createProgress('artists');
        const cv = crossValidateQuality(measured.examples, measuring.embeddingModel, progress.update);
        progress.stop();
        const models = trainModels(measured.examples, measuring.embeddingModel);
        const builtAt = new Date().toISOString();
        const trained = describeModels(models, measured, { cv, builtAt, licence });
        await writeModels(trained);
        spawnSync('npx', ['biome', 'format', '--write', fileURLToPath(MODEL_FILE)]);
        const { version, data, metrics } = trained;
        console.log(JSON.stringify({ version, data, metrics }, null, 1));
      } finally {
        await measuring.close();
      }
    });
}
