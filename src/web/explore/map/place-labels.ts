import { type Camera, type Point, type Size, toScreen } from './camera.ts';

/** A name on the map, and the pixels that it takes. */
export interface Label extends Point {
  readonly key: string;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLabel {
  readonly key: string;
  /** Its middle, in pixels of the canvas. */
  readonly x: number;
  readonly y: number;
}

/** Pixels between two names. */
const GAP = 12;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const meets = (a: Box, b: Box): boolean =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;

/** Labels that fit without touching each other or an edge, the first ones before later ones: enlarging makes room for more. */
export function placeLabels(labels: readonly Label[], camera: Camera, size: Size): PlacedLabel[] {
  const boxes: Box[] = [];
  const placed: PlacedLabel[] = [];
  for (const { key, width, height, ...at } of labels) {
    const { x, y } = toScreen(camera, size, at);
    const box = { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
    const isInside = box.left >= 0 && box.top >= 0 && box.right <= size.width && box.bottom <= size.height;
    if (!isInside || boxes.some((other) => meets(box, other))) continue;
    boxes.push(box);
    placed.push({ key, x, y });
  }
  return placed;
}
