import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const ON_THE_MACHINE = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];
// The package's own list of arguments switches web security off, and its single process dies after one page.
const ARGS = ['--no-sandbox', '--headless=shell'];

let running: Promise<Browser> | null = null;

async function launch(): Promise<Browser> {
  const faults: unknown[] = [];
  if (process.platform === 'linux' && process.arch === 'x64') {
    try {
      return await chromium.launch({ executablePath: await packaged.executablePath(), args: ARGS });
    } catch (error) {
      faults.push(error);
    }
  }
  for (const executablePath of ON_THE_MACHINE.filter((path) => existsSync(path))) {
    try {
      return await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    } catch (error) {
      faults.push(error);
    }
  }
  throw new AggregateError(faults, 'No Chromium runs here: neither the packaged one nor one of the machine.');
}

/** The one browser of this process: the Chromium that npm installed, or one of the machine where that cannot run. */
export function openBrowser(): Promise<Browser> {
  running ??= launch();
  return running;
}

export async function closeBrowser(): Promise<void> {
  const browser = await running;
  running = null;
  await browser?.close();
}
