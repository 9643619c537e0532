const MAX_ENTRIES = 20_000;

export interface LoggedRequest {
  /** Milliseconds since the site started. */
  atMs: number;
  method: string;
  path: string;
  kind: 'api' | 'page' | 'robots';
  userAgent: string;
}

export interface RequestSummary {
  total: number;
  byKind: Record<string, number>;
  /** The most requests that fell into any second, counted in a sliding window. */
  busiestSecond: number;
  /** The longest time between two requests. */
  longestPauseMs: number;
  userAgents: string[];
  requests: readonly LoggedRequest[];
}

export interface RequestLog {
  note(request: Omit<LoggedRequest, 'atMs'>): void;
  summary(): RequestSummary;
  clear(): void;
}

function busiestSecond(times: readonly number[]): number {
  let first = 0;
  let most = 0;
  times.forEach((time, i) => {
    while ((times[first] ?? time) <= time - 1000) first += 1;
    most = Math.max(most, i - first + 1);
  });
  return most;
}

/** Records every request with its time, so that the request rate can be measured on the server side. */
export function createRequestLog(): RequestLog {
  const startedMs = performance.now();
  const requests: LoggedRequest[] = [];
  let total = 0;
  return {
    note(request) {
      total += 1;
      if (requests.length < MAX_ENTRIES)
        requests.push({ atMs: Math.round(performance.now() - startedMs), ...request });
    },
    summary() {
      const byKind: Record<string, number> = {};
      for (const { kind } of requests) byKind[kind] = (byKind[kind] ?? 0) + 1;
      const times = requests.map(({ atMs }) => atMs);
      const pauses = times.slice(1).map((time, i) => time - (times[i] ?? time));
      return {
        total,
        byKind,
        busiestSecond: busiestSecond(times),
        longestPauseMs: Math.max(0, ...pauses.slice(-MAX_ENTRIES)),
        userAgents: [...new Set(requests.map(({ userAgent }) => userAgent))],
        requests,
      };
    },
    clear() {
      total = 0;
      requests.splice(0);
    },
  };
}
