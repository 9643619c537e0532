import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Command } from 'commander';
import { parse as parseToml } from 'smol-toml';
import { missingParts, readConfig } from '../../src/config.ts';
import {
  describeVariable,
  type Env,
  readVariables,
  type VariableName,
  variablesSchema,
} from '../../src/env.ts';
import { ROOT } from '../build.ts';
import { type ProbeResult, probeUpstreams } from './config-probes.ts';

interface ConfigOptions {
  env?: string;
  live?: boolean;
  json?: boolean;
}

interface VariableReport {
  name: VariableName;
  source: 'wrangler.toml' | '.dev.vars' | 'environment' | 'default' | 'not set';
  fault: string | null;
  description: string;
}

export function registerConfig(program: Command): void {
  const config = program.command('config').description('look at the configuration');
  config
    .command('check')
    .description('list every variable, where it is set and what is missing; values are never shown')
    .option('--env <name>', 'an environment of wrangler.toml')
    .option('--live', 'ask each upstream once whether it answers')
    .option('--json', 'print one JSON object')
    .action((options: ConfigOptions) => checkConfig(options));
}

async function checkConfig(options: ConfigOptions): Promise<void> {
  const { values, sources } = gather(options.env);
  const { faults } = readVariables(values);
  const variables = (Object.keys(variablesSchema.shape) as VariableName[]).map((name): VariableReport => {
    const fault = faults.find((one) => one.name === name)?.message ?? null;
    const fallback =
      variablesSchema.shape[name].safeParse(undefined).data === undefined ? 'not set' : 'default';
    return { name, source: sources[name] ?? fallback, fault, description: describeVariable(name) };
  });
  const missing = missingParts(readConfig(values)).flatMap((part) => part.variables);
  const probes = options.live ? await probeUpstreams(readConfig(values)) : [];
  const report = { environment: options.env ?? 'default', variables, missing, probes };
  console.log(options.json ? JSON.stringify(report) : format(report));
  if (missing.length > 0 || faults.length > 0 || probes.some((probe) => probe.status === 'error')) {
    process.exitCode = 1;
  }
}

/** wrangler.toml's vars, then .dev.vars, then the environment: the later ones win, as they do in wrangler dev. */
function gather(name: string | undefined) {
  const suffix = name === undefined ? '' : `.${name}`;
  const file = [`.dev.vars${suffix}`, '.dev.vars']
    .map((path) => join(ROOT, path))
    .find((path) => existsSync(path));
  const layers = [
    ['wrangler.toml', wranglerVars(name)],
    ['.dev.vars', file === undefined ? {} : parseEnv(readFileSync(file, 'utf8'))],
    ['environment', process.env],
  ] as const;
  const values: Env = {};
  const sources: Partial<Record<VariableName, VariableReport['source']>> = {};
  for (const [source, vars] of layers) {
    for (const key of Object.keys(variablesSchema.shape) as VariableName[]) {
      const value = vars[key];
      if (value === undefined || value === '') continue;
      values[key] = value;
      sources[key] = source;
    }
  }
  return { values, sources };
}

function wranglerVars(name: string | undefined): Record<string, string> {
  const toml = parseToml(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')) as {
    vars?: Record<string, string>;
    env?: Record<string, { vars?: Record<string, string> }>;
  };
  if (name === undefined) return toml.vars ?? {};
  const environment = toml.env?.[name];
  if (environment === undefined) {
    throw new Error(`wrangler.toml has no environment "${name}": ${Object.keys(toml.env ?? {}).join(', ')}`);
  }
  return environment.vars ?? {};
}

function format(report: {
  environment: string;
  variables: VariableReport[];
  missing: readonly string[];
  probes: ProbeResult[];
}): string {
  const width = Math.max(...report.variables.map(({ name }) => name.length));
  const rows = report.variables.map(({ name, source, fault, description }) => {
    const needed = report.missing.includes(name) ? 'MISSING' : source;
    return `${name.padEnd(width)}  ${(fault === null ? needed : 'FAULTY').padEnd(13)}  ${fault ?? description}`;
  });
  const probes = report.probes.map(
    ({ name, status, detail }) => `${name.padEnd(width)}  ${status.padEnd(13)}  ${detail}`,
  );
  const verdict =
    report.missing.length === 0
      ? 'Everything that is needed is set.'
      : `Missing: ${report.missing.join(', ')}`;
  return [
    `Environment: ${report.environment}`,
    ...rows,
    ...(probes.length > 0 ? ['', ...probes] : []),
    '',
    verdict,
  ].join('\n');
}
