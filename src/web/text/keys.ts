import type { BROWSER_KEYS, KEY_TABLE } from '../parts/key-table.ts';

/** What each key of a table does. */
type Does<Table> = { readonly [Place in keyof Table]: { readonly [Action in keyof Table[Place]]: string } };

const places: Record<keyof typeof KEY_TABLE, string> = {
  page: 'Everywhere',
  songs: 'In a list of songs',
  verse: 'In a text',
  pad: 'While writing',
  besidePad: 'Beside the verse that is written',
};

const does: Does<typeof KEY_TABLE> = {
  page: { search: 'search', list: 'this list' },
  songs: { next: 'next song', before: 'song before' },
  verse: {
    nextLine: 'next line',
    lineBefore: 'line before',
    nextGroup: 'next rhyme group',
    groupBefore: 'rhyme group before',
    lightEnd: 'what the end of the line rhymes with',
    letGo: 'let go of the rhyme, then back to the text',
  },
  pad: { undo: 'take back, also after a reload', redo: 'do again' },
  besidePad: { leave: 'back to the verse' },
};

const browserDoes: Does<typeof BROWSER_KEYS> = {
  page: { close: 'close what is open' },
  songs: { open: 'open it' },
};

/** What the list of keys says: what each does, and the names of those that are not written as they are. */
export const keysText = {
  title: 'Keyboard',
  places,
  does,
  browserDoes,
  names: { Escape: 'Esc', ctrl: 'Ctrl', meta: 'Cmd', shift: 'Shift' } as Readonly<Record<string, string>>,
  or: 'or',
  switch: 'Use keys of one letter',
  switchHint: 'Switch them off if you dictate, or if they get in your way.',
} as const;
