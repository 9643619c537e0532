import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../build.ts';
import { ALLOWED, ALLOWED_DYNAMIC } from './allowed.ts';
import { type FoundExpression, findExpressions } from './find-expressions.ts';

// Fails where a regular expression may take more than linear time. A verdict takes seconds, so those that were found
// safe are stored in a file; all others are checked now. --write stores new verdicts, --all checks everything again.
const VERDICTS = join(ROOT, 'scripts/expressions/verdicts.json');
const FOLDERS = ['src', 'scripts'];
const TIMEOUT_MS = 20_000;

/** Null when the expression is safe, otherwise the fault. */
async function judge({ source, flags }: FoundExpression): Promise<string | null> {
  const { check } = await import('recheck').catch(() => {
    throw new Error(
      'A new regular expression needs a verdict, and recheck is not installed: run npm install.',
    );
  });
  const result = await check(source, flags, { timeout: TIMEOUT_MS, attackTimeout: 1000 });
  if (result.status === 'safe') return null;
  if (result.status === 'unknown') return `could not be judged (${result.error.kind})`;
  return `takes ${result.complexity.summary} time on ${result.attack.pattern}`;
}

const readVerdicts = (): string[] => JSON.parse(readFileSync(VERDICTS, 'utf8')).safe;

function writeVerdicts(safe: Iterable<string>): void {
  const note = 'Written by scripts/expressions/check.ts --write: expressions that recheck 4.5.0 found safe.';
  writeFileSync(VERDICTS, `${JSON.stringify({ note, safe: [...safe].sort() }, null, 2)}\n`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { write: { type: 'boolean' }, all: { type: 'boolean' } } });
  const { expressions, dynamic } = findExpressions(ROOT, FOLDERS);
  const known = new Set(values.all ? [] : readVerdicts());
  const safe = new Set<string>();
  const faults: string[] = [];
  const unique = [...new Map(expressions.map((one) => [one.written, one])).values()];
  for (const one of unique) {
    if (ALLOWED.has(one.written)) continue;
    const fault = known.has(one.written) ? null : await judge(one);
    if (fault === null) safe.add(one.written);
    else faults.push(`${one.place} ${one.written}\n  ${fault}`);
  }
  for (const { file, written } of dynamic) {
    if (!ALLOWED_DYNAMIC.has(file)) faults.push(`${file} ${written}\n  is not known before it runs`);
  }
  const used = new Set([...unique.map(({ written }) => written), ...dynamic.map(({ file }) => file)]);
  for (const entry of [...ALLOWED.keys(), ...ALLOWED_DYNAMIC.keys()]) {
    if (!used.has(entry)) faults.push(`scripts/expressions/allowed.ts ${entry}\n  is used nowhere`);
  }
  if (values.write) writeVerdicts(safe);
  if (faults.length === 0) process.exit(0);
  console.error(
    `${faults.join('\n')}\nUse a scanner (lib/trim-text.ts), bound the text, or name the bound in allowed.ts.`,
  );
  process.exit(1);
}

await main();
