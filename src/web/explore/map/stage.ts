import { shiftBetween, type View } from './backdrop.ts';
import { type Camera, type Point, type Size, toScreen, WHOLE_MAP } from './camera.ts';
import { createCanvasPainter } from './canvas-painter.ts';
import type { Paint, Painter } from './painter.ts';
import { type Label, placeLabels } from './place-labels.ts';
import type { SongMap } from './song-map.ts';
import { createWebGlPainter } from './webgl-painter.ts';

/** Where a map is drawn: the points, and the layers above them. */
export interface StageParts {
  canvas: HTMLCanvasElement;
  labels: HTMLElement;
  ring: HTMLElement;
  outline: SVGPolygonElement;
}

/** What stands above the points. */
export interface Overlay {
  labels: readonly Label[];
  /** Where the ring around one song is; null: none. */
  ring: Point | null;
  outline: readonly Point[];
}

export interface Stage {
  readonly painter: Painter['kind'];
  camera(): Camera;
  size(): Size;
  look(camera: Camera): void;
  paint(paint: Paint): void;
  overlay(overlay: Partial<Overlay>): void;
  dispose(): void;
}

/** More pixels a CSS pixel would not be seen in points. */
const MOST_RATIO = 2;

function createPainter(canvas: HTMLCanvasElement, map: SongMap, onlyFlat: boolean): Painter | null {
  return (onlyFlat ? null : createWebGlPainter(canvas, map)) ?? createCanvasPainter(canvas, map);
}

/** Draws the map once a frame at most, whenever something changed. Null where the canvas can hold no picture. */
export function createStage(
  parts: StageParts,
  map: SongMap,
  { onlyFlat, onLook }: { onlyFlat: boolean; onLook: (camera: Camera) => void },
): Stage | null {
  const { canvas } = parts;
  const painter = createPainter(canvas, map, onlyFlat);
  if (painter === null) return null;
  let camera = WHOLE_MAP;
  let overlay: Overlay = { labels: [], ring: null, outline: [] };
  let size: Size = { width: 1, height: 1 };
  let frame = 0;
  // Names keep their places beside each other while the map is pulled, and find new ones when it rests or is enlarged.
  let placed: View | null = null;
  const moveLabels = () => {
    const view = { camera, size, ratio: 1 };
    const shift = shiftBetween(placed, view);
    if (shift === null) {
      setLabels(parts.labels, overlay.labels, view);
      placed = view;
    }
    parts.labels.style.transform = `translate(${shift?.x ?? 0}px, ${shift?.y ?? 0}px)`;
  };
  const draw = () => {
    frame = 0;
    painter.draw({ camera, size, ratio: canvas.width / size.width });
    moveLabels();
    drawOverlay(parts, overlay, { camera, size });
  };
  const redraw = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  const fit = () => {
    const ratio = Math.min(MOST_RATIO, window.devicePixelRatio || 1);
    size = { width: Math.max(1, canvas.clientWidth), height: Math.max(1, canvas.clientHeight) };
    canvas.width = Math.round(size.width * ratio);
    canvas.height = Math.round(size.height * ratio);
    // Setting the size has emptied the canvas.
    cancelAnimationFrame(frame);
    draw();
  };
  const observer = new ResizeObserver(fit);
  observer.observe(canvas);
  return {
    painter: painter.kind,
    camera: () => camera,
    size: () => size,
    look(next) {
      camera = next;
      redraw();
      onLook(next);
    },
    paint(paint) {
      painter.paint(paint);
      redraw();
    },
    overlay(change) {
      overlay = { ...overlay, ...change };
      if (change.labels !== undefined) placed = null;
      redraw();
    },
    dispose() {
      observer.disconnect();
      cancelAnimationFrame(frame);
      painter.dispose();
    },
  };
}

function setLabels(layer: HTMLElement, labels: readonly Label[], { camera, size }: View): void {
  const placed = new Map(placeLabels(labels, camera, size).map((one) => [one.key, one]));
  for (const element of layer.children) {
    if (!(element instanceof HTMLElement)) continue;
    const at = placed.get(element.dataset.key ?? '');
    element.style.visibility = at === undefined ? 'hidden' : 'visible';
    if (at !== undefined) element.style.transform = `translate(${at.x}px, ${at.y}px) translate(-50%, -50%)`;
  }
}

function drawOverlay(
  { ring, outline }: StageParts,
  overlay: Overlay,
  { camera, size }: { camera: Camera; size: Size },
): void {
  ring.style.visibility = overlay.ring === null ? 'hidden' : 'visible';
  if (overlay.ring !== null) {
    const { x, y } = toScreen(camera, size, overlay.ring);
    ring.style.transform = `translate(${x}px, ${y}px) translate(-50%, -50%)`;
  }
  const corners = overlay.outline.map((point) => toScreen(camera, size, point));
  outline.setAttribute('points', corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' '));
}
