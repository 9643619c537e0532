import type { Command } from 'commander';
import { readConfig } from '../../src/config.ts';
import {
  describeVariable,
  type Env,
  readVariables,
  type VariableName,
  variablesSchema,
} from '../../src/env.ts';
import { filledText } from '../command-options.ts';
import type { ProbeResult } from '../config-probes.ts';
import { gatherVariables, type Source, type UnknownVariable } from '../gather-variables.ts';

interface ConfigOptions {
  env?: string;
  live?: boolean;
  json?: boolean;
}

interface VariableReport {
  name: VariableName;
  source: Source | 'default' | 'not set';
  fault: string | null;
  description: string;
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

export function addConfigCheck(command: Command): void {
  command
    .option('--env <name>', 'an environment of wrangler.toml', filledText(60))
    .option('--live', 'send one request to each upstream')
    .option('--json', 'print one JSON object')
    .action((options: ConfigOptions) => checkConfig(options));
}

async function checkConfig(options: ConfigOptions): Promise<void> {
  const { values, sources, unknown } = gatherVariables(options.env);
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
