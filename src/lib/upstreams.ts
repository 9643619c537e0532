/** The upstreams that have their own breaker. */
export const UPSTREAMS = [
  'genius-api',
  'genius-web',
  'spotify',
  'reccobeats',
  'llm',
  'llm-fallback',
  'embeddings',
] as const;
export type Upstream = (typeof UPSTREAMS)[number];
