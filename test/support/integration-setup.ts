import { createRequire } from 'node:module';
import type { TestProject } from 'vitest/node';

// This file is loaded as code for a Worker is, where packages give their browser builds: what runs in Node has to be
// loaded by Node.
const importInNode: (path: string) => Promise<typeof import('./world.ts')> = createRequire(import.meta.url)(
  './native-import.cjs',
);

/** Vitest global setup of the integration tests. */
export default async function provideWorld(project: TestProject): Promise<() => Promise<void>> {
  const { startWorld } = await importInNode('./world.ts');
  const world = await startWorld();
  project.provide('worldUrl', world.url);
  project.provide('sharedVars', world.sharedVars);
  project.provide('redisChoices', world.redisChoices);
  return world.close;
}
