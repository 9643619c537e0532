import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Camera, Point, Size } from './camera.ts';
import { followPointer, type PointerActions } from './follow-pointer.ts';
import type { Paint } from './painter.ts';
import type { SongMap } from './song-map.ts';
import { createStage, type Stage } from './stage.ts';
import type { MapLabel } from './use-labels.ts';

/** The view of a reader who has stopped moving the map. */
export interface RestingView {
  camera: Camera;
  size: Size;
}

const REST_MS = 250;

interface Drawn {
  paint: Paint;
  labels: readonly MapLabel[];
  ring: Point | null;
  outline: readonly Point[];
}

/** The stage of a map, kept in step with what is to be seen; null before it is there, and where nothing can be drawn. */
export function useStage(map: SongMap, actions: PointerActions & { onRest(view: RestingView): void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const labels = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const outline = useRef<SVGPolygonElement>(null);
  const latest = useRef(actions);
  latest.current = actions;
  const [stage, setStage] = useState<Stage | null>(null);
  const [isLost, setLost] = useState(false);
  const [cannotDraw, setCannotDraw] = useState(false);

  useEffect(() => {
    const parts = {
      canvas: canvas.current,
      labels: labels.current,
      ring: ring.current,
      outline: outline.current,
    };
    if (parts.canvas === null || parts.labels === null || parts.ring === null || parts.outline === null)
      return;
    const { canvas: element } = parts;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onLook = (camera: Camera) => {
      clearTimeout(rest);
      rest = setTimeout(
        () => latest.current.onRest({ camera, size: made?.size() ?? { width: 1, height: 1 } }),
        REST_MS,
      );
    };
    const made = createStage(
      { ...parts, canvas: element, labels: parts.labels, ring: parts.ring, outline: parts.outline },
      map,
      {
        onlyFlat: isLost,
        onLook,
      },
    );
    if (made === null) return setCannotDraw(true);
    const lose = () => setLost(true);
    element.addEventListener('webglcontextlost', lose);
    const stop = followPointer(element, made, {
      onPoint: (at) => latest.current.onPoint(at),
      onPick: (at) => latest.current.onPick(at),
      onOutline: (points, isDone) => latest.current.onOutline(points, isDone),
      isDrawing: () => latest.current.isDrawing(),
    });
    setStage(made);
    return () => {
      clearTimeout(rest);
      stop();
      element.removeEventListener('webglcontextlost', lose);
      made.dispose();
      setStage(null);
    };
  }, [map, isLost]);

  return { stage, isLost, cannotDraw, parts: { canvas, labels, ring, outline } };
}

/** Keeps what is drawn in step with what is to be seen. */
export function useDrawn(stage: Stage | null, layer: { current: HTMLElement | null }, drawn: Drawn): void {
  const { paint, labels, ring, outline } = drawn;
  useLayoutEffect(() => stage?.paint(paint), [stage, paint]);
  useLayoutEffect(() => stage?.overlay({ ring, outline }), [stage, ring, outline]);
  const names = labels.map(({ key }) => key).join();
  useLayoutEffect(() => {
    const sizes = new Map<string, HTMLElement>();
    for (const element of layer.current?.children ?? [])
      if (element instanceof HTMLElement) sizes.set(element.dataset.key ?? '', element);
    stage?.overlay({
      labels: labels.map(({ key, x, y }) => ({
        key,
        x,
        y,
        width: sizes.get(key)?.offsetWidth ?? 0,
        height: sizes.get(key)?.offsetHeight ?? 0,
      })),
    });
  }, [stage, names]);
}
