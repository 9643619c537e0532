import { ALERTS, type AlertRule } from './alert-rules.ts';

const HEAD = '# Written by `npm run barline -- monitor --write`.\n';

const DOCS = 'docs/monitoring.md';

/** The rules as a file that Prometheus reads. Every text is a JSON string, which is one of YAML. */
export function alertsFile(): string {
  const rules = Object.entries<AlertRule>(ALERTS).flatMap(([name, rule]) => [
    `      - alert: ${name}`,
    `        expr: ${JSON.stringify(rule.expr)}`,
    `        for: ${rule.for}`,
    `        labels: { severity: ${rule.severity} }`,
    '        annotations:',
    `          summary: ${JSON.stringify(rule.summary)}`,
    `          runbook: ${JSON.stringify(rule.runbook)}`,
    `          page: ${DOCS}`,
  ]);
  return `${HEAD}${['groups:', '  - name: barline', '    rules:', ...rules].join('\n')}\n`;
}
