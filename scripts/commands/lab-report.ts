import type { Command } from 'commander';
import { filledText, outputFile } from '../command-options.ts';

export function addLabReport(command: Command): void {
  command
    .argument('<folder>', 'folder of a run, such as results/all/RUN', filledText(1000))
    .option('--out <file>', 'where the report is written; absent: report.html in that folder', outputFile)
    .option('--json', 'print one JSON object')
    .action(async (folder: string, { out, json }: { out?: string; json?: boolean }) => {
      const { writeReport } = await import('../lab/report/write-report.ts');
      const report = await writeReport(folder, out);
      console.log(json ? JSON.stringify({ report }) : report);
    });
}
