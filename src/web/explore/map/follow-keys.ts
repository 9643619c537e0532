import { panned, WHOLE_MAP, zoomed } from './camera.ts';
import type { Stage } from './stage.ts';

/** Of the view, what one press of an arrow moves. */
const STEP = 1 / 8;
export const KEY_ZOOM = 1.5;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** Enlarges around the middle of the view. */
export function zoomStage(stage: Stage, factor: number): void {
  const { width, height } = stage.size();
  stage.look(zoomed(stage.camera(), stage.size(), { factor, at: { x: width / 2, y: height / 2 } }));
}

/** Moves and enlarges the map by a key; false where the key means nothing here. */
export function moveByKey(stage: Stage, key: string): boolean {
  const { width, height } = stage.size();
  const arrow = ARROWS[key];
  if (arrow !== undefined) {
    const by = { x: arrow[0] * width * STEP, y: arrow[1] * height * STEP };
    stage.look(panned(stage.camera(), stage.size(), by));
    return true;
  }
  if (key === '+' || key === '=') zoomStage(stage, KEY_ZOOM);
  else if (key === '-' || key === '_') zoomStage(stage, 1 / KEY_ZOOM);
  else if (key === '0') stage.look(WHOLE_MAP);
  else return false;
  return true;
}
