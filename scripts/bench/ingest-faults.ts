import { runEnrichCase } from './enrich-case.ts';
import { FAULT_CASES, type FaultCase } from './fault-cases.ts';
import type { FaultResult } from './fault-result.ts';
import { type IngestWorld, startIngestWorld } from './ingest-world.ts';
import { runScrapeCase } from './scrape-case.ts';

export interface IngestFaultOptions {
  songs: number;
  requestsPerSecond: number;
  /** Only faults whose name contains one of these; null: all. */
  only: readonly string[] | null;
  onResult: (result: FaultResult) => void;
}

const runCase = (world: IngestWorld, one: FaultCase, songs: number): Promise<FaultResult> =>
  one.kind === 'enrich' ? runEnrichCase(world, one, songs) : runScrapeCase(world, one, songs);

/** Cases that can share one Worker; a case that stops Redis cannot. */
function worldOf(one: FaultCase): 'genius' | 'spotify' | 'own' {
  if (one.kind === 'enrich') return 'spotify';
  return one.redisGoneAfter === undefined ? 'genius' : 'own';
}

/** Scrapes or enriches an artist's songs with each fault in turn, through the built Worker. */
export async function benchIngestFaults(options: IngestFaultOptions): Promise<FaultResult[]> {
  const { songs, requestsPerSecond, only, onResult } = options;
  const cases = FAULT_CASES.filter(({ name }) => only === null || only.some((text) => name.includes(text)));
  const results: FaultResult[] = [];
  for (const [kind, ones] of Map.groupBy(cases, worldOf)) {
    const world = await startIngestWorld({ requestsPerSecond, spotify: kind === 'spotify' });
    try {
      for (const one of ones) {
        const result = await runCase(world, one, songs);
        onResult(result);
        results.push(result);
      }
    } finally {
      await world.close();
    }
  }
  return results;
}
