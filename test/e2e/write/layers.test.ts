import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../../scripts/local/browser.ts';
import { greatestDifference } from '../../support/compare-pictures.ts';
import { openPad, padOf, waitForColours } from '../../support/open-pad.ts';

afterAll(closeBrowser);

const LONG = 'word after word goes on and on beyond the edge ';
/** One text of all that may part the words from their colours. */
const TEXT = [
  'plain words',
  '',
  LONG.repeat(8),
  `trailing spaces${' '.repeat(120)}`,
  `a${' '.repeat(150)}b`,
  '\ttabs\tbetween\tand\t\tbefore',
  'x'.repeat(260),
  'long-hyphenated-words-and/addresses?with=signs '.repeat(5),
  '😀👩‍👩‍👧‍👦🏳️‍🌈👍🏽🇩🇪 '.repeat(10),
  'مرحبا بالعالم هذا سطر طويل جدا حتى يلتف على الشاشة الصغيرة ويستمر في السطر التالي أيضا',
  'english then עברית and english again',
  '夜の街を歩く、雨の音を聞く。'.repeat(6),
  'e\u0301a\u0300 zero\u200bwidth soft\u00adhyphen no\u00a0break',
  '',
].join('\n');

/** An edge of a letter that is drawn a fraction of a pixel aside differs by less; a letter elsewhere by far more. */
const MOST = 110;

/** Dresses the page with these rules alone; a style element would be against its policy. */
const dress = (page: Page, rules: string) =>
  page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, rules);

const COLOURLESS = `.pad-mark { background: none !important; box-shadow: none !important; text-decoration: none !important }
  .pad-count, .pad-letter { visibility: hidden }`;
const BEHIND = '.pad-text { color: var(--ink) !important } .pad-area { color: transparent !important }';

/** The sheet with the words of one layer alone, without colours. */
async function picture(page: Page, layer: 'behind' | 'in front'): Promise<Buffer> {
  await dress(page, layer === 'behind' ? COLOURLESS + BEHIND : COLOURLESS);
  return page.locator('.pad-sheet').screenshot();
}

describe.each([
  ['on a wide screen', { viewport: { width: 1440, height: 1000 } }],
  ['on a phone', { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 }],
  ['at a zoom of 200 %', { viewport: { width: 720, height: 500 }, deviceScaleFactor: 2 }],
  ['at 320 px', { viewport: { width: 320, height: 600 } }],
])('%s', (_, options) => {
  it('colours stand behind their words, whatever is written', async () => {
    await using opened = await openPad('', options);
    const { page } = opened;
    await padOf(page).fill(TEXT);
    await padOf(page).blur();
    // The words are cut where they are marked.
    await page.getByText(/lines · .* syllables/).waitFor();
    const [front, behind] = [await picture(page, 'in front'), await picture(page, 'behind')];
    expect(await greatestDifference(page, front, behind)).toBeLessThan(MOST);
    const isWider = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isWider).toBe(false);
    expect(
      await padOf(page).evaluate((area) => area.scrollHeight <= area.clientHeight && area.scrollTop === 0),
    ).toBe(true);
  });
});

it('the page scrolls to the caret of a long verse, and nothing within the pad does', async () => {
  await using opened = await openPad('', { viewport: { width: 1000, height: 500 } });
  const { page } = opened;
  await padOf(page).fill('a line\n'.repeat(100));
  await padOf(page).press('Control+End');
  await padOf(page).pressSequentially('the end');
  await page.waitForFunction(() => window.scrollY > 1000);
  const box = await page.locator('.pad-line').last().boundingBox();
  expect(box?.y).toBeLessThan(500);
  expect(await padOf(page).evaluate((area) => area.scrollTop)).toBe(0);
});

it('without colours rhymes are underlined by their kind, and the words are drawn once', async () => {
  await using opened = await openPad('', { forcedColors: 'active' });
  const { page } = opened;
  await padOf(page).fill('I fold the paper in the rain\nand hum a number on the train');
  await waitForColours(page, ['rain', 'train']);
  const looks = await page
    .locator('.pad-mark')
    .first()
    .evaluate((mark) => {
      const { color, backgroundColor, textDecorationLine } = getComputedStyle(mark);
      return { color, backgroundColor, textDecorationLine };
    });
  expect(looks).toEqual({
    color: 'rgba(0, 0, 0, 0)',
    backgroundColor: 'rgba(0, 0, 0, 0)',
    textDecorationLine: 'underline',
  });
  // The plate that the browser lays behind words would cover the underlines of wrapped lines.
  expect(await padOf(page).evaluate((area) => getComputedStyle(area).forcedColorAdjust)).toBe('none');
});

it('is printed as text, without the tools', async () => {
  await using opened = await openPad();
  const { page } = opened;
  await padOf(page).fill('a line for paper');
  await page.emulateMedia({ media: 'print' });
  expect(await padOf(page).isVisible()).toBe(false);
  expect(await page.locator('.write-beside').isVisible()).toBe(false);
  const ink = await page
    .locator('.pad-text')
    .first()
    .evaluate((text) => getComputedStyle(text).color);
  expect(ink).not.toBe('rgba(0, 0, 0, 0)');
});

describe('by touch', () => {
  it('rhymes of the last word lie above the bar while the verse is written', async () => {
    await using opened = await openPad('', { viewport: { width: 390, height: 844 }, hasTouch: true });
    const { page } = opened;
    await padOf(page).tap();
    await page.keyboard.type('under the moon');
    const strip = page.getByRole('region', { name: 'What rhymes with “moon”' });
    await strip.getByRole('button').first().waitFor();
    const box = await strip.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(800);
    const word = await strip
      .locator('button')
      .first()
      .evaluate((button) => button.firstChild?.textContent);
    await strip.getByRole('button').first().tap();
    expect(await padOf(page).inputValue()).toBe(`under the moon ${word}`);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
  });
});

it('Escape leads back from the tools to the caret', async () => {
  await using opened = await openPad();
  const { page } = opened;
  await padOf(page).pressSequentially('one two');
  await padOf(page).press('Home');
  await page.getByLabel('Rhymes with').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.type('x');
  expect(await padOf(page).inputValue()).toBe('xone two');
});
