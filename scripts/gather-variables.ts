import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse as parseToml } from 'smol-toml';
import { type Env, type VariableName, variablesSchema } from '../src/env.ts';
import { ROOT } from './build.ts';
import { editDistance } from './edit-distance.ts';
import { CommandError } from './explain.ts';

export type Source = 'wrangler.toml' | '.dev.vars' | 'environment';

/** A name that nothing reads and that resembles one that is read. */
export interface UnknownVariable {
  name: string;
  source: Source;
  like: VariableName;
}

const NAMES = Object.keys(variablesSchema.shape) as VariableName[];
/** What only the local stack reads. */
const LOCAL_NAMES = ['REDIS_URL'];

/** wrangler.toml's vars, then .dev.vars, then the environment: the later ones win, as they do in wrangler dev. */
export function gatherVariables(name: string | undefined) {
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
