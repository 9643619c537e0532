import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_TEXT, packText, unpackText } from '../../../../src/web/read/pack-text.ts';
import { parseReadHash, type ReadState, readHash } from '../../../../src/web/read/read-state.ts';
import { wholeLines } from '../../../../src/web/read/whole-lines.ts';

describe('a text in an address', () => {
  it('comes back as it was, in letters that no address changes', async () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const packed = await packText(text);
        expect(packed).toMatch(/^[\w-]*$/);
        expect(await unpackText(packed)).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('is shorter than the text for a verse of some length', async () => {
    const verse = 'I keep a ledger of the weather and a letter from my mother\n'.repeat(40);
    expect((await packText(verse)).length).toBeLessThan(verse.length / 10);
  });

  it.each(['', 'A', '%%%', 'not a text', '__________', '🔥'])('is nothing in %j', async (packed) => {
    expect(await unpackText(packed)).toBeNull();
  });

  it('is nothing where its end was cut off', async () => {
    const packed = await packText('Every summer in the gutter had a number and a colour');
    expect(await unpackText(packed.slice(0, -12))).toBeNull();
  });

  it('is not opened where it opens to more than a text', async () => {
    expect(await unpackText(await packText('a'.repeat(4 * MAX_TEXT)))).toBeNull();
  });
});

describe('the state of the page', () => {
  it('comes back from its fragment', () => {
    const states: fc.Arbitrary<ReadState> = fc.record({
      text: fc.stringMatching(/^[\w-]{1,40}$/),
      title: fc.string({ maxLength: 40 }),
      sureness: fc.integer({ min: -4, max: 4 }).map((steps) => steps / 4 + 0),
      group: fc.option(fc.integer({ min: 0, max: 300 })),
      margins: fc.constantFrom('letters', 'syllables', 'stresses'),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(parseReadHash(readHash(state))).toEqual({ ...state, sureness: state.sureness + 0 });
      }),
      { numRuns: 50 },
    );
  });

  it.each(['', '#', '#L5', '#s=9&g=-1&m=all', '#s=NaN&g=1e9'])('is as at first for %j', (hash) => {
    expect(parseReadHash(hash)).toEqual({
      text: '',
      title: '',
      sureness: 0,
      group: null,
      margins: 'letters',
    });
  });
});

describe('the lines that are sent', () => {
  it('are all of a text that fits', () => {
    expect(wholeLines('a\nb', 10)).toEqual({ text: 'a\nb', lines: null });
  });

  it('are whole', () => {
    expect(wholeLines('one two\nthree four\nfive', 20)).toEqual({ text: 'one two\nthree four', lines: 2 });
  });

  it('are cut only where the first does not fit, and never inside a letter', () => {
    expect(wholeLines(`${'a'.repeat(4)}🔥b`, 5)).toEqual({ text: 'aaaa', lines: 1 });
  });
});
