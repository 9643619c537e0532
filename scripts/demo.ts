import { parseArgs } from 'node:util';
import { VERSION } from '../src/lib/version.ts';
import { formatHits } from './commands/search.ts';
import { type DemoSummary, loadCatalogue } from './demo-run.ts';
import { explain } from './explain.ts';
import { DEFAULT_DATA_DIR } from './local/stack.ts';
import { type Barline, DEFAULT_PORT, startBarline } from './local/start-barline.ts';
import { interrupted } from './local/stop-signals.ts';

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

/** What holds unless the environment says otherwise. The demo's sites are ours: fifty requests a second are polite. */
const DEMO_DEFAULTS = {
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
  if (summary.stalled !== null) say(`Some work is left: ${summary.stalled}. It goes on in the background.`);
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

async function main(): Promise<void> {
  const stopAsked = interrupted();
  const started = Date.now();
  const barline = await startBarline({
    host: values.host,
    port: Number(values.port),
    dataDir: values.data,
    fresh: values.fresh,
    demoSites: true,
    defaults: DEMO_DEFAULTS,
    onStep: (step) => say(`${((Date.now() - started) / 1000).toFixed(1).padStart(5)} s  ${step}`),
  });
  try {
    const work = loadCatalogue(barline, { started, quiet: values.json });
    const summary = await Promise.race([work, stopAsked]);
    if (summary === undefined) return;
    report(barline, summary);
    if (values.json) console.log(toJson(summary));
    if (summary.failed > 0 || summary.stalled !== null) process.exitCode = 1;
    if (!values.once) await stopAsked;
  } finally {
    if (!values.once) say('\nstopping');
    await barline.stop();
  }
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
