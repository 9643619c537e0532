import { loadavg } from 'node:os';
import type { Browser } from 'playwright-core';
import { buildAssets, buildWorker } from '../../build.ts';
import { closeBrowser, openBrowser } from '../../local/browser.ts';
import type { Barline } from '../../local/start-barline.ts';
import { startMemoryDemo } from '../../memory-demo.ts';
import { measureFirstLoad } from './first-load.ts';
import { measureColours, measureResults } from './keystrokes.ts';
import { measureMap } from './map-frames.ts';

export interface WebBenchOptions {
  /** Points on the map. */
  songs: number;
  /** Times that each wait is measured. */
  rounds: number;
  onStep: (step: string) => void;
}

export interface WebBench {
  /** Of all that the first view needs, as a network carries it; answers of the API left out. */
  first_load_bytes: number;
  /** Largest contentful paint and total blocking time of the first view, medians, at a quarter of the processor. */
  lcp_ms: number;
  tbt_ms: number;
  /** From a key in a verse of 100 lines to the colour of the rhyme that it completes, at a quarter of the processor. */
  keystroke_to_colour_p95_ms: number;
  /** From a key in the search box to the first title that is suggested for it. */
  keystroke_to_results_ms: number;
  /** Frames a second while the map of `songs` points is pulled, and their ratio to those of an empty canvas in the same run. */
  map_fps: number;
  map_fps_ratio: number;
  /** What draws the points: `webgl` or `2d`. */
  map_painter: string;
  songs: number;
  load_average: number;
}

async function startDemo(onStep: (step: string) => void): Promise<Barline> {
  onStep('building');
  await buildAssets();
  await buildWorker();
  return await startMemoryDemo(onStep);
}

/** Measures the page in a real browser, against the built Worker with the demo songs. */
export async function benchWeb({ songs, rounds, onStep }: WebBenchOptions): Promise<WebBench> {
  const barline = await startDemo(onStep);
  try {
    const browser = await openBrowser();
    return await measure(browser, barline.url, { songs, rounds, onStep });
  } finally {
    await closeBrowser();
    await barline.stop();
  }
}

async function measure(browser: Browser, url: string, options: WebBenchOptions): Promise<WebBench> {
  const { songs, rounds, onStep } = options;
  const world = { browser, url };
  onStep('first load');
  const load = await measureFirstLoad(world, rounds);
  onStep('keystrokes of a verse');
  const colour = await measureColours(world, rounds);
  onStep('keystrokes of a search');
  const results = await measureResults(world, rounds);
  onStep('frames of the map');
  const map = await measureMap(world, songs);
  return {
    ...load,
    keystroke_to_colour_p95_ms: colour,
    keystroke_to_results_ms: results,
    ...map,
    songs,
    load_average: Number((loadavg()[0] ?? 0).toFixed(1)),
  };
}
