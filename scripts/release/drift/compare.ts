/** What a deployment is made of, as the project says it and as Cloudflare has it. */
export interface DeploymentState {
  /** The commit that has all of the traffic, or each with its share. */
  version: string;
  /** Names with their values: those of vars are public. */
  vars: ReadonlyMap<string, string>;
  crons: readonly string[];
  /** Bindings other than vars and secrets: their name with what they are bound to. */
  bindings: ReadonlyMap<string, string>;
  /** Queues that the Worker consumes, with the settings of the consumer. */
  consumers: ReadonlyMap<string, string>;
}

export interface Drift {
  what: 'version' | 'var' | 'cron' | 'binding' | 'queue consumer' | 'secret' | 'migration';
  name: string;
  /** Null: it is not there. */
  here: string | null;
  deployed: string | null;
}

function compareMaps(
  what: Drift['what'],
  here: ReadonlyMap<string, string>,
  deployed: ReadonlyMap<string, string>,
): Drift[] {
  const names = [...new Set([...here.keys(), ...deployed.keys()])].toSorted();
  return names
    .map((name) => ({ what, name, here: here.get(name) ?? null, deployed: deployed.get(name) ?? null }))
    .filter((drift) => drift.here !== drift.deployed);
}

const asMap = (names: readonly string[]): Map<string, string> => new Map(names.map((name) => [name, 'set']));

export interface SecretNames {
  /** Variables that the code reads and that are no vars. */
  known: readonly string[];
  /** Those without which it does not work. */
  needed: readonly string[];
  deployed: readonly string[];
}

/** Secrets that are missing, and those that nothing reads: a misspelt one is both. */
export function compareSecrets({ known, needed, deployed }: SecretNames): Drift[] {
  const missing = needed
    .filter((name) => !deployed.includes(name))
    .map((name) => ({ what: 'secret' as const, name, here: 'needed', deployed: null }));
  const unread = deployed
    .filter((name) => !known.includes(name))
    .map((name) => ({ what: 'secret' as const, name, here: null, deployed: 'set, and nothing reads it' }));
  return [...missing, ...unread];
}

/** All differences of two states, in a fixed order. */
export function compareStates(here: DeploymentState, deployed: DeploymentState): Drift[] {
  return [
    ...compareMaps('version', new Map([['commit', here.version]]), new Map([['commit', deployed.version]])),
    ...compareMaps('var', here.vars, deployed.vars),
    ...compareMaps('binding', here.bindings, deployed.bindings),
    ...compareMaps('cron', asMap(here.crons), asMap(deployed.crons)),
    ...compareMaps('queue consumer', here.consumers, deployed.consumers),
  ];
}

/** One line for each difference; values of secrets are never known. */
export const tellDrift = ({ what, name, here, deployed }: Drift): string =>
  `${what} ${name}: here ${here ?? 'absent'}, deployed ${deployed ?? 'absent'}`;
