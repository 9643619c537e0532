import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '../local/browser.ts';
import { type State, setState } from './states.ts';
import { readViews } from './views.ts';

export type Theme = 'light' | 'dark' | 'forced' | 'print';

export interface ShotOptions {
  url: string;
  out: string;
  /** Names of views; empty: all. */
  views: readonly string[];
  widths: readonly number[];
  themes: readonly Theme[];
  states: readonly State[];
  /** 2: as a reader sees it who has set the browser to 200 %. */
  zoom: number;
}

export interface Shot {
  file: string;
  /** Pixels by which the page is wider than the screen; 0 unless something is wrong. */
  too_wide: number;
  /** What the page wrote to the console as errors. */
  complaints: string[];
}

const SETTLE_MS = 500;
/** A slow answer is still awaited then. */
const WAIT_MS = 1500;

const contextOf = (width: number, theme: Theme, zoom: number): BrowserContextOptions => ({
  viewport: { width: Math.round(width / zoom), height: Math.round((width < 600 ? 844 : 900) / zoom) },
  deviceScaleFactor: zoom,
  colorScheme: theme === 'dark' ? 'dark' : 'light',
  forcedColors: theme === 'forced' ? 'active' : 'none',
  reducedMotion: 'reduce',
  hasTouch: width < 600,
});

async function settle(page: Page, state: State): Promise<void> {
  if (state === 'slow') return page.waitForTimeout(WAIT_MS);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(SETTLE_MS);
}

/** Takes a picture of each view at each width, in each theme and state, and tells what a picture does not show. */
export async function takeShots(options: ShotOptions, onShot: (shot: Shot) => void): Promise<Shot[]> {
  const { url, out, views, widths, themes, states, zoom } = options;
  const known = await readViews(url);
  const names = views.length === 0 ? Object.keys(known) : views;
  await mkdir(out, { recursive: true });
  const browser = await openBrowser();
  const shots: Shot[] = [];
  try {
    for (const name of names)
      for (const state of states)
        for (const theme of themes)
          for (const width of widths) {
            const context = await browser.newContext({ baseURL: url, ...contextOf(width, theme, zoom) });
            const page = await context.newPage();
            const complaints: string[] = [];
            page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
            page.on('pageerror', (error) => complaints.push(String(error)));
            await setState(page, state);
            await page.goto(known[name] ?? name, { waitUntil: 'load' });
            if (theme === 'print') await page.emulateMedia({ media: 'print' });
            await settle(page, state);
            const parts = [name.replaceAll(/\W+/g, '-'), state, theme, width, zoom > 1 && `x${zoom}`];
            const file = join(out, `${parts.filter(Boolean).join('.')}.png`);
            await page.screenshot({ path: file, fullPage: true });
            const too_wide = await page.evaluate(
              () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
            );
            const shot = { file, too_wide, complaints };
            shots.push(shot);
            onShot(shot);
            await context.close();
          }
  } finally {
    await closeBrowser();
  }
  return shots;
}
