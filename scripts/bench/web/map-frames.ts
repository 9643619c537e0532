import type { Page } from 'playwright-core';
import { quantile } from '../figures.ts';
import { type BrowserWorld, openAt } from './open-at.ts';
import { syntheticMap } from './synthetic-map.ts';

export interface MapFrames {
  map_fps: number;
  map_fps_ratio: number;
  map_painter: string;
}

const TURNS = 3;
const SECONDS = 3;

/** Frames a second while a pointer pulls the canvas to and fro; runs in the page. */
async function pullCanvas(seconds: number): Promise<number> {
  const canvas = document.querySelector<HTMLCanvasElement>('.map-canvas canvas');
  if (canvas === null) throw new Error('There is no map');
  // No pointer of the device is down.
  canvas.setPointerCapture = () => undefined;
  const box = canvas.getBoundingClientRect();
  const [left, top] = [box.left + box.width / 2, box.top + box.height / 2];
  const send = (type: string, x: number, y: number) =>
    canvas.dispatchEvent(
      new PointerEvent(type, {
        pointerId: 1,
        button: 0,
        clientX: x,
        clientY: y,
        bubbles: true,
        pointerType: 'mouse',
      }),
    );
  send('pointerdown', left, top);
  const since = performance.now();
  let [now, frames] = [since, 0];
  while (now - since < seconds * 1000) {
    now = await new Promise<number>(requestAnimationFrame);
    frames++;
    const turn = (now - since) / 400;
    send(
      'pointermove',
      left + 0.3 * box.width * Math.sin(turn),
      top + 0.2 * box.height * Math.sin(1.3 * turn),
    );
  }
  send('pointerup', left, top);
  return frames / ((now - since) / 1000);
}

/** Frames a second of a canvas of the same size that is only cleared; runs in the page. */
async function clearCanvas(seconds: number): Promise<number> {
  const shown = document.querySelector<HTMLCanvasElement>('.map-canvas canvas');
  if (shown === null) throw new Error('There is no map');
  const canvas = Object.assign(document.createElement('canvas'), {
    width: shown.width,
    height: shown.height,
  });
  Object.assign(canvas.style, { position: 'fixed', inset: '0' });
  document.body.append(canvas);
  const context = canvas.getContext('2d');
  const since = performance.now();
  let [now, frames] = [since, 0];
  while (now - since < seconds * 1000) {
    now = await new Promise<number>(requestAnimationFrame);
    frames++;
    context?.clearRect(0, 0, canvas.width, canvas.height);
  }
  canvas.remove();
  return frames / ((now - since) / 1000);
}

async function openMap(page: Page, songs: number): Promise<string> {
  const body = Buffer.from(syntheticMap(songs));
  await page.route('**/trends/map', (route) =>
    route.fulfill({ body, contentType: 'application/octet-stream' }),
  );
  await page.goto('/app/explore/map');
  await page.locator('.map-label').first().waitFor({ state: 'attached' });
  const flat = await page.getByText('Drawn without a graphics card.').count();
  // Near enough that most songs lie around the view.
  await page.getByRole('button', { name: 'Nearer' }).click();
  await page.waitForTimeout(1000);
  return flat > 0 ? '2d' : 'webgl';
}

/** Frames a second of the map and of an empty canvas, in turns. */
export async function measureMap(world: BrowserWorld, songs: number): Promise<MapFrames> {
  await using opened = await openAt(world, {});
  const map_painter = await openMap(opened.page, songs);
  const [map, empty]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < TURNS; turn++) {
    empty.push(await opened.page.evaluate(clearCanvas, SECONDS));
    map.push(await opened.page.evaluate(pullCanvas, SECONDS));
  }
  const [mapFps, emptyFps] = [quantile(map, 0.5), quantile(empty, 0.5)];
  return {
    map_fps: Number(mapFps.toFixed(1)),
    map_fps_ratio: Number((mapFps / emptyFps).toFixed(2)),
    map_painter,
  };
}
