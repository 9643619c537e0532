import { useEffect, useRef, useState } from 'preact/hooks';
import { mark } from '../../engine/engine.ts';
import { MarkKeeper, type PadView } from './mark-keeper.ts';

/** The keeper of a text that is open, and what it shows now. */
export function useMarks(text: string): { keeper: MarkKeeper; view: PadView } {
  const keeper = useRef<MarkKeeper | null>(null);
  const [, show] = useState<PadView | null>(null);
  keeper.current ??= new MarkKeeper(text, mark, show);
  useEffect(() => () => keeper.current?.close(), []);
  return { keeper: keeper.current, view: keeper.current.view };
}
