import type { TestProject } from 'vitest/node';
import { loadCatalogue } from '../../scripts/demo-run.ts';
import { startBarline } from '../../scripts/local/start-barline.ts';

/** Vitest global setup of the browser tests: the demo, whole and in memory, with its catalogue scraped and analysed. */
export default async function startDemo(project: TestProject): Promise<() => Promise<void>> {
  const barline = await startBarline({
    memory: true,
    port: 0,
    redis: 'mock',
    demoSites: true,
    env: {},
    vars: { PUBLIC_LYRICS: 'true', SCRAPE_REQUESTS_PER_SECOND: '100', LOG_LEVEL: 'error' },
  });
  try {
    await loadCatalogue(barline, { started: Date.now(), quiet: true });
  } catch (error) {
    await barline.stop();
    throw error;
  }
  project.provide('baseUrl', barline.url);
  project.provide('adminToken', barline.adminToken);
  return barline.stop;
}
