import { VERSION } from '../src/lib/version.ts';
import { formatHits } from './commands/search.ts';
import { formatThemes } from './commands/trends.ts';
import type { DemoSummary } from './demo-run.ts';
import type { Barline } from './local/start-barline.ts';
import { interrupted } from './local/stop-signals.ts';
import {
  createStackCommand,
  readOptions,
  runUntilStopped,
  type StackCommandOptions,
} from './stack-command.ts';

interface DemoOptions extends StackCommandOptions {
  once: boolean;
  json: boolean;
}

const values = readOptions<DemoOptions>(
  createStackCommand(
    'npm run demo --',
    'Starts Barline on this machine with its demo catalogue and serves it until Ctrl-C.',
  )
    .option('--once', 'do the work, print the summary and stop', false)
    .option('--json', 'print one JSON object last', false)
    .version(VERSION),
);

/** Defaults that the environment overrides. The demo sites are local, so fifty requests per second are acceptable. */
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
  const { prompt, style, generated_lyrics, provenance } = summary.verse;
  const by = provenance.writer === 'composer' ? 'the composer' : 'the model';
  say(`\nA verse about "${prompt}" in the style of ${style}, by ${by}:\n\n${indented(generated_lyrics)}`);
  say(`\n${formatThemes(summary.trends)}`);
  if (values.once) return;
  say(`
The page         ${barline.url}
The API          ${barline.url}/docs
Admin token      ${barline.adminToken}

  curl "${barline.url}/search?q=losing+someone+you+love&limit=3"

Ctrl-C stops everything. The data stays in ${values.data}/ for the next run.`);
}

const indented = (text: string): string => text.replaceAll(/^/gm, '     ');

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
  const { startBarline } = await import('./local/start-barline.ts');
  const { loadCatalogue } = await import('./demo-run.ts');
  const barline = await startBarline({
    host: values.host,
    port: values.port,
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

await runUntilStopped(main);
