import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { filledText, inputFile } from '../command-options.ts';
import { createProgress } from '../progress.ts';

interface Options {
  licence: string;
}

export function addTrainQuality(command: Command): void {
  command
    .argument('<file>', 'NDJSON with artist, title, lyrics and overall_quality (1-10)', inputFile)
    .option('--licence <text>', 'licence of the data, kept with the weights', filledText(200), 'unknown')
    .action(async (file: string, { licence }: Options) => {
      const { chooseModel } = await import('../lab/quality/choose-model.ts');
      const { measureFile } = await import('../lab/quality/measure-file.ts');
      const { crossValidateQuality } = await import('../eval/eval-quality.ts');
      const { describeModel, MODEL_FILE, writeModel } = await import('../lab/quality/write-model.ts');
      const measured = await measureFile(file);
      const progress = createProgress('artists');
      const cv = crossValidateQuality(measured.examples, progress.update);
      progress.stop();
      const builtAt = new Date().toISOString();
      const trained = describeModel(chooseModel(measured.examples), measured, { cv, builtAt, licence });
      await writeModel(trained);
      spawnSync('npx', ['biome', 'format', '--write', fileURLToPath(MODEL_FILE)]);
      const { version, data, metrics } = trained;
      console.log(JSON.stringify({ version, data, metrics }, null, 1));
    });
}
