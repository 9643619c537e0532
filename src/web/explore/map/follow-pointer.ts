import { type Point, panned, toMap, zoomed } from './camera.ts';
import type { Stage } from './stage.ts';

export interface PointerActions {
  /** The pointer rests on a point of the map, or has left it. */
  onPoint(at: Point | null): void;
  onPick(at: Point): void;
  /** The outline as it is drawn, on the map. */
  onOutline(outline: readonly Point[], isDone: boolean): void;
  /** Whether pulling draws an outline rather than moves the map. */
  isDrawing(): boolean;
}

/** Pixels that a press may move and still be a click. */
const STILL = 4;
const WHEEL_STEP = 0.0016;
const DOUBLE = 2;

interface Press {
  id: number;
  at: Point;
  moved: number;
  outline: Point[] | null;
}

/** Moves, enlarges and circles with mouse, pen and fingers. Gives what ends that. */
export function followPointer(canvas: HTMLCanvasElement, stage: Stage, actions: PointerActions): () => void {
  const presses = new Map<number, Press>();
  const placeOf = (event: MouseEvent): Point => {
    const box = canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const onMap = (at: Point): Point => toMap(stage.camera(), stage.size(), at);

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return;
    canvas.setPointerCapture(event.pointerId);
    const at = placeOf(event);
    const draws = presses.size === 0 && (event.shiftKey || actions.isDrawing());
    presses.set(event.pointerId, { id: event.pointerId, at, moved: 0, outline: draws ? [onMap(at)] : null });
  };
  const move = (event: PointerEvent) => {
    const at = placeOf(event);
    const press = presses.get(event.pointerId);
    if (press === undefined) return actions.onPoint(event.pointerType === 'touch' ? null : onMap(at));
    const by = { x: at.x - press.at.x, y: at.y - press.at.y };
    const [first, second] = [...presses.values()];
    if (first !== undefined && second !== undefined) pinch(stage, [first, second], press, at);
    else if (press.outline !== null) actions.onOutline(press.outline.concat(onMap(at)), false);
    else stage.look(panned(stage.camera(), stage.size(), by));
    press.outline?.push(onMap(at));
    press.moved += Math.hypot(by.x, by.y);
    press.at = at;
  };
  const up = (event: PointerEvent) => {
    const press = presses.get(event.pointerId);
    presses.delete(event.pointerId);
    if (press === undefined || event.type === 'pointercancel') return;
    if (press.moved <= STILL) actions.onPick(onMap(press.at));
    else if (press.outline !== null) actions.onOutline(press.outline, true);
  };
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    const factor = Math.exp(-event.deltaY * WHEEL_STEP * (event.deltaMode === 0 ? 1 : 16));
    stage.look(zoomed(stage.camera(), stage.size(), { factor, at: placeOf(event) }));
  };
  const twice = (event: MouseEvent) =>
    stage.look(zoomed(stage.camera(), stage.size(), { factor: DOUBLE, at: placeOf(event) }));
  const leave = () => actions.onPoint(null);

  const ended = new AbortController();
  const { signal } = ended;
  canvas.addEventListener('pointerdown', down, { signal });
  canvas.addEventListener('pointermove', move, { signal });
  canvas.addEventListener('pointerup', up, { signal });
  canvas.addEventListener('pointercancel', up, { signal });
  canvas.addEventListener('pointerleave', leave, { signal });
  canvas.addEventListener('wheel', wheel, { signal, passive: false });
  canvas.addEventListener('dblclick', twice, { signal });
  return () => ended.abort();
}

/** Two fingers enlarge by how much farther apart they are, and move by how far their middle went. */
function pinch(stage: Stage, [first, second]: [Press, Press], moving: Press, to: Point): void {
  const other = moving === first ? second : first;
  const before = Math.hypot(moving.at.x - other.at.x, moving.at.y - other.at.y);
  const after = Math.hypot(to.x - other.at.x, to.y - other.at.y);
  const middle = { x: (to.x + other.at.x) / 2, y: (to.y + other.at.y) / 2 };
  const by = { x: (to.x - moving.at.x) / 2, y: (to.y - moving.at.y) / 2 };
  const moved = panned(stage.camera(), stage.size(), by);
  stage.look(zoomed(moved, stage.size(), { factor: after / Math.max(1, before), at: middle }));
}
