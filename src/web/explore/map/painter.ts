import type { View } from './backdrop.ts';
import { type Camera, type Size, sideOf } from './camera.ts';

/** What the points look like. */
export interface Paint {
  /** Red, green and blue in turn, three bytes a song. */
  readonly colours: Uint8Array;
  /** 1: drawn above those of 0. */
  readonly above: Uint8Array;
}

/** Draws the points of one map on one canvas. */
export interface Painter {
  readonly kind: 'webgl' | '2d';
  paint(paint: Paint): void;
  draw(view: View): void;
  dispose(): void;
}

const LEAST = 2;
const MOST = 10;
/** Of the distance that evenly spread points would have. */
const SHARE = 0.75;

/** Diameter of a point in CSS pixels: points grow with the room that they have. */
export const pointSize = (camera: Camera, size: Size, count: number): number =>
  Math.min(MOST, Math.max(LEAST, (SHARE * sideOf(camera, size)) / Math.sqrt(Math.max(1, count))));

/** The places of the songs in the order in which they are drawn. */
export function drawingOrder({ above }: Paint): Uint32Array {
  const order = new Uint32Array(above.length);
  let at = 0;
  for (const layer of [0, 1]) for (let i = 0; i < above.length; i++) if (above[i] === layer) order[at++] = i;
  return order;
}
