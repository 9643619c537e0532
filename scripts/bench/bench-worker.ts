import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { withoutSignalHandlers } from '../local/stop-signals.ts';

export interface BenchWorker {
  url: string;
  stop(): Promise<void>;
}

/** Serves a Worker module of this folder in workerd, bundled as Barline's own is. */
export async function startBenchWorker(
  file: string,
  bindings: Record<string, string> = {},
): Promise<BenchWorker> {
  const settings = convertV4MiniflareOptions({
    name: 'bench',
    modules: [{ type: 'ESModule', path: 'worker.mjs', contents: await bundle(file) }],
    bindings,
    compatibilityDate: '2026-08-04',
    compatibilityFlags: ['nodejs_compat', 'enable_request_signal'],
    cf: false,
  });
  const miniflare = withoutSignalHandlers(() => new Miniflare(settings));
  const { origin } = await miniflare.ready;
  return { url: origin, stop: () => miniflare.dispose() };
}

async function bundle(file: string): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(new URL(file, import.meta.url))],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2024',
    minify: true,
    conditions: ['workerd', 'worker', 'browser'],
  });
  return result.outputFiles[0]?.text ?? '';
}
