import type { Command } from 'commander';
import { reindexHashes } from '../../src/services/ingest/reindex-hashes.ts';
import { openOperatorContext } from '../operator-context.ts';
import { createProgress } from '../progress.ts';

export function registerReindex(program: Command): void {
  const reindex = program.command('reindex').description('rebuild what is derived from Postgres');
  reindex
    .command('hashes')
    .description('rebuild the duplicate check in Redis')
    .action(async () => {
      const operator = await openOperatorContext();
      const progress = createProgress('hashes');
      try {
        const count = await reindexHashes(operator.ctx, (done) => progress.update(done, done));
        progress.stop();
        console.log(`${count} song hashes in Redis`);
      } finally {
        await operator.close();
      }
    });
}
