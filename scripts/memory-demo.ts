import { loadCatalogue } from './demo-run.ts';
import { type Barline, startBarline } from './local/start-barline.ts';

/**
 * The demo for tests and benchmarks: in memory on free ports, with its songs scraped and analysed. Needs the built Worker
 * and page. Nothing is left running if it fails.
 */
export async function startMemoryDemo(onStep?: (step: string) => void): Promise<Barline> {
  const barline = await startBarline({
    memory: true,
    port: 0,
    redis: 'mock',
    demoSites: true,
    env: {},
    vars: { PUBLIC_LYRICS: 'true', SCRAPE_REQUESTS_PER_SECOND: '100', LOG_LEVEL: 'error' },
    ...(onStep && { onStep }),
  });
  try {
    onStep?.('loading the demo songs');
    await loadCatalogue(barline, { started: Date.now(), quiet: true });
    return barline;
  } catch (error) {
    await barline.stop();
    throw error;
  }
}
