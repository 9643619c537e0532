import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildEngineAssets, ROOT } from './build.ts';

interface Check {
  name: string;
  /** Path from the root. */
  tool: string;
  args: string[];
}

const CHECKS: Check[] = [
  {
    name: 'lint and format',
    tool: 'node_modules/@biomejs/biome/bin/biome',
    args: ['ci', '--diagnostic-level=error', '.'],
  },
  ...['tsconfig.json', 'tsconfig.scripts.json', 'tsconfig.test.json', 'tsconfig.web.json'].map((project) => ({
    name: `types of ${project}`,
    tool: 'node_modules/typescript/bin/tsc',
    args: ['-p', project],
  })),
  { name: 'OpenAPI document', tool: 'scripts/openapi/check.ts', args: [] },
  { name: 'regular expressions', tool: 'scripts/expressions/check.ts', args: [] },
  { name: 'migrations', tool: 'scripts/release/lint-migrations.ts', args: [] },
  { name: 'licences', tool: 'scripts/audit.ts', args: ['--offline'] },
  {
    name: 'architecture',
    tool: 'node_modules/vitest/vitest.mjs',
    args: ['run', '-c', 'test/vitest.config.ts', '--project', 'tools', 'test/tools/architecture'],
  },
];

/** Runs one tool and answers its output if it fails. */
function run({ tool, args }: Check): Promise<string | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, tool), ...args], { cwd: ROOT });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('close', (code) => resolve(code === 0 ? null : output));
  });
}

/** Prints the result, with the output of a failure, and returns whether the check passed. */
async function report(check: Check): Promise<boolean> {
  const started = Date.now();
  const output = await run(check);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${output === null ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)`);
  if (output !== null) console.log(output);
  return output === null;
}

/** Most checks keep one core busy. */
const AT_ONCE = Math.min(2, availableParallelism());

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only;
  const waiting = only === undefined ? [...CHECKS] : CHECKS.filter(({ name }) => name.includes(only));
  await buildEngineAssets();
  const work = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await report(check))) process.exitCode = 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

await main();
