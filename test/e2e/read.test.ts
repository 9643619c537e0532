import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { violations } from '../support/axe.ts';
import { demo } from '../support/demo.ts';
import { type OpenPage, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const VERSE = `I keep a ledger of the weather and a letter from my mother
Every summer in the gutter had a number and a colour
They said the penmanship is medicine, the rhythm is adrenaline
I let it in, I settle in, the devil is a gentleman`;

async function read(page: Page, text: string, title = ''): Promise<void> {
  await page.getByRole('textbox', { name: 'A verse or a song' }).fill(text);
  if (title !== '') await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.locator('.strip').waitFor();
}

/** Opens the page and notes what it sends; the server is asked for its health alone. */
async function openRead(
  options: Parameters<typeof openPage>[1] = {},
): Promise<OpenPage & { sent: string[] }> {
  const opened = await openPage('/app/read', options);
  const sent: string[] = [];
  opened.page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    const isPart = /^\/(?:assets\/|app\/|health|favicon)/.test(pathname);
    if (origin !== demo.url || request.method() !== 'GET' || !isPart) {
      if (!request.url().startsWith('data:') && !request.url().startsWith('blob:')) sent.push(request.url());
    }
  });
  return Object.assign(opened, { sent });
}

describe('a verse that is pasted', () => {
  it('is read in the page: rhymes, strip, scheme, feeling and craft, and nothing is sent', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await read(page, VERSE, 'Ledger');
    await page.getByRole('heading', { level: 1, name: 'Ledger' }).waitFor();
    expect(await page.locator('.verse .line').count()).toBe(4);
    for (const shape of ['end', 'multi', 'mosaic'])
      expect(await page.locator(`.verse .rhyme-${shape}`).count(), shape).toBeGreaterThan(0);
    expect(await page.locator('.strip [data-line]').count()).toBe(4);
    for (const name of ['Scheme', 'Longest rhyme', 'Flow', 'Feeling', 'Themes', 'Craft', 'Who said so'])
      await page.getByRole('heading', { name, exact: true }).waitFor();
    expect(opened.sent).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  it('comes back from its address, with what was chosen, and by back and forward', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await read(page, VERSE);
    await page.getByRole('radio', { name: 'Syllables' }).check({ force: true });
    await page.locator('.groups button').first().click();
    const address = page.url();
    await using again = await openPage(address.slice(demo.url.length));
    await again.page.locator('.strip').waitFor();
    await expect.poll(() => again.page.locator('.is-lit').count()).toBeGreaterThan(1);
    expect(await again.page.locator('.verse .line-text').first().textContent()).toContain(
      'ledger of the weather',
    );
    expect(await again.page.getByRole('radio', { name: 'Syllables' }).isChecked()).toBe(true);
    await page.goBack();
    await expect.poll(() => page.locator('.is-lit').count()).toBe(0);
    await page.goBack();
    expect(await page.getByRole('radio', { name: 'Letters' }).isChecked()).toBe(true);
    await page.goBack();
    await page.getByRole('textbox', { name: 'A verse or a song' }).waitFor();
    await page.goForward();
    await page.locator('.strip').waitFor();
  });

  it('lights a group in text and strip by pointer and by keys, and Escape lets go of it', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await read(page, VERSE);
    await page.locator('.verse .rhyme').first().hover();
    expect(await page.locator('.verse .is-lit').count()).toBeGreaterThan(1);
    expect(await page.locator('.verse-arcs path').getAttribute('d')).toMatch(/^M/);
    expect(await page.locator('.strip-ring').count()).toBeGreaterThan(1);
    await page.mouse.move(1, 1);
    await expect.poll(() => page.locator('.is-lit').count()).toBe(0);
    await page.keyboard.press(']');
    await page
      .getByRole('status')
      .getByText(/words? that rhyme/)
      .waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.is-lit').count()).toBe(0);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('L2');
  });

  it('is kept when the reader skips to the content', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await read(page, VERSE);
    await page.evaluate(() => document.querySelector<HTMLElement>('.skip')?.click());
    expect(await page.locator('.verse .line').count()).toBe(4);
  });

  it('can be saved as a picture, drawn and as points', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await read(page, VERSE, 'A ledger: “weather” & <more>');
    for (const kind of ['SVG', 'PNG'] as const) {
      const saving = page.waitForEvent('download');
      await page.getByRole('button', { name: `Save as ${kind}` }).click();
      const file = await saving;
      expect(file.suggestedFilename()).toBe(`a-ledger-weather-more.${kind.toLowerCase()}`);
      const bytes = await (await file.createReadStream()).reduce(
        (all, part) => Buffer.concat([all, part]),
        Buffer.of(),
      );
      if (kind === 'SVG')
        expect(bytes.toString()).toContain('<title>A ledger: “weather” &amp; &lt;more&gt;</title>');
      else expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    }
    expect(opened.complaints).toEqual([]);
  });
});

