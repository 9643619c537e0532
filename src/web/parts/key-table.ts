/** A press of keys as `pressOf` spells it: "j", "Escape", "ctrl z". */
type Press = string;

/**
 * Every key that the page hears, by where and by what it does; several presses may do one thing. The handlers take
 * their keys from here and the list of keys shows them, so that it is never wrong.
 */
export const KEY_TABLE = {
  page: { search: ['/'], list: ['?'] },
  songs: { next: ['j'], before: ['k'] },
  verse: {
    nextLine: ['j'],
    lineBefore: ['k'],
    nextGroup: [']'],
    groupBefore: ['['],
    lightEnd: ['Enter'],
    letGo: ['Escape'],
  },
  pad: { undo: ['ctrl z', 'meta z'], redo: ['ctrl shift z', 'meta shift z', 'ctrl y'] },
  besidePad: { leave: ['Escape'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Press[]>>>>;

/** Keys that the browser itself hears on links and dialogs; they are listed with the others. */
export const BROWSER_KEYS = {
  page: { close: ['Escape'] },
  songs: { open: ['Enter'] },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly Press[]>>>>;

export type KeyPlace = keyof typeof KEY_TABLE;
export type KeyAction<Place extends KeyPlace> = keyof (typeof KEY_TABLE)[Place] & string;

/** The keys of an event, with those that are held. Shift is named only beside another one: alone it makes "?" of "/". */
export function pressOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): Press {
  const held = [ctrlKey && 'ctrl', metaKey && 'meta', altKey && 'alt'].filter((name) => name !== false);
  if (held.length === 0) return key;
  return [...held, ...(shiftKey ? ['shift'] : []), key.toLowerCase()].join(' ');
}

/** What an event does at a place; null where it means nothing there. */
export function actionOf<Place extends KeyPlace>(
  place: Place,
  event: KeyboardEvent,
): KeyAction<Place> | null {
  const press = pressOf(event);
  const actions: Readonly<Record<string, readonly Press[]>> = KEY_TABLE[place];
  const found = Object.entries(actions).find(([, presses]) => presses.includes(press));
  return (found?.[0] as KeyAction<Place> | undefined) ?? null;
}
