import { useEffect, useRef } from 'preact/hooks';
import { actionOf, type KeyAction, type KeyPlace } from './key-table.ts';

/** What the single keys of a place do; false leaves the key to the browser. */
export type Keys<Place extends KeyPlace> = Readonly<Record<KeyAction<Place>, () => unknown>>;

const STORED_AS = 'barline-single-keys';
const OFF = 'off';
const NOT_TYPED_INTO = new Set(['button', 'checkbox', 'radio', 'range', 'submit', 'reset', 'file', 'color']);

/** Whether single keys are used: who dictates or slips may switch them off, for good where storage allows it. */
export function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem(STORED_AS) !== OFF;
  } catch {
    return true;
  }
}

export function switchSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(STORED_AS);
    else localStorage.setItem(STORED_AS, OFF);
  } catch {
    // They stay as they are where storage is refused.
  }
}

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !NOT_TYPED_INTO.has(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Whether a key is meant for the page and not for a field, an open dialog or the browser. */
export function isForPage(event: KeyboardEvent): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
  if (!isPlain || event.defaultPrevented || isTyping(event.target)) return false;
  if (document.querySelector('dialog[open]') !== null) return false;
  return event.key.length > 1 || areSingleKeysOn();
}

/** Hears the single keys of a place while the component is on the page; what they do is prevented elsewhere. */
export function useKeys<Place extends KeyPlace>(place: Place, keys: Keys<Place>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const action = actionOf(place, event);
      if (action === null || !isForPage(event)) return;
      if (latest.current[action]() !== false) event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [place]);
}
