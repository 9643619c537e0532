export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A point and the label that belongs to it. */
export interface Labelled {
  x: number;
  y: number;
  text: string;
}

export interface PlacedLabel extends Labelled {
  box: Box;
  /** Whether it stands so far from its point that a line is needed. */
  hasLeader: boolean;
}

const LINE = 16;
const GAP = 8;
/** Wide enough for any sans serif at 13 px, so that what does not overlap here does not overlap on the page. */
const CHARACTER = 7.6;

/** The text, cut so that it takes at most `width`. */
export function fitText(text: string, width: number): string {
  const characters = [...text];
  const most = Math.floor(width / CHARACTER);
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

export const textWidth = (text: string): number => Math.ceil([...text].length * CHARACTER);

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const isWithin = (box: Box, area: Box): boolean =>
  box.x >= area.x &&
  box.y >= area.y &&
  box.x + box.width <= area.x + area.width &&
  box.y + box.height <= area.y + area.height;

/** Right, left, above and below the point, then further and further away. */
function* candidates({ x, y, text }: Labelled, area: Box): Generator<{ box: Box; hasLeader: boolean }> {
  const width = textWidth(text);
  const box = (left: number, top: number): Box => ({ x: left, y: top, width, height: LINE });
  for (let ring = 0; ring * LINE <= area.height; ring++) {
    for (const way of ring === 0 ? [0] : [1, -1]) {
      const top = y - LINE / 2 + way * ring * LINE;
      const hasLeader = ring > 1;
      yield { box: box(x + GAP, top), hasLeader };
      yield { box: box(x - GAP - width, top), hasLeader };
      yield {
        box: box(Math.min(Math.max(x - width / 2, area.x), area.x + area.width - width), top),
        hasLeader,
      };
    }
  }
}

/**
 * A place for every label inside `area` where it covers no point, no obstacle and no other label. Labels that fit
 * nowhere are left out of the result: the caller names those elsewhere.
 */
export function placeLabels(
  points: readonly Labelled[],
  area: Box,
  obstacles: readonly Box[] = [],
): PlacedLabel[] {
  const taken: Box[] = [
    ...obstacles,
    ...points.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 })),
  ];
  return points.flatMap((point) => {
    for (const { box, hasLeader } of candidates(point, area)) {
      if (!isWithin(box, area) || taken.some((other) => overlaps(box, other))) continue;
      taken.push(box);
      return [{ ...point, box, hasLeader }];
    }
    return [];
  });
}
