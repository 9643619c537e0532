import type { Position } from './lay-out-map.ts';

const SIDE = 65_535;

interface Frame {
  x: number;
  y: number;
  size: number;
}

const meanOf = (positions: readonly Position[]): Frame => {
  const n = positions.length;
  const x = positions.reduce((sum, [a]) => sum + a, 0) / n;
  const y = positions.reduce((sum, [, b]) => sum + b, 0) / n;
  const size = Math.sqrt(positions.reduce((sum, [a, b]) => sum + (a - x) ** 2 + (b - y) ** 2, 0) / n);
  return { x, y, size: size === 0 ? 1 : size };
};

const centred = (positions: readonly Position[], { x, y, size }: Frame): Position[] =>
  positions.map(([a, b]) => [(a - x) / size, (b - y) / size]);

const mirrored = ([x, y]: Position): Position => [x, -y];

/** The turn that brings `from` nearest to `to`, and how near: the sum of products after it. */
function bestTurn(
  from: readonly Position[],
  to: readonly Position[],
): { cos: number; sin: number; near: number } {
  let [along, across] = [0, 0];
  for (const [i, [x, y]] of from.entries()) {
    const [a, b] = to[i] ?? [0, 0];
    along += x * a + y * b;
    across += x * b - y * a;
  }
  const near = Math.hypot(along, across);
  return near === 0 ? { cos: 1, sin: 0, near } : { cos: along / near, sin: across / near, near };
}

/**
 * The positions turned and, if that is nearer, mirrored, so that the songs of both builds lie as near as they can to where they were
 * (Procrustes). `shared` are pairs of a place in `positions` and a former position.
 */
export function alignMap(
  positions: readonly Position[],
  shared: readonly { place: number; former: Position }[],
): Position[] {
  if (shared.length < 3) return [...positions];
  const own = shared.map(({ place }) => positions[place] ?? ([0, 0] as const));
  const former = shared.map((one) => one.former);
  const [from, to] = [centred(own, meanOf(own)), centred(former, meanOf(former))];
  const plain = bestTurn(from, to);
  const turned = bestTurn(from.map(mirrored), to);
  const { cos, sin } = turned.near > plain.near ? turned : plain;
  return centred(positions, meanOf(own)).map((position) => {
    const [x, y] = turned.near > plain.near ? mirrored(position) : position;
    return [x * cos - y * sin, x * sin + y * cos];
  });
}

/** The positions in the square of whole numbers from 0 to 65,535, in the middle and without distortion. */
export function fitMap(positions: readonly Position[]): Position[] {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of positions) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [low, high] = [Math.min(low, y), Math.max(high, y)];
  }
  const size = Math.max(right - left, high - low);
  const scale = size > 0 ? SIDE / size : 0;
  const place = (value: number, from: number, to: number): number =>
    Math.min(SIDE, Math.max(0, Math.round((value - (from + to) / 2) * scale + SIDE / 2)));
  return positions.map(([x, y]) => [place(x, left, right), place(y, low, high)]);
}
