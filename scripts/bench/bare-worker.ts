import { Redis } from '@upstash/redis/cloudflare';
import { Hono } from 'hono';

interface Bindings {
  UPSTASH_REDIS_REST_URL: string;
  UPSTASH_REDIS_REST_TOKEN: string;
}

const app = new Hono<{ Bindings: Bindings }>();

/** The minimum for a cached route: read the body, send one Redis command, return its reply. */
app.post('/analyze', async (c) => {
  const { key } = await c.req.json<{ key: string }>();
  const redis = new Redis({
    url: c.env.UPSTASH_REDIS_REST_URL,
    token: c.env.UPSTASH_REDIS_REST_TOKEN,
    automaticDeserialization: false,
    enableTelemetry: false,
  });
  return c.json({ value: await redis.get<string>(key) });
});

/** The minimum for a route: an answer that is always the same. */
app.get('/health/live', (c) => c.json({ status: 'live', version: '0.0.0' }));

// biome-ignore lint/style/noDefaultExport: the entry of a Worker module
export default app;
