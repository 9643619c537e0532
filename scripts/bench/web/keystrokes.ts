import type { Page } from 'playwright-core';
import { quantile } from '../figures.ts';
import { type BrowserWorld, openAt, SLOWDOWN } from './open-at.ts';

const LINES = 100;
/** Written for this measurement: every fourth line has another end, so that rhymes are near and far. */
const VERSE_LINES = [
  'I count the empty bottles on the counter of the bay',
  'The heron by the harbour keeps the smaller boats in line',
  'A neighbour with a ladder paints the shutters every May',
  'And nobody remembers who had planted all the vine',
];
const verse = (lines: number): string =>
  Array.from({ length: lines }, (_, i) => VERSE_LINES[i % VERSE_LINES.length]).join('\n');

/** The last letter completes the rhyme. */
const LAST_WORDS = 'We carry what is left of it and then we walk awa';
const LAST_LETTER = 'y';
const LAST_WORD = 'away';

interface Watched {
  benchKey: { pressed: number; shown: number | null };
}

/**
 * Notes when a key goes down, and the frame after which something first stands in the page. Runs in the page: a question from outside
 * would come later than what it asks for.
 */
function watch([selector, text]: readonly [selector: string, text: string]): void {
  const noted: Watched['benchKey'] = { pressed: 0, shown: null };
  Object.assign(window, { benchKey: noted });
  const isThere = () =>
    Array.from(document.querySelectorAll(selector)).some((one) => (one.textContent ?? '').includes(text));
  const look = () => {
    if (!isThere()) return void requestAnimationFrame(look);
    // The next task after a frame: it is painted by then.
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      noted.shown = performance.now();
    };
    painted.port2.postMessage(null);
  };
  window.addEventListener(
    'keydown',
    () => {
      noted.pressed = performance.now();
      requestAnimationFrame(look);
    },
    { once: true, capture: true },
  );
}

/** Milliseconds from a key to what it brings. */
async function timeKey(
  page: Page,
  key: string,
  wanted: readonly [selector: string, text: string],
): Promise<number> {
  await page.evaluate(watch, wanted);
  await page.keyboard.press(key);
  await page.waitForFunction(() => (window as unknown as Watched).benchKey.shown !== null);
  return page.evaluate(() => {
    const { pressed, shown } = (window as unknown as Watched).benchKey;
    return (shown ?? Number.NaN) - pressed;
  });
}

/** The 95th percentile of the time from the letter that completes a rhyme to its colour, in a verse of 100 lines. */
export async function measureColours(world: BrowserWorld, rounds: number): Promise<number> {
  await using opened = await openAt(world, {});
  const { page } = opened;
  await page.goto('/app/write');
  const area = page.getByRole('textbox', { name: 'Your verse' });
  await area.fill(`${verse(LINES - 1)}\n${LAST_WORDS}`);
  // The lexicon is loaded once, before anything is measured.
  await page.locator('.pad-mark').first().waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const times: number[] = [];
  const mark = '.pad-line:last-child .pad-mark';
  // The first key after the engine has started is no measure of the others.
  for (let round = -1; round < rounds * 4; round++) {
    const ms = await timeKey(page, LAST_LETTER, [mark, LAST_WORD]);
    if (round >= 0) times.push(ms);
    await page.keyboard.press('Backspace');
    await page.waitForFunction(
      ([selector, text]) =>
        !Array.from(document.querySelectorAll(selector)).some((one) =>
          (one.textContent ?? '').includes(text),
        ),
      [mark, LAST_WORD] as const,
    );
    await page.waitForTimeout(300);
  }
  return Math.round(quantile(times, 0.95));
}

/** Titles of the demo, each a letter short. */
const BEGINNINGS = [
  ['Snow Emergenc', 'y', 'Snow Emergency Route'],
  ['The Night Plo', 'w', 'The Night Plow'],
  ['Last Bus to Ferri', 's', 'Last Bus to Ferris'],
] as const;

/** The median time from a letter in the search box to the suggested title, the pause of the box included. */
export async function measureResults(world: BrowserWorld, rounds: number): Promise<number> {
  await using opened = await openAt(world, {});
  const { page } = opened;
  const times: number[] = [];
  for (let round = 0; round < Math.max(rounds, BEGINNINGS.length); round++) {
    const [beginning, letter, title] = BEGINNINGS[round % BEGINNINGS.length] ?? BEGINNINGS[0];
    await page.goto('/');
    const box = page.getByRole('searchbox');
    await box.focus();
    await page.keyboard.insertText(beginning);
    times.push(await timeKey(page, letter, ['.suggestion', title]));
  }
  return Math.round(quantile(times, 0.5));
}
