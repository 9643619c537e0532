import { type Camera, type Point, type Size, sideOf } from './camera.ts';

/** What a painter is asked to show. */
export interface View {
  readonly camera: Camera;
  readonly size: Size;
  /** Pixels of the canvas a CSS pixel. */
  readonly ratio: number;
}

/** Pixels of the canvas around the view on each side, a share of it. */
const MARGIN = 0.35;

/** Pixels that a picture larger than its view has beyond it, left and right, and above and below. */
export function marginsOf({ size, ratio }: View): Point {
  return { x: Math.round(size.width * ratio * MARGIN), y: Math.round(size.height * ratio * MARGIN) };
}

/**
 * Whole pixels by which a picture that was drawn for one view, with margins, is shifted to show another one; null where it has to
 * be drawn again. While the map is pulled, most frames need no more than this.
 */
export function shiftBetween(drawn: View | null, wanted: View): Point | null {
  if (drawn === null || drawn.camera.zoom !== wanted.camera.zoom || drawn.ratio !== wanted.ratio) return null;
  if (drawn.size.width !== wanted.size.width || drawn.size.height !== wanted.size.height) return null;
  const side = sideOf(wanted.camera, wanted.size) * wanted.ratio;
  const x = Math.round((drawn.camera.x - wanted.camera.x) * side);
  const y = Math.round((drawn.camera.y - wanted.camera.y) * side);
  const margins = marginsOf(wanted);
  return Math.abs(x) <= margins.x && Math.abs(y) <= margins.y ? { x, y } : null;
}
