import { useEffect, useState } from 'preact/hooks';
import type { Stretch } from './edit.ts';
import type { PadController } from './pad-controller.ts';

/** What is selected in the pad; the component is drawn again when it changes. */
export function useSelection(pad: PadController): Stretch {
  const [selection, setSelection] = useState(pad.selection);
  useEffect(() => {
    setSelection(pad.selection);
    return pad.onSelection(setSelection);
  }, [pad]);
  return selection;
}
