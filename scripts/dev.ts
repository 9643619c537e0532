import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { Cron } from 'croner';
import { parse as parseToml } from 'smol-toml';
import type { ViteDevServer } from 'vite';
import { describeError } from '../src/lib/errors.ts';
import { buildEngineAssets, buildWorker, ROOT } from './build.ts';
import { wholeNumber } from './command-options.ts';
import { judgeRequest } from './local/openai/simulated-judge.ts';
import type { Barline } from './local/start-barline.ts';
import { interrupted } from './local/stop-signals.ts';
import {
  createStackCommand,
  readOptions,
  runUntilStopped,
  type StackCommandOptions,
} from './stack-command.ts';

interface DevOptions extends StackCommandOptions {
  webPort: number;
  chat: boolean;
}

const values = readOptions<DevOptions>(
  createStackCommand(
    'npm run dev --',
    'The local stack with live reload: the Worker is rebuilt when src changes, the page is reloaded by Vite, and crons fire on their schedule.',
  )
    .option('--web-port <n>', 'port of the page with live reload', wholeNumber(0, 65_535), 5173)
    .option(
      '--chat',
      'also start a chat simulator as the model; it gives every song the same analysis',
      false,
    ),
);

const SETTLE_MS = 150;

/** Calls `work` after changes have settled, one run at a time; a change meanwhile means one more run. */
function debounced(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work).catch((error: unknown) => console.error(describeError(error)));
    }, SETTLE_MS);
  };
}

function watchWorker(barline: Barline): () => void {
  const rebuild = debounced(async () => {
    const started = Date.now();
    await buildEngineAssets();
    await buildWorker();
    await barline.worker.reload();
    console.log(`Worker reloaded in ${Date.now() - started} ms`);
  });
  const watcher = watch(join(ROOT, 'src'), { recursive: true }, (_event, file) => {
    if (file !== null && !file.startsWith('web')) rebuild();
  });
  return () => watcher.close();
}

/** Fires every cron of wrangler.toml on its schedule, in UTC as Cloudflare does. */
function startCrons(barline: Barline): () => void {
  const toml = parseToml(readFileSync(join(ROOT, 'wrangler.toml'), 'utf8')) as {
    triggers?: { crons?: string[] };
  };
  const crons = (toml.triggers?.crons ?? []).map(
    (expression) =>
      new Cron(expression, { timezone: 'UTC', protect: true }, async () => {
        await barline.worker.runSchedule(expression);
        console.log(`cron ${expression}`);
      }),
  );
  return () => {
    for (const cron of crons) cron.stop();
  };
}

const isSource = (url: string): boolean => /\.(?:tsx?|css)(?:\?|$)/.test(url);

/** Vite serves the page and forwards API requests to the Worker. */
async function startWeb(barline: Barline): Promise<ViteDevServer> {
  const document = (await (await fetch(`${barline.url}/openapi.json`)).json()) as {
    paths: Record<string, unknown>;
  };
  const roots = new Set(Object.keys(document.paths).map((path) => `/${path.split('/')[1]}`));
  // Folders of the page have the names of resources: /search/hit.tsx is a source.
  const bypass = ({ url = '' }: { url?: string | undefined }) => (isSource(url) ? url : undefined);
  const proxied = ['/openapi.json', ...roots].map(
    (path) => [`^${path}(?:[/?]|$)`, { target: barline.url, bypass }] as const,
  );
  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: join(ROOT, 'src/web/vite.config.ts'),
    server: { host: values.host, port: values.webPort, proxy: Object.fromEntries(proxied) },
  });
  return server.listen();
}

async function main(): Promise<void> {
  const stopAsked = interrupted();
  const { startBarline } = await import('./local/start-barline.ts');
  const barline = await startBarline({
    host: values.host,
    port: values.port,
    dataDir: values.data,
    fresh: values.fresh,
    ...(values.chat ? { chat: { reply: judgeRequest } } : {}),
    defaults: { PUBLIC_LYRICS: 'true' },
    verbose: true,
    onStep: (step) => console.log(step),
  });
  const web = await startWeb(barline);
  const stopWatching = watchWorker(barline);
  const stopCrons = startCrons(barline);
  console.log(`
The page, live   http://${values.host}:${web.config.server.port}
The Worker       ${barline.url}
Admin token      ${barline.adminToken}

Ctrl-C stops everything.`);
  await stopAsked;
  stopCrons();
  stopWatching();
  await web.close();
  await barline.stop();
}

await runUntilStopped(main);
