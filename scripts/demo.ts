import { parseArgs } from 'node:util';
import { describeError } from '../src/lib/errors.ts';
import { VERSION } from '../src/lib/version.ts';
import { formatHits } from './commands/search.ts';
import { type DemoSummary, loadCatalogue } from './demo-run.ts';
import { PortBusyError } from './local/http-server.ts';
import { DEFAULT_DATA_DIR } from './local/stack.ts';
import { StackOwnedError } from './local/stack-file.ts';
import { type Barline, DEFAULT_PORT, startBarline } from './local/start-barline.ts';

const { values } = parseArgs({
  options: {
    once: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    port: { type: 'string', default: String(DEFAULT_PORT) },
    host: { type: 'string', default: '127.0.0.1' },
    data: { type: 'string', default: DEFAULT_DATA_DIR },
    help: { type: 'boolean', short: 'h', default: false },
    version: { type: 'boolean', default: false },
  },
});

const HELP = `npm run demo -- [options]

Starts Barline on this machine with its demo catalogue and serves it until Ctrl-C.

  --once        do the work, print the summary, stop
  --json        print one JSON object last
  --fresh       forget what earlier runs kept
  --port N      port of the Worker (${DEFAULT_PORT})
  --host H      address to listen on (127.0.0.1)
  --data DIR    folder that keeps the data (${DEFAULT_DATA_DIR})
  --version     print the version`;

/** The demo's sites are ours, so it may ask them fifty times a second instead of once. */
const DEMO_VARS = {
  PUBLIC_LYRICS: 'true',
  SCRAPE_REQUESTS_PER_SECOND: '50',
  CONTACT: 'demo@barline.example',
  LOG_LEVEL: 'warn',
};

const say = (line: string) => {
  if (!values.json) console.log(line);
};

function report(barline: Barline, summary: DemoSummary): void {
  if (values.json) return;
  const { tracks, embedded, analyzed, failed, seconds } = summary;
  say(`\n${tracks} tracks, ${embedded} embedded, ${analyzed} analysed, ${failed} failed, in ${seconds} s`);
  for (const search of summary.searches) say(`\n"${search.q}"\n${formatHits(search.answer)}`);
  if (values.once) return;
  say(`
The page         ${barline.url}
The API          ${barline.url}/docs
Admin token      ${barline.adminToken}

  curl "${barline.url}/search?q=losing+someone+you+love&limit=3"

Ctrl-C stops everything. The data stays in ${values.data}/ for the next run.`);
}

function toJson(summary: DemoSummary): string {
  const searches = summary.searches.map(({ q, answer }) => ({
    q,
    mode: answer.mode,
    hits: answer.items.map(({ track, score }) => ({
      id: track.id,
      artist: track.artist,
      title: track.title,
      score,
    })),
  }));
  return JSON.stringify({ ...summary, searches });
}

/** Resolves at the first Ctrl-C or termination; a second one ends the process at once. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}

async function main(): Promise<void> {
  const stopAsked = interrupted();
  const started = Date.now();
  const barline = await startBarline({
    host: values.host,
    port: Number(values.port),
    dataDir: values.data,
    fresh: values.fresh,
    demoSites: true,
    vars: DEMO_VARS,
    onStep: (step) => say(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${step}`),
  });
  try {
    const work = loadCatalogue(barline, { started, quiet: values.json });
    const summary = await Promise.race([work, stopAsked]);
    if (summary === undefined) return;
    report(barline, summary);
    if (values.json) console.log(toJson(summary));
    if (summary.failed > 0) process.exitCode = 1;
    if (!values.once) await stopAsked;
  } finally {
    if (!values.once) say('\nstopping');
    await barline.stop();
  }
}

/** What a person can mend themselves is told without a stack trace. */
function explain(error: unknown): string {
  const expected = error instanceof PortBusyError || error instanceof StackOwnedError;
  return expected || process.env.DEBUG === undefined
    ? describeError(error).replace(/^\w+Error: /, '')
    : String(error);
}

if (values.help) console.log(HELP);
else if (values.version) console.log(VERSION);
else {
  await main().catch((error: unknown) => {
    console.error(explain(error));
    process.exitCode = 1;
  });
  // Worker threads and sockets are closed by now; whatever still holds the process open must not.
  process.exit();
}
