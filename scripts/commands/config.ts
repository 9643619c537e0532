import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Command } from 'commander';
import { parse as parseToml } from 'smol-toml';
import { readConfig } from '../../src/config.ts';
import {
  describeVariable,
  type Env,
  readVariables,
  type VariableName,
  variablesSchema,
} from '../../src/env.ts';
import { ROOT } from '../build.ts';
import { filledText } from '../command-options.ts';
import type { ProbeResult } from '../config-probes.ts';
import { editDistance } from '../edit-distance.ts';
import { CommandError } from '../explain.ts';

interface ConfigOptions {
  env?: string;
  live?: boolean;
  json?: boolean;
}

type Source = 'wrangler.toml' | '.dev.vars' | 'environment';

interface VariableReport {
  name: VariableName;
  source: Source | 'default' | 'not set';
  fault: string | null;
  description: string;
}

/** A name that nothing reads and that resembles one that is read. */
interface UnknownVariable {
  name: string;
  source: Source;
  like: VariableName;
}

interface Report {
  environment: string;
  variables: VariableReport[];
  /** Needed and not set. One that is set to a wrong value is not missing. */
  missing: VariableName[];
  unknown: UnknownVariable[];
  probes: ProbeResult[];
}

const NAMES = Object.keys(variablesSchema.shape) as VariableName[];
/** What only the local stack reads. */
const LOCAL_NAMES = ['REDIS_URL'];

export function addConfigCheck(command: Command): void {
  command
    .option('--env <name>', 'an environment of wrangler.toml', filledText(60))
    .option('--live', 'send one request to each upstream')
    .option('--json', 'print one JSON object')
    .action((options: ConfigOptions) => checkConfig(options));
}

async function checkConfig(options: ConfigOptions): Promise<void> {
  const { values, sources, unknown } = gather(options.env);
  const { faults } = readVariables(values);
  const variables = NAMES.map((name): VariableReport => {
    const fault = faults.find((one) => one.name === name)?.message ?? null;
    const fallback =
      variablesSchema.shape[name].safeParse(undefined).data === undefined ? 'not set' : 'default';
    return { name, source: sources[name] ?? fallback, fault, description: describeVariable(name) };
  });
  const missing = [...readConfig(values).missing];
  const probes = options.live ? await probe(values) : [];
  const report = { environment: options.env ?? 'default', variables, missing, unknown, probes };
  console.log(options.json ? JSON.stringify(report) : format(report));
  if (complaintsOf(report).length > 0) process.exitCode = 1;
}

async function probe(values: Env): Promise<ProbeResult[]> {
  const { probeUpstreams } = await import('../config-probes.ts');
  return probeUpstreams(readConfig(values));
}

/** wrangler.toml's vars, then .dev.vars, then the environment: the later ones win, as they do in wrangler dev. */
function gather(name: string | undefined) {
  const suffix = name === undefined ? '' : `.${name}`;
  const file = [`.dev.vars${suffix}`, '.dev.vars']
    .map((path) => join(ROOT, path))
    .find((path) => existsSync(path));
  const layers: [Source, Readonly<Record<string, string | undefined>>][] = [
    ['wrangler.toml', wranglerVars(name)],
    ['.dev.vars', file === undefined ? {} : parseEnv(readFileSync(file, 'utf8'))],
    ['environment', process.env],
  ];
  const values: Env = {};
  // What is deployed is of the environment that wrangler.toml names, whatever stands in .dev.vars: its rules are checked.
  const isFixed = (source: Source, key: VariableName) =>
    key === 'ENVIRONMENT' && name !== undefined && source !== 'wrangler.toml';
  const sources: Partial<Record<VariableName, Source>> = {};
  for (const [source, vars] of layers) {
    for (const key of NAMES) {
      const value = vars[key];
      if (value === undefined || value === '' || isFixed(source, key)) continue;
      values[key] = value;
      sources[key] = source;
    }
  }
  const unknown = layers.flatMap(([source, vars]) =>
    Object.keys(vars).flatMap((key): UnknownVariable[] => {
      const like = resembled(key);
      return like === null ? [] : [{ name: key, source, like }];
    }),
  );
  return { values, sources, unknown };
}

/**
 * Allows one typing error per six letters, at most two: `PORT` resembles no variable, `DATABASE_ULR` and `database_url`
 * do.
 */
export function resembled(name: string): VariableName | null {
  if ([...NAMES, ...LOCAL_NAMES].includes(name)) return null;
  const folded = name.toUpperCase();
  const near = NAMES.map((known) => ({ known, distance: editDistance(folded, known) }))
    .filter(({ known, distance }) => distance <= Math.min(2, Math.floor(known.length / 6)))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.known ?? null;
}

function wranglerVars(name: string | undefined): Record<string, string> {
  const toml = parseToml(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')) as {
    vars?: Record<string, string>;
    env?: Record<string, { vars?: Record<string, string> }>;
  };
  if (name === undefined) return toml.vars ?? {};
  const environment = toml.env?.[name];
  if (environment === undefined) {
    throw new CommandError(
      `wrangler.toml has no environment "${name}": ${Object.keys(toml.env ?? {}).join(', ')}`,
    );
  }
  return environment.vars ?? {};
}

function format(report: Report): string {
  const width = Math.max(...report.variables.map(({ name }) => name.length));
  const row = (name: string, state: string, text: string): string =>
    `${name.padEnd(width)}  ${state.padEnd(13)}  ${text}`;
  const complaints = complaintsOf(report);
  return [
    `Environment: ${report.environment}`,
    ...report.variables.map(({ name, source, fault, description }) => {
      if (fault !== null) return row(name, 'WRONG', `${fault} (${source})`);
      return row(name, report.missing.includes(name) ? 'MISSING' : source, description);
    }),
    ...(report.probes.length > 0 ? [''] : []),
    ...report.probes.map(({ name, status, detail }) => row(name, status, detail)),
    '',
    ...report.unknown.map(
      ({ name, source, like }) => `Unknown: ${name} (${source}). Nothing reads it; did you mean ${like}?`,
    ),
    ...(complaints.length > 0 ? complaints : [praiseOf(report)]),
  ].join('\n');
}

/** Problems, one sentence each; none: exit code 0. */
function complaintsOf({ missing, variables, probes }: Report): string[] {
  const wrong = variables.filter(({ fault }) => fault !== null).map(({ name }) => name);
  const silent = probes.filter(({ status }) => status === 'error').map(({ name }) => name);
  return [
    ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}`] : []),
    ...(wrong.length > 0 ? [`Wrong: ${wrong.join(', ')}`] : []),
    ...(silent.length > 0 ? [`Failed: ${silent.join(', ')} (see above)`] : []),
  ];
}

const praiseOf = ({ probes }: Report): string =>
  probes.length > 0
    ? 'Everything that is needed is set, and what is configured answers.'
    : 'Everything that is needed is set.';
