/** What part of the map is seen: the middle of the view on the map (0-1), and how many times it is enlarged. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Of the canvas, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export const WHOLE_MAP: Camera = { x: 0.5, y: 0.5, zoom: 1 };
export const MOST_ZOOM = 60;
/** Of the shorter side of the canvas: what the whole map takes. */
const FILLS = 0.94;

/** Length of the map's side in pixels. */
export const sideOf = ({ zoom }: Camera, { width, height }: Size): number =>
  Math.max(1, Math.min(width, height)) * FILLS * zoom;

export function toScreen(camera: Camera, size: Size, { x, y }: Point): Point {
  const side = sideOf(camera, size);
  return { x: (x - camera.x) * side + size.width / 2, y: (y - camera.y) * side + size.height / 2 };
}

export function toMap(camera: Camera, size: Size, { x, y }: Point): Point {
  const side = sideOf(camera, size);
  return { x: (x - size.width / 2) / side + camera.x, y: (y - size.height / 2) / side + camera.y };
}

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** A camera whose middle is on the map, and which shows neither less than a few songs nor more than the whole. */
export const kept = ({ x, y, zoom }: Camera): Camera => ({
  x: within(x, 0, 1),
  y: within(y, 0, 1),
  zoom: within(zoom, 1, MOST_ZOOM),
});

/** The camera after the map was pulled by so many pixels. */
export function panned(camera: Camera, size: Size, by: Point): Camera {
  const side = sideOf(camera, size);
  return kept({ ...camera, x: camera.x - by.x / side, y: camera.y - by.y / side });
}

/** The camera enlarged by a factor, with what lies under `at` kept there. */
export function zoomed(camera: Camera, size: Size, { factor, at }: { factor: number; at: Point }): Camera {
  const fixed = toMap(camera, size, at);
  const next = kept({ ...camera, zoom: camera.zoom * factor });
  const moved = toMap(next, size, at);
  return kept({ ...next, x: next.x + fixed.x - moved.x, y: next.y + fixed.y - moved.y });
}

/** The camera that shows all of these points, with room around them. */
export function fitted(points: Iterable<Point>, size: Size): Camera {
  let [left, top, right, bottom] = [1, 1, 0, 0];
  for (const { x, y } of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (right < left) return WHOLE_MAP;
  const side = Math.min(size.width, size.height) * FILLS;
  const room = 0.85;
  const zoom = Math.min(
    (size.width * room) / (side * Math.max(1e-3, right - left)),
    (size.height * room) / (side * Math.max(1e-3, bottom - top)),
  );
  return kept({ x: (left + right) / 2, y: (top + bottom) / 2, zoom });
}

/** "0.5,0.5,1" in an address; null for anything else. */
export function readCamera(text: string | null): Camera | null {
  const parts = (text ?? '').split(',').map(Number);
  const [x, y, zoom] = parts;
  if (parts.length !== 3 || x === undefined || y === undefined || zoom === undefined) return null;
  return parts.every(Number.isFinite) && zoom > 0 ? kept({ x, y, zoom }) : null;
}

export const writeCamera = ({ x, y, zoom }: Camera): string =>
  [x.toFixed(4), y.toFixed(4), zoom.toFixed(2)].map(Number).join();
