import { createVitest } from 'vitest/node';

/** What the parent asks: one test file, after these files have changed. */
export interface RunRequest {
  changed: string[];
  test: string;
}

/** The first test that failed and why; null when all passed. */
export interface RunAnswer {
  failed: string | null;
}

const TEST_TIMEOUT_MS = 60_000;
const PROJECTS = ['unit', 'node', 'integration'];

// A process of its own: what a fault makes run for ever is ended with it.
const vitest = await createVitest({
  config: 'test/vitest.config.ts',
  project: PROJECTS,
  watch: false,
  bail: 1,
  reporters: [{}],
  // The machine may be busy: slowness is no fault.
  testTimeout: TEST_TIMEOUT_MS,
  hookTimeout: TEST_TIMEOUT_MS,
});
await vitest.standalone();

async function run({ changed, test }: RunRequest): Promise<RunAnswer> {
  for (const path of changed) vitest.invalidateFile(path);
  const specifications = await vitest.globTestSpecifications([test]);
  if (specifications.length === 0) return { failed: `there is no ${test}` };
  // Vitest keeps the failures of earlier runs: `bail` would count them, and the answer would hold them.
  vitest.state.idMap.clear();
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.rerunTestSpecifications(specifications);
  if (testModules.length === 0) return { failed: `nothing of ${test} ran` };
  for (const module of testModules) {
    for (const one of module.children.allTests('failed')) {
      return { failed: `${one.fullName}: ${messageOf(one.result().errors?.[0])}` };
    }
    const broken = [module, ...module.children.allSuites()].flatMap((one) => one.errors());
    if (!module.ok()) return { failed: `a hook or the file: ${messageOf(broken[0])}` };
  }
  const [error] = unhandledErrors;
  return { failed: error === undefined ? null : `an unhandled error: ${messageOf(error)}` };
}

function messageOf(error: unknown): string {
  const text = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(text).split('\n')[0] ?? '';
}

process.on('message', (request: RunRequest) => {
  void run(request).then((answer) => process.send?.(answer));
});
process.send?.('ready');