describe('the server', () => {
  it('is asked when the reader says so, and tells the rating, and why no model answered', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await read(page, VERSE);
    await page.getByRole('button', { name: 'Send the text and ask' }).click();
    await page.getByText('The language model did not answer').waitFor();
    await page.getByRole('heading', { name: 'What moved it' }).waitFor();
    await page.getByRole('button', { name: 'Compare the analysers' }).click();
    await page.getByRole('columnheader', { name: 'Barline’s lyric engine' }).waitFor();
    expect(opened.sent.map((url) => new URL(url).pathname).toSorted()).toEqual([
      '/analyze/compare',
      '/analyze/stream',
      '/predict-quality',
    ]);
    expect(opened.complaints).toEqual([]);
  });

  it('that breaks off in the middle of its answer is told of, and asked again', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await read(page, VERSE);
    await page.route('**/analyze/stream', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: 'event: engine\ndata: {"analysis":{}}\n\n' }),
    );
    await page.getByRole('button', { name: 'Send the text and ask' }).click();
    await page.getByRole('alert').getByText('The answer broke off').waitFor();
    await page.unroute('**/analyze/stream');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('The language model did not answer').waitFor();
  });
});

describe('whatever is pasted', () => {
  it.each([
    ['markup', '<script>window.broken = 1</script> day\n<img src=x onerror="window.broken = 1"> away'],
    ['a line without an end', 'night light so bright '.repeat(220)],
    ['letters of the right and marks', 'שלום עולם\n\u202eevil\u0301\u0301\u0301 night\nlight \u{1f525}'],
    ['one word', 'orange'],
    ['only headers', '[Verse 1]\n[Chorus]'],
  ])('is shown as text: %s', async (_, text) => {
    await using opened = await openRead();
    const { page } = opened;
    await page.getByRole('textbox', { name: 'A verse or a song' }).fill(text);
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('heading', { name: 'Who said so' }).waitFor();
    expect(await page.evaluate(() => 'broken' in window)).toBe(false);
    const isTooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(isTooWide).toBe(false);
    expect(opened.complaints).toEqual([]);
  });

  it('is not read where it is longer than an address can hold', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await page.getByRole('textbox', { name: 'A verse or a song' }).fill('day away '.repeat(2500));
    await page.getByText('2,500 characters too many').waitFor();
    await page.getByRole('button', { name: 'Read it', disabled: true }).click({ force: true });
    expect(page.url()).not.toContain('#');
  });

  it('is not said to have no rhymes where its language is not heard', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await page
      .getByRole('textbox', { name: 'A verse or a song' })
      .fill('Я вижу свет в окне ночном\nИ дом стоит пустой кругом');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByText('does not know the sounds of this language').waitFor();
    expect(await page.getByText(/No line ends rhyme|No rhyme is heard/).count()).toBe(0);
    await page.getByText('the words of themes are known in English only').waitFor();
    expect(await page.locator('.measure', { hasText: 'Rhymes inside lines' }).textContent()).toContain(
      'not measured',
    );
  });

  it('is asked for again where the address was cut off', async () => {
    await using opened = await openRead();
    const { page } = opened;
    await read(page, VERSE);
    const cut = page.url().slice(demo.url.length, -30);
    await using other = await openPage(cut);
    await other.page.getByRole('heading', { name: 'This address does not hold a whole text' }).waitFor();
    await other.page.getByRole('button', { name: 'Paste a text' }).click();
    await other.page.getByRole('textbox', { name: 'A verse or a song' }).waitFor();
  });
});

it('without the word list the text is there, and the engine starts again when asked', async () => {
  await using opened = await openRead();
  const { page } = opened;
  await page.route('**/lexicon*', (route) => route.abort());
  await page.getByRole('textbox', { name: 'A verse or a song' }).fill(VERSE);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('alert').getByText('The word list did not come').waitFor();
  expect(await page.locator('.verse .line').count()).toBe(4);
  await page.unroute('**/lexicon*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.strip').waitFor();
  await page.getByRole('heading', { name: 'Who said so' }).waitFor();
});

it('a part of the engine that does not come is told of, and comes when asked for again', async () => {
  await using opened = await openRead();
  const { page } = opened;
  await page.context().route(/assets\/analyze-/, (route) => route.abort());
  await read(page, VERSE);
  await page.getByRole('alert').getByText('The engine did not come').waitFor();
  expect(await page.getByText('Looking for feelings').count()).toBe(0);
  await page.context().unroute(/assets\/analyze-/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('heading', { name: 'Who said so' }).waitFor();
});

it('a text in the address is kept where the page itself does not come', async () => {
  await using opened = await openRead();
  const { page } = opened;
  await read(page, VERSE);
  const address = page.url();
  await page.context().route(/assets\/read-page-|health/, (route) => route.abort());
  await page.reload();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('alert').getByText('Nothing is lost').waitFor();
  expect(page.url()).toBe(address);
  await page.context().unroute(/assets\/read-page-|health/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.strip').waitFor();
  expect(await page.locator('.verse .line').first().textContent()).toContain('I keep a ledger');
});

it.each([
  ['light', 390],
  ['dark', 1440],
] as const)('has no accessibility violation in %s colours at %i px', async (colorScheme, width) => {
  await using opened = await openRead({ colorScheme, viewport: { width, height: 844 } });
  const { page } = opened;
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Read an example' }).click();
  await page.locator('.who').waitFor({ state: 'attached' });
  expect(await violations(page)).toEqual([]);
  if (width < 600) await page.getByRole('button', { name: 'Analysis' }).click();
  await page.locator('.groups button').first().click();
  expect(await violations(page)).toEqual([]);
});
