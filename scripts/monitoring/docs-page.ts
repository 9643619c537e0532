import { METRICS, type MetricDefinition } from '../../src/lib/metrics/definitions.ts';
import { ALERTS, type AlertRule } from './alert-rules.ts';

const INTRODUCTION = `# Monitoring

Written by \`npm run barline -- monitor --write\`; a test holds it against the code.

\`GET /metrics\` (scope \`operations:read\`) answers Prometheus text. Counters are those of all isolates and survive deployments:
isolates add what they counted to Redis, once each. Gauges are read when they are asked, each source in at most four seconds. A
source that does not answer leaves its series out, and \`barline_scrape_source_up\` tells it. \`redis_hit_ratio\` keeps its published name.

- \`npm run monitor\` starts Debian's Prometheus with the alerts against the running stack and prints its address.
- \`scripts/monitoring/alerts.yml\`: the alerts, for \`rule_files\` of any Prometheus (the job is called \`barline\`).
- \`scripts/monitoring/dashboard.json\`: the dashboard, for Grafana's import. Both are made from the catalogue of metrics.

A scrape costs a statement and 16 Redis commands: at one a minute, 0.7 million commands a month; every five minutes a count of the
large tables; and a statement of each read replica. Scrape every 60 s, or 15 s on a machine of your own.

## A request in the log

One line a request: \`message\` is \`request\`, with \`request_id\`, \`method\`, \`route\` (the pattern), \`status\`, \`ms\` and \`actor\` (anonymous,
key). The \`requestId\` of a problem and \`X-Request-Id\` of every answer is that \`request_id\`; all other lines of the request have it too.
`;

const ABSENT = `## What Workers do not tell

| series | why there is none | instead |
|---|---|---|
| process memory | an isolate cannot read its own memory, and many run at once | the bound of 128 MB is held by tests; exceeded memory is an outcome in Workers Analytics |
| CPU | the clock of a Worker stands still while it computes, against timing attacks | CPU time by invocation in Workers Analytics; \`barline profile ROUTE\` measures it |
| length of the queues | a Worker cannot ask how many messages wait | \`barline_open_jobs\` and \`barline_oldest_job_seconds\`, from the tables that the messages are about |
| analyses without a vector | counting them reads every analysis | the counts of the step \`analysis_vectors\` in \`/health\` |
| requests that no Worker answered | they reach no isolate | \`up\` of the scrape, and Cloudflare's own analytics |
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

/** The page with the catalogue of metrics and alerts. */
export function docsPage(): string {
  const metrics = Object.entries<MetricDefinition>(METRICS).map(([name, one]) => {
    const labels = one.labels.map((label) => `\`${label}\``).join(', ');
    const source = one.kind === 'gauge' ? one.source : 'counted';
    return `| \`${name}\` | ${one.kind} | ${source} | ${labels} | ${cell(one.help)} |`;
  });
  const alerts = Object.entries<AlertRule>(ALERTS).map(
    ([name, one]) =>
      `| ${name} | \`${cell(one.expr)}\` | ${one.for} | ${one.severity} | ${cell(one.runbook)} |`,
  );
  return [
    INTRODUCTION,
    `## Metrics\n\n| name | kind | from | labels | is |\n|---|---|---|---|---|\n${metrics.join('\n')}\n`,
    `## Alerts\n\n| alert | when | for | severity | what to do |\n|---|---|---|---|---|\n${alerts.join('\n')}\n`,
    ABSENT,
  ].join('\n');
}
