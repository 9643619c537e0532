import { useEffect, useState } from 'preact/hooks';
import { partsText } from '../text/parts.ts';
import { Button } from './button.tsx';

export interface Toast {
  text: string;
  /** What the reader may do about it; it closes the toast. */
  action?: { label: string; run: () => void };
}

interface Shown extends Toast {
  id: number;
}

const MOST = 3;
let shown: readonly Shown[] = [];
let lastId = 0;
const listeners = new Set<(toasts: readonly Shown[]) => void>();

function show(next: readonly Shown[]): void {
  shown = next;
  for (const listener of listeners) listener(next);
}

const closeToast = (id: number): void => show(shown.filter((toast) => toast.id !== id));

/** Tells the reader something beside what he is doing. It stays until it is read and closed; a fourth replaces the first. */
export function tell(toast: Toast): void {
  lastId += 1;
  const others = shown.filter(({ text }) => text !== toast.text);
  show([...others, { ...toast, id: lastId }].slice(-MOST));
}

/** The toasts that wait, above the page; the frame draws it once. */
export function Toasts() {
  const [toasts, setToasts] = useState(shown);
  useEffect(() => {
    listeners.add(setToasts);
    return () => {
      listeners.delete(setToasts);
    };
  }, []);
  return (
    <div class="toasts" role="status">
      {toasts.map(({ id, text, action }) => (
        <div key={id} class="toast">
          <p>{text}</p>
          {action !== undefined && (
            <Button
              kind="quiet"
              onClick={() => {
                closeToast(id);
                action.run();
              }}
            >
              {action.label}
            </Button>
          )}
          <Button kind="quiet" onClick={() => closeToast(id)}>
            {partsText.dismiss}
          </Button>
        </div>
      ))}
    </div>
  );
}
