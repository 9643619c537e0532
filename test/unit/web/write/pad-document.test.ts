import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { PadDocument } from '../../../../src/web/write/pad/pad-document.ts';

let now = 0;
let pad: PadDocument;

beforeEach(() => {
  now = 0;
  pad = new PadDocument(undefined, () => now);
});

/** Types letter by letter at the end, as a keyboard does. */
function type(words: string, pauseMs = 100): void {
  for (const letter of words) {
    now += pauseMs;
    const next = pad.text + letter;
    pad.typed(next, next.length);
  }
}

/** Types at a place. */
function typeAt(at: number, letters: string): void {
  pad.typed(pad.text.slice(0, at) + letters + pad.text.slice(at), at + letters.length);
}

describe('taking back', () => {
  it('goes word by word, and forth again', () => {
    type('one two');
    pad.undo();
    expect(pad.text).toBe('one ');
    pad.undo();
    expect(pad.text).toBe('');
    expect(pad.undo()).toBeNull();
    pad.redo();
    pad.redo();
    expect(pad.text).toBe('one two');
    expect(pad.redo()).toBeNull();
  });

  it('keeps words apart that were typed with a pause between', () => {
    type('ab');
    now += 10_000;
    type('cd');
    pad.undo();
    expect(pad.text).toBe('ab');
  });

  it('takes letters deleted one after another as one step', () => {
    type('word');
    now += 5000;
    for (const left of ['wor', 'wo', 'w']) {
      now += 50;
      pad.typed(left, left.length);
    }
    pad.undo();
    expect(pad.text).toBe('word');
  });

  it('takes back what was put in for the writer as one step, among what was typed', () => {
    type('the ');
    pad.replace({ start: 4, end: 4 }, 'lantern');
    type(' x');
    pad.undo();
    pad.undo();
    expect(pad.text).toBe('the lantern');
    pad.undo();
    expect(pad.text).toBe('the ');
  });

  it('forgets what was taken back when something else is typed', () => {
    type('one');
    pad.undo();
    type('two');
    expect(pad.redo()).toBeNull();
    expect(pad.text).toBe('two');
  });

  it('tells the place of the change', () => {
    type('abc');
    now += 5000;
    typeAt(1, 'XYZ');
    expect(pad.undo()).toBe(1);
    expect(pad.redo()).toBe(4);
  });

  it('leads back to every text there was, whatever was done', () => {
    const action = fc.record({
      at: fc.nat(20),
      removes: fc.nat(4),
      inserted: fc.string({ unit: fc.constantFrom('a', ' ', '\n', 'é'), maxLength: 4 }),
      pauseMs: fc.constantFrom(50, 3000),
      byMachine: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(action, { maxLength: 15 }), (actions) => {
        pad = new PadDocument(undefined, () => now);
        for (const { at, removes, inserted, pauseMs, byMachine } of actions) {
          now += pauseMs;
          const start = Math.min(at, pad.text.length);
          const end = Math.min(start + removes, pad.text.length);
          if (byMachine) pad.replace({ start, end }, inserted, true);
          else pad.typed(pad.text.slice(0, start) + inserted + pad.text.slice(end), start + inserted.length);
        }
        const last = pad.content;
        let steps = 0;
        while (pad.undo() !== null) steps++;
        expect(pad.text).toBe('');
        expect(pad.content.made).toEqual([]);
        for (; steps > 0; steps--) pad.redo();
        expect(pad.text).toBe(last.text);
        expect(pad.content.made).toEqual(last.made);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the lines of a machine', () => {
  const madeTexts = () => pad.content.made.map(({ start, end }) => pad.text.slice(start, end));

  beforeEach(() => {
    type('mine');
    pad.replace({ start: 4, end: 4 }, '\nfirst line\nsecond line', true);
  });

  it('are marked, each alone', () => {
    expect(madeTexts()).toEqual(['first line', 'second line']);
  });

  it('are the writer’s own once a letter is changed, and marked again when that is taken back', () => {
    now += 5000;
    typeAt(8, 'X');
    expect(madeTexts()).toEqual(['second line']);
    pad.undo();
    expect(madeTexts()).toEqual(['first line', 'second line']);
  });

  it.each([
    ['a letter before it', 5],
    ['a letter behind it', 15],
  ])('%s makes a line the writer’s own', (_, at) => {
    typeAt(at, 'x');
    expect(madeTexts()).toEqual(['second line']);
  });

  it.each([
    ['a new line before it', 4, '\nabove'],
    ['a new line behind it', 15, '\nbetween'],
    ['a line typed above', 0, 'x'],
  ])('%s changes nothing about it', (_, at, letters) => {
    typeAt(at, letters);
    expect(madeTexts()).toEqual(['first line', 'second line']);
  });

  it('that gets a word behind a space is the writer’s own', () => {
    for (const letter of ' mine') typeAt(pad.text.length, letter);
    expect(madeTexts()).toEqual(['first line']);
  });

  it('that is split or joined to another is the writer’s own', () => {
    typeAt(10, '\n');
    expect(madeTexts()).toEqual(['second line']);
    pad.undo();
    pad.typed('mine\nfirst linesecond line', 15);
    expect(madeTexts()).toEqual([]);
  });
});
