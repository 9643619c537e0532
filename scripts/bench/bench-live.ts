import { buildAssets, buildWorker } from '../build.ts';
import { startRedis } from '../local/redis/server.ts';
import { startWorkerHost } from '../local/worker-host.ts';
import { startBenchWorker } from './bench-worker.ts';
import { quantile, round } from './figures.ts';

export interface LiveBench {
  /** Requests a second, the median of the rounds. */
  bare_per_second: number;
  barline_per_second: number;
  ratio: number;
  rounds: number;
}

export interface LiveBenchOptions {
  rounds: number;
  /** Of each kind in a round. */
  requests: number;
}

const CONNECTIONS = 16;

/**
 * What a request costs that does nothing: /health/live relative to a route of Hono alone in the same runtime, in turns,
 * over 16 connections. Barline's stands behind the local server of its static assets, which costs a hop.
 */
export async function benchLive({ rounds, requests }: LiveBenchOptions): Promise<LiveBench> {
  await buildAssets();
  await buildWorker();
  const redis = await startRedis({ choice: 'auto' });
  const bare = await startBenchWorker('./bare-worker.ts');
  const vars = {
    LOG_LEVEL: 'error',
    UPSTASH_REDIS_REST_URL: redis.restUrl,
    UPSTASH_REDIS_REST_TOKEN: redis.restToken,
  };
  const barline = await startWorkerHost({ host: '127.0.0.1', port: 0, vars });
  try {
    const rates: Record<'bare' | 'barline', number[]> = { bare: [], barline: [] };
    // The first round warms both up.
    for (let i = 0; i <= rounds; i++) {
      const [one, other] = [await rateOf(bare.url, requests), await rateOf(barline.url, requests)];
      if (i > 0) {
        rates.bare.push(one);
        rates.barline.push(other);
      }
    }
    const [bareRate, barlineRate] = [quantile(rates.bare, 0.5), quantile(rates.barline, 0.5)];
    return {
      bare_per_second: Math.round(bareRate),
      barline_per_second: Math.round(barlineRate),
      ratio: round(barlineRate / bareRate),
      rounds,
    };
  } finally {
    await barline.stop();
    await bare.stop();
    await redis.close();
  }
}

async function rateOf(url: string, requests: number): Promise<number> {
  let left = requests;
  const started = performance.now();
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const response = await fetch(`${url}/health/live`);
      if (!response.ok) throw new Error(`${url} answered ${response.status}`);
      await response.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, lane));
  return (1000 * requests) / (performance.now() - started);
}
