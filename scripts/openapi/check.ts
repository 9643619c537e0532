import { emitOpenApi } from './emit.ts';
import { findFaults } from './find-faults.ts';

const faults = await findFaults(emitOpenApi());
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
}
