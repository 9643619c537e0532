import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALERTS, type AlertName, type AlertRule } from '../../../scripts/monitoring/alert-rules.ts';
import { createDashboard } from '../../../scripts/monitoring/dashboard.ts';
import { ALERTS_PATH, MADE_FILES } from '../../../scripts/monitoring/files.ts';
import { PANELS } from '../../../scripts/monitoring/panels.ts';
import { prometheusConfig } from '../../../scripts/monitoring/run-prometheus.ts';
import { METRICS } from '../../../src/lib/metrics/definitions.ts';
import { hasPromtool } from '../../support/promtool.ts';
import { ALERT_CASES, type AlertCase } from './alert-cases.ts';

const run = promisify(execFile);
const NAME = /\b(?:barline|redis)_[a-z_]+/g;
const KNOWN: ReadonlySet<string> = new Set(Object.keys(METRICS));
const rules = Object.entries<AlertRule>(ALERTS);

/** A histogram is asked by the names of its parts. */
const metricsIn = (expr: string): string[] =>
  Array.from(expr.matchAll(NAME), ([name]) => name.replace(/_bucket$/, ''));

describe('what is made from the catalogue of metrics', () => {
  it.each([...MADE_FILES].map(([path, make]) => [basename(path), path, make] as const))(
    '%s is current (npm run barline -- monitor --write)',
    async (_, path, make) => {
      expect(await readFile(path, 'utf8')).toBe(make());
    },
  );

  it('has at least 30 metrics', () => {
    expect(KNOWN.size).toBeGreaterThanOrEqual(30);
  });
});

describe('the dashboard', () => {
  const targets = createDashboard().panels.flatMap(({ targets: asked = [] }) => asked);

  it('has one panel for each metric, and none of an unknown one', () => {
    const asked = targets.flatMap(({ expr }) => metricsIn(expr));
    expect(asked.toSorted()).toEqual([...KNOWN].toSorted());
    expect(Object.keys(PANELS).toSorted()).toEqual([...KNOWN].toSorted());
  });

  it('has no two panels in one place', () => {
    const places = createDashboard().panels.map(({ gridPos: { x, y } }) => `${x},${y}`);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('the alerts', () => {
  it('ask for metrics of the catalogue', () => {
    const unknown = rules.flatMap(([, { expr }]) => metricsIn(expr)).filter((name) => !KNOWN.has(name));
    expect(unknown).toEqual([]);
  });

  describe.skipIf(!hasPromtool)('for promtool (skipped only where it is not installed, outside CI)', () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'barline-rules-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    it('are valid rules, and the configuration that runs them is valid', async () => {
      expect((await run('promtool', ['check', 'rules', ALERTS_PATH])).stdout).toContain(
        `${rules.length} rules found`,
      );
      const token = join(folder, 'token');
      await writeFile(token, 'token');
      const config = join(folder, 'prometheus.yml');
      await writeFile(config, prometheusConfig({ url: 'http://127.0.0.1:8787' }, token));
      expect((await run('promtool', ['check', 'config', config])).stdout).toContain('SUCCESS');
    });

    it('each fire and stay silent where they should', async () => {
      const file = join(folder, 'rules.test.json');
      await writeFile(file, JSON.stringify(ruleTests()));
      expect((await run('promtool', ['test', 'rules', file])).stdout).toContain('SUCCESS');
    });
  });
});

/** Two tests for each alert, in promtool's format; JSON is YAML. */
function ruleTests() {
  const tests = Object.entries<AlertCase>(ALERT_CASES).flatMap(([name, one]) => {
    const rule = rules.find(([known]) => known === name)?.[1];
    if (rule === undefined) throw new Error(`no alert ${name}`);
    const labels = { severity: rule.severity, ...one.labels };
    const filled = (text: string) =>
      text.replaceAll(/\{\{ \$labels\.(\w+) \}\}/g, (_, label: string) => one.labels?.[label] ?? '');
    const annotations = {
      summary: filled(rule.summary),
      runbook: rule.runbook,
      page: 'docs/monitoring.md',
    };
    const testOf = (given: AlertCase['fires'], expected: object[]) => ({
      interval: '1m',
      input_series: Object.entries(given).map(([series, values]) => ({ series, values })),
      alert_rule_test: [{ eval_time: one.at, alertname: name as AlertName, exp_alerts: expected }],
    });
    return [
      testOf(one.fires, [{ exp_labels: labels, exp_annotations: annotations }]),
      testOf(one.silent, []),
    ];
  });
  return { rule_files: [ALERTS_PATH], evaluation_interval: '1m', tests };
}
