import type { TestProject } from 'vitest/node';
import { buildAssets, buildWorker } from '../../scripts/build.ts';
import { sendJson, startHttpServer } from '../../scripts/local/http-server.ts';
import { startMemoryDemo } from '../../scripts/memory-demo.ts';

/**
 * Vitest global setup of the browser tests: the demo, whole and in memory, with its catalogue scraped and analysed.
 * Tests of other projects run while it loads; `demo.ts` waits for it.
 */
export default async function startDemo(project: TestProject): Promise<() => Promise<void>> {
  // Before any test, because some of them build it too.
  await buildAssets();
  await buildWorker();
  const loading = startMemoryDemo();
  loading.catch(() => undefined);
  const door = await startHttpServer({ name: 'the demo' }, async (_, response) => {
    const { url, adminToken } = await loading;
    sendJson(response, 200, { url, adminToken });
  });
  project.provide('demoUrl', door.url);
  return async () => {
    await door.close();
    const barline = await loading.catch(() => null);
    await barline?.stop();
  };
}
