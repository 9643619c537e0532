import { describe, expect, it } from 'vitest';
import { actionOf, BROWSER_KEYS, KEY_TABLE, pressOf } from '../../../src/web/parts/key-table.ts';
import { keysText } from '../../../src/web/text/keys.ts';

const pressed = (key: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held }) as KeyboardEvent;

describe('the table of keys', () => {
  it('gives what a press does at a place, and nothing for another', () => {
    expect(actionOf('verse', pressed('j'))).toBe('nextLine');
    expect(actionOf('songs', pressed('j'))).toBe('next');
    expect(actionOf('page', pressed('?', { shiftKey: true }))).toBe('list');
    expect(actionOf('pad', pressed('Z', { ctrlKey: true, shiftKey: true }))).toBe('redo');
    expect(actionOf('pad', pressed('z', { metaKey: true }))).toBe('undo');
    expect(actionOf('pad', pressed('z', { metaKey: true, altKey: true }))).toBeNull();
    expect(actionOf('verse', pressed('toString'))).toBeNull();
  });

  it('has no press twice at one place', () => {
    for (const [place, actions] of Object.entries(KEY_TABLE)) {
      const presses = Object.values(actions).flat();
      expect(new Set(presses).size, place).toBe(presses.length);
    }
  });

  it('is told whole by the list of keys', () => {
    for (const [table, texts] of [
      [KEY_TABLE, keysText.does],
      [BROWSER_KEYS, keysText.browserDoes],
    ] as const)
      for (const [place, actions] of Object.entries(table))
        expect(Object.keys(texts[place as keyof typeof texts]).sort()).toEqual(Object.keys(actions).sort());
    expect(pressOf(pressed('Escape'))).toBe('Escape');
  });
});
