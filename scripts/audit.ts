import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ROOT } from './build.ts';

/** Of packages that are part of what is deployed: permissive ones, whose only duty is to keep a notice. */
export const SHIPPED_LICENCES: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
]);
/** Of tools that are used here and passed on to nobody, also those that bind whoever passes them on. */
export const TOOL_LICENCES: ReadonlySet<string> = new Set([
  ...SHIPPED_LICENCES,
  'CC0-1.0',
  'CC-BY-4.0',
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'Python-2.0',
  'PSF-2.0',
]);

const LockSchema = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ dev: z.boolean().optional(), devOptional: z.boolean().optional() }),
  ),
});
const PackageSchema = z.looseObject({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

export interface InstalledPackage {
  path: string;
  isShipped: boolean;
  /** The expression of its package.json; null: it names none. */
  licence: string | null;
}

/** Whether one of the alternatives of an expression is allowed; `AND` needs all of its parts. */
export function isAllowed(licence: string | null, allowed: ReadonlySet<string>): boolean {
  const alternatives = (licence ?? '').replaceAll(/[()]/g, '').split(' OR ');
  return alternatives.some((parts) => parts.split(' AND ').every((part) => allowed.has(part.trim())));
}

/** Packages whose licence the policy does not allow, a sentence each. */
export const licenceFaults = (packages: readonly InstalledPackage[]): string[] =>
  packages
    .filter(({ isShipped, licence }) => !isAllowed(licence, isShipped ? SHIPPED_LICENCES : TOOL_LICENCES))
    .map(
      ({ path, isShipped, licence }) => `${path} (${isShipped ? 'shipped' : 'a tool'}): ${licence ?? 'none'}`,
    );

function licenceOf(text: string): string | null {
  const { license, licenses } = PackageSchema.parse(JSON.parse(text));
  if (license !== undefined) return typeof license === 'string' ? license : license.type;
  return licenses?.map(({ type }) => type).join(' OR ') ?? null;
}

/** What is installed of the lock file; packages of other platforms are not. */
async function readInstalled(): Promise<InstalledPackage[]> {
  const lock = LockSchema.parse(JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8')));
  const found = Object.entries(lock.packages).map(async ([path, { dev, devOptional }]) => {
    if (path === '') return [];
    const text = await readFile(join(ROOT, path, 'package.json'), 'utf8').catch(() => null);
    const isShipped = !dev && !devOptional;
    return text === null ? [] : [{ path, isShipped, licence: licenceOf(text) }];
  });
  return (await Promise.all(found)).flat();
}

const AuditSchema = z.object({
  metadata: z.object({ vulnerabilities: z.object({ high: z.int(), critical: z.int() }) }),
  vulnerabilities: z.record(z.string(), z.looseObject({ severity: z.string() })),
});

/** Known vulnerabilities of shipped packages, high or above; null: the registry told nothing. */
export function readAudit(output: string): string[] | null {
  let report: unknown;
  try {
    report = JSON.parse(output);
  } catch {
    return null;
  }
  const audit = AuditSchema.safeParse(report);
  if (!audit.success) return null;
  return Object.entries(audit.data.vulnerabilities)
    .filter(([, { severity }]) => severity === 'high' || severity === 'critical')
    .map(([name, { severity }]) => `${name}: ${severity}`);
}

const AUDIT_TIMEOUT_MS = 60_000;

function askRegistry(): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, timeout: AUDIT_TIMEOUT_MS });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.on('error', () => resolve(''));
    child.on('close', () => resolve(output));
  });
}

function report(name: string, faults: readonly string[] | null): void {
  if (faults === null) console.log(`???  ${name}: not checked, because the registry does not answer`);
  else console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${[name, ...faults].join('\n       ')}`);
  if (faults !== null && faults.length > 0) process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { offline: { type: 'boolean' } } });
  const packages = await readInstalled();
  report(`licences of ${packages.length} packages`, licenceFaults(packages));
  if (!values.offline) report('known vulnerabilities of shipped packages', readAudit(await askRegistry()));
}

if (import.meta.main) await main();
