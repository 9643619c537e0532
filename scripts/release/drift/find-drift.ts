import { readConfig } from '../../../src/config.ts';
import { VARIABLE_NAMES } from '../../../src/env.ts';
import type { CloudflareApi } from '../cloudflare-api.ts';
import { readPending } from '../pending-migrations.ts';
import { readWorker } from '../read-worker.ts';
import { compareSecrets, compareStates, type Drift } from './compare.ts';
import { readDeployed, readHere } from './read-states.ts';

export interface DriftSubject {
  api: CloudflareApi;
  environment: string;
  workerName: string;
  commit: string;
  databaseUrl: string;
}

/** Everything in which the deployment and this checkout differ. */
export async function findDrift({
  api,
  environment,
  workerName,
  commit,
  databaseUrl,
}: DriftSubject): Promise<Drift[]> {
  const [facts, here, pending] = await Promise.all([
    readWorker(api, workerName),
    readHere(environment, commit),
    readPending(databaseUrl),
  ]);
  const migrations: Drift[] = pending.map(({ name }) => ({
    what: 'migration',
    name,
    here: 'there',
    deployed: 'not applied',
  }));
  const deployed = await readDeployed(api, workerName, facts);
  if (deployed === null)
    return [{ what: 'version', name: 'commit', here: here.version, deployed: null }, ...migrations];
  const needed = readConfig({ ENVIRONMENT: environment }).missing.filter((name) => !here.vars.has(name));
  const secrets = compareSecrets({ known: VARIABLE_NAMES, needed, deployed: facts.secrets });
  return [...compareStates(here, deployed), ...secrets, ...migrations];
}
