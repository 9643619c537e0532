import { marginsOf, shiftBetween, type View } from './backdrop.ts';
import { sideOf } from './camera.ts';
import { drawingOrder, type Painter, pointSize } from './painter.ts';
import { MAP_SIDE, type SongMap } from './song-map.ts';

const OPAQUE = 0xff000000;

/** Songs in the order in which they are drawn, with the pixel of each. */
interface Dots {
  order: Uint32Array;
  pixels: Uint32Array;
}

/** Below so many pixels a square looks the same as a disc. */
const ROUND_FROM = 5;

/** The rows of a point: where each begins and ends, from its left edge. */
function rowsOf(diameter: number): [from: number, to: number][] {
  const radius = diameter / 2;
  return Array.from({ length: diameter }, (_, row) => {
    const off = row + 0.5 - radius;
    const half = diameter < ROUND_FROM ? radius : Math.sqrt(radius ** 2 - off ** 2);
    return [Math.round(radius - half), Math.round(radius + half)];
  });
}

/** The view and what lies around it as an image. */
function drawImage({ places, count }: SongMap, { order, pixels }: Dots, view: View): ImageData {
  const { camera, size, ratio } = view;
  const margins = marginsOf(view);
  const width = Math.round(size.width * ratio) + 2 * margins.x;
  const height = Math.round(size.height * ratio) + 2 * margins.y;
  const image = new Uint32Array(width * height);
  const side = sideOf(camera, size) * ratio;
  const diameter = Math.max(1, Math.round(pointSize(camera, size, count) * ratio));
  const rows = rowsOf(diameter);
  const left = width / 2 - camera.x * side - diameter / 2;
  const top = height / 2 - camera.y * side - diameter / 2;
  for (const [at, i] of order.entries()) {
    const x = Math.round(left + ((places[2 * i] ?? 0) / MAP_SIDE) * side);
    const y = Math.round(top + ((places[2 * i + 1] ?? 0) / MAP_SIDE) * side);
    if (x < 0 || y < 0 || x + diameter > width || y + diameter > height) continue;
    const pixel = pixels[at] ?? OPAQUE;
    let row = y * width + x;
    for (const [from, to] of rows) {
      for (let dot = row + from; dot < row + to; dot++) image[dot] = pixel;
      row += width;
    }
  }
  return new ImageData(new Uint8ClampedArray(image.buffer), width, height);
}

/** Points as pixels of an image, where there is no WebGL; null where there is no 2D canvas either. */
export function createCanvasPainter(canvas: HTMLCanvasElement, map: SongMap): Painter | null {
  const context = canvas.getContext('2d');
  if (context === null) return null;
  let dots: Dots = { order: new Uint32Array(0), pixels: new Uint32Array(0) };
  let drawn: { view: View; image: ImageData } | null = null;
  return {
    kind: '2d',
    paint(paint) {
      const order = drawingOrder(paint);
      const pixels = Uint32Array.from(order, (i) => {
        const [red = 0, green = 0, blue = 0] = paint.colours.subarray(3 * i, 3 * i + 3);
        return (OPAQUE | (blue << 16) | (green << 8) | red) >>> 0;
      });
      dots = { order, pixels };
      drawn = null;
    },
    draw(view) {
      const shift = shiftBetween(drawn?.view ?? null, view);
      if (drawn === null || shift === null) drawn = { view, image: drawImage(map, dots, view) };
      const { x, y } = marginsOf(view);
      context.putImageData(drawn.image, (shift?.x ?? 0) - x, (shift?.y ?? 0) - y);
    },
    dispose: () => context.clearRect(0, 0, canvas.width, canvas.height),
  };
}
