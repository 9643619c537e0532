import type { FaultInput } from '../local/sites/faults.ts';

export interface FaultCase {
  name: string;
  faults: readonly FaultInput[];
  /** Other than the number of songs and one title each. */
  duplicateTitles?: boolean;
}

/** Lets the run begin before it goes wrong. */
const skip = 20;
const ELSEWHERE = 'http://elsewhere.invalid';

/** Everything that the loopback site can do wrong to a scrape; a fault without `times` never ends. */
export const FAULT_CASES: readonly FaultCase[] = [
  { name: 'none', faults: [] },
  { name: 'latency 300 ms', faults: [{ kind: 'latency', amount: 300 }] },
  { name: '429 with Retry-After 5', faults: [{ kind: 'rate_limited', amount: 5, times: 2, skip }] },
  { name: '429 with Retry-After 3600', faults: [{ kind: 'rate_limited', amount: 3600, times: 1, skip }] },
  { name: '403 challenge page', faults: [{ kind: 'challenge', scope: 'page', times: 1, skip }] },
  { name: '5xx burst', faults: [{ kind: 'server_error', amount: 502, times: 12, skip }] },
  { name: 'truncated HTML, now and then', faults: [{ kind: 'truncated', scope: 'page', times: 15, skip }] },
  { name: 'changed class names', faults: [{ kind: 'changed_classes' }] },
  { name: 'page without state', faults: [{ kind: 'without_state' }] },
  { name: 'page without text in its document', faults: [{ kind: 'without_dom' }] },
  { name: 'windows-1251', faults: [{ kind: 'windows_1251' }] },
  { name: 'page of 5 MB', faults: [{ kind: 'huge', scope: 'page', times: 6, skip }] },
  { name: 'page that never ends', faults: [{ kind: 'endless', scope: 'page', times: 3, skip }] },
  { name: 'broken JSON', faults: [{ kind: 'broken_json', scope: 'api', times: 15, skip }] },
  { name: 'JSON as text/html', faults: [{ kind: 'wrong_content_type', scope: 'api', times: 15, skip }] },
  { name: 'ids that overflow', faults: [{ kind: 'overflow_ids', scope: 'api', times: 15, skip }] },
  {
    name: 'redirect to another host',
    faults: [{ kind: 'redirect_host', location: ELSEWHERE, times: 10, skip }],
  },
  { name: 'redirect loop', faults: [{ kind: 'redirect_loop', times: 10, skip }] },
  { name: 'duplicate titles', faults: [], duplicateTitles: true },
];
