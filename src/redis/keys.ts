const PREFIX = 'bl:v1';

/** Every Redis key is made here: `bl:v1:<area>:<id>`. */
export const keys = {
  cache: (area: string, id: string) => `${PREFIX}:${area}:${id}`,
  state: (id: string) => `${PREFIX}:state:${id}`,
  lines: (day: string, caller: string) => `${PREFIX}:lines:${day}:${caller}`,
  limits: `${PREFIX}:limits`,
  songHashes: `${PREFIX}:song-hashes`,
  metrics: `${PREFIX}:metrics`,
  lastBatch: (isolate: string) => `${PREFIX}:metrics:last:${isolate}`,
  recentMetrics: (slot: number) => `${PREFIX}:metrics:${slot}`,
} as const;
