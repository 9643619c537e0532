import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { syntheticMap } from '../../scripts/bench/web/synthetic-map.ts';
import { closeBrowser } from '../../scripts/local/browser.ts';
import { shrunkDifference } from '../support/compare-pictures.ts';
import { failWith, openPage } from '../support/open-page.ts';

afterAll(closeBrowser);

const MAP = '/app/explore/map';
const mapOf = (page: Page) => page.getByRole('application', { name: /^Map of \d+ songs/ });
const clusters = (page: Page) => page.getByRole('region', { name: 'Clusters' });

describe('the map of songs', () => {
  it('sets a cluster apart, lists its songs, and keeps both in the address', async () => {
    await using opened = await openPage(MAP);
    const { page } = opened;
    const first = clusters(page).getByRole('listitem').first();
    const name = (await first.getByRole('button').textContent()) ?? '';
    await first.getByRole('button').click();
    await page.waitForURL(/pick=\d/);
    await first.getByRole('link', { name: `List the songs of ${name}` }).click();
    const list = page.getByRole('region', { name: new RegExp(`^${name}: \\d+ songs`) });
    await list.getByRole('listitem').first().waitFor();
    const number = Number(/(\d+) songs/.exec((await list.getByRole('heading').textContent()) ?? '')?.[1]);
    expect(await list.getByRole('listitem').count()).toBe(Math.min(20, number));
    await page.reload();
    await list.getByRole('listitem').first().waitFor();
    expect(await first.getByRole('button').getAttribute('aria-pressed')).toBe('true');
    await list.getByRole('link', { name: 'Close the list' }).click();
    await expect.poll(() => list.count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('is moved, enlarged and read by keys alone', async () => {
    await using opened = await openPage(MAP);
    const { page } = opened;
    await mapOf(page).focus();
    for (const key of ['+', '+', '+', '+', '+', '+', 'ArrowRight', 'ArrowDown'])
      await page.keyboard.press(key);
    await page.waitForURL(/at=[\d.]+,[\d.]+,[\d.]+/);
    await page.keyboard.press('0');
    await page.keyboard.press('+');
    await page.waitForURL(/at=0\.5,0\.5,1\.5/);
    await page.getByRole('button', { name: 'List what is in view' }).press('Enter');
    const list = page.getByRole('region', { name: /songs? in the outline$/ });
    await list.getByRole('link', { name: /./ }).nth(1).focus();
    await page.locator('.song-card-title').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/app\/tracks\/\d+$/);
  });

  it('lists the songs that are circled, and the song that is clicked', async () => {
    await using opened = await openPage(MAP);
    const { page } = opened;
    await page.getByRole('button', { name: 'Circle songs' }).click();
    await mapOf(page).evaluate((map) => map.scrollIntoView({ block: 'center' }));
    const box = await mapOf(page).boundingBox();
    if (box === null) throw new Error('The map is not shown');
    await page.mouse.move(box.x + 5, box.y + 5);
    await page.mouse.down();
    for (const [x, y] of [
      [box.width - 5, 5],
      [box.width - 5, box.height - 5],
      [5, box.height - 5],
    ] as const)
      await page.mouse.move(box.x + x, box.y + y, { steps: 3 });
    await page.mouse.up();
    await page.getByRole('region', { name: /^7\d songs in the outline$/ }).waitFor();
    expect(new URL(page.url()).searchParams.get('around')).not.toBeNull();
    await page.goBack();
    await expect.poll(() => page.getByRole('region', { name: /in the outline$/ }).count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });

  it('is coloured by decade, theme and artist', async () => {
    await using opened = await openPage(MAP);
    const { page } = opened;
    await page.getByRole('radio', { name: 'Year' }).check();
    await page.getByRole('region', { name: 'Decades' }).getByRole('button', { name: '1990s' }).waitFor();
    await page.getByRole('radio', { name: 'Theme' }).check();
    await page.getByRole('button', { name: 'Love' }).click();
    await page.getByRole('link', { name: 'List the songs of Love' }).waitFor();
    await page.getByRole('radio', { name: 'Artist' }).check();
    await page.getByLabel('Artist', { exact: true }).last().fill('marlow vane');
    await page.getByRole('button', { name: 'Add' }).click();
    await page.getByRole('link', { name: /^List the songs of marlow vane$/i }).click();
    await page.getByRole('region', { name: /^marlow vane: 7 songs$/i }).waitFor();
    expect(new URL(page.url()).searchParams.get('by')).toBe('artist');
    expect(opened.complaints).toEqual([]);
  });

  it('says that there is none, what failed, and that it is slow', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    const path = /\/trends\/map$/;
    await failWith(page, path, { status: 404, title: 'Resource not found', detail: 'There is no map yet.' });
    await page.goto(MAP);
    await page.getByText('There is no map yet').waitFor();
    await page.getByRole('link', { name: 'Search the songs' }).waitFor();
    await page.unroute(path);
    await page.route(path, (route) => route.fulfill({ body: 'not a map', contentType: 'text/plain' }));
    await page.reload();
    await page.getByRole('alert').getByText('The answer cannot be read').waitFor();
    await page.unroute(path);
    await page.getByRole('button', { name: 'Try again' }).click();
    await mapOf(page).waitFor();
  });

  it('is drawn by WebGL2 where there is a graphics card, and shifted while it is moved', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.addInitScript(() => {
      const prototype = WebGL2RenderingContext.prototype;
      const { drawArrays, blitFramebuffer, getParameter } = prototype;
      const counts = { drawn: 0, shown: 0 };
      const UNMASKED_RENDERER = 0x9246;
      Object.assign(window, { counts });
      Object.assign(prototype, {
        getParameter(this: WebGL2RenderingContext, name: number) {
          return name === UNMASKED_RENDERER ? 'A card' : Reflect.apply(getParameter, this, [name]);
        },
        drawArrays(this: WebGL2RenderingContext, ...args: unknown[]) {
          counts.drawn++;
          return Reflect.apply(drawArrays, this, args);
        },
        blitFramebuffer(this: WebGL2RenderingContext, ...args: unknown[]) {
          counts.shown++;
          return Reflect.apply(blitFramebuffer, this, args);
        },
      });
    });
    await page.goto(MAP);
    await mapOf(page).focus();
    const counts = () =>
      page.evaluate(() => ({
        ...(window as unknown as { counts: { drawn: number; shown: number } }).counts,
      }));
    await expect.poll(async () => (await counts()).shown).toBeGreaterThan(0);
    expect(await page.getByText('Drawn without a graphics card.').count()).toBe(0);
    await page.keyboard.press('+');
    await page.waitForURL(/at=0\.5,0\.5,1\.5/);
    const before = await counts();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await counts()).shown).toBeGreaterThan(before.shown);
    expect((await counts()).drawn).toBe(before.drawn);
  });

  it('is drawn by hand where there is no WebGL, with the same songs', async () => {
    await using opened = await openPage('/');
    const { page } = opened;
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext;
      Object.defineProperty(HTMLCanvasElement.prototype, 'getContext', {
        value(this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
          return kind === 'webgl2' ? null : Reflect.apply(original, this, [kind, ...rest]);
        },
      });
    });
    await page.goto(MAP);
    await page.getByText('Drawn without a graphics card.').waitFor();
    const painted = () =>
      page.locator('.map-canvas canvas').evaluate((canvas: HTMLCanvasElement) => {
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
        return data.some((value) => value > 0);
      });
    await expect.poll(painted).toBe(true);
  });

  /** A map of more songs than the demo has; who draws it is what the browser says of its card. */
  async function openDrawn(page: Page, card: string): Promise<void> {
    const body = Buffer.from(syntheticMap(1200));
    await page.route(/\/trends\/map$/, (route) =>
      route.fulfill({ body, contentType: 'application/octet-stream' }),
    );
    await page.addInitScript((name) => {
      const { getParameter } = WebGL2RenderingContext.prototype;
      const UNMASKED_RENDERER = 0x9246;
      Object.assign(WebGL2RenderingContext.prototype, {
        getParameter(this: WebGL2RenderingContext, kind: number) {
          return kind === UNMASKED_RENDERER ? name : Reflect.apply(getParameter, this, [kind]);
        },
      });
    }, card);
    await page.goto(MAP);
    await page.locator('.map-label').first().waitFor({ state: 'attached' });
  }
  const picture = async (page: Page) => {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return page.locator('.map-keys').screenshot();
  };
  const flat = (page: Page) => page.getByText('Drawn without a graphics card.');

  it('is the same picture by WebGL2 as by hand, also when the card is lost', async () => {
    await using byHand = await openPage('/');
    await openDrawn(byHand.page, 'SwiftShader');
    await flat(byHand.page).waitFor();
    await using byCard = await openPage('/');
    const { page } = byCard;
    await openDrawn(page, 'A card');
    expect(await flat(page).count()).toBe(0);
    const canvas = page.locator('.map-canvas canvas');
    const show = (visibility: string) =>
      canvas.evaluate((element: HTMLCanvasElement, value) => {
        element.style.visibility = value;
      }, visibility);
    await show('hidden');
    const blank = await page.locator('.map-keys').screenshot();
    await show('');
    const [hand, card] = [await picture(byHand.page), await picture(page)];
    expect(await shrunkDifference(page, [card, blank], 48)).toBeGreaterThan(80);
    expect(await shrunkDifference(page, [card, hand], 48)).toBeLessThan(40);
    await canvas.evaluate((element: HTMLCanvasElement) => {
      element.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await flat(page).waitFor();
    const lost = await picture(page);
    expect(await shrunkDifference(page, [lost, blank], 48)).toBeGreaterThan(80);
    expect(byCard.complaints).toEqual([]);
  });
});
