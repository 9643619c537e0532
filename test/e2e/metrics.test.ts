import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { METRICS } from '../../src/lib/metrics/definitions.ts';
import { demo } from '../support/demo.ts';
import { hasPromtool } from '../support/promtool.ts';

const TYPE = /^# TYPE (\S+) /gm;

it.skipIf(!hasPromtool)(
  'promtool has nothing against the metrics that the running Worker serves (skipped only without promtool outside CI)',
  async () => {
    const headers = { authorization: `Bearer ${demo.adminToken}` };
    const metrics = await (await fetch(`${demo.url}/metrics`, { headers })).text();
    const names = Array.from(metrics.matchAll(TYPE), ([, name = '']) => name);
    expect(names.filter((name) => !(name in METRICS))).toEqual([]);
    expect(names.length).toBeGreaterThanOrEqual(30);
    const checked = spawnSync('promtool', ['check', 'metrics'], { input: metrics, encoding: 'utf8' });
    expect([checked.stdout + checked.stderr, checked.status]).toEqual(['', 0]);
  },
);
