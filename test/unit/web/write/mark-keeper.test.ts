import { beforeEach, expect, it, vi } from 'vitest';
import { EngineError } from '../../../../src/web/engine/engine.ts';
import type { VerseMarks } from '../../../../src/web/engine/messages.ts';
import { MarkKeeper, type PadView } from '../../../../src/web/write/pad/mark-keeper.ts';

/** What is heard in a text in which the words at such places are one group. */
function heardIn(text: string, words: readonly string[]): VerseMarks {
  const starts = words.map((word) => text.indexOf(word));
  return {
    start: Int32Array.from(starts),
    end: Int32Array.from(starts, (start, at) => start + (words[at]?.length ?? 0)),
    group: new Int32Array(words.length),
    kind: new Uint8Array(words.length),
    isAside: new Uint8Array(words.length),
    syllables: new Int16Array(text.split('\n').length),
    letters: text.replaceAll(/[^\n]/g, '').replaceAll('\n', 'A').concat('A'),
    facts: { syllables: 0, schemes: [], isPartial: false, unheardLines: 0 },
  };
}

interface Asked {
  text: string;
  answer: (heard: VerseMarks | null) => void;
  fail: (error: Error) => void;
}

let asked: Asked[];
let shown: PadView;
let keeper: MarkKeeper;

const settled = () => new Promise((resolve) => setTimeout(resolve));
const marked = () => shown.known.marks.map(({ start, end }) => shown.text.slice(start, end));

beforeEach(() => {
  asked = [];
  keeper = new MarkKeeper(
    'night light',
    (text) => new Promise((answer, fail) => asked.push({ text, answer, fail })),
    (view) => {
      shown = view;
    },
  );
  shown = keeper.view;
});

async function answer(words: readonly string[] | null): Promise<void> {
  const next = asked.at(-1);
  next?.answer(words === null ? null : heardIn(next.text, words));
  await settled();
}

it('colours a text once the engine has heard it', async () => {
  await answer(['night', 'light']);
  expect(marked()).toEqual(['night', 'light']);
  expect(asked).toHaveLength(1);
});

it('moves the colours at once, and asks for the newest text alone when the engine is free', async () => {
  await answer(['night', 'light']);
  keeper.follow('a night light', 2);
  keeper.follow('a big night light', 6);
  expect(marked()).toEqual(['night', 'light']);
  await answer(['night', 'light']);
  expect(asked.map(({ text }) => text)).toEqual(['night light', 'a night light', 'a big night light']);
});

it('shows an answer that came late, moved along with what was typed since', async () => {
  keeper.follow('the night light', 4);
  await answer(['night', 'light']);
  expect(shown.text).toBe('the night light');
  expect(marked()).toEqual(['night', 'light']);
});

it('keeps the colour of a group through changes', async () => {
  await answer(['night', 'light']);
  const hues = () => new Set(shown.known.marks.map(({ hue }) => hue));
  const before = hues();
  keeper.follow('night light bright', 18);
  await answer(['night', 'light', 'bright']);
  expect(hues()).toEqual(before);
});

it('asks again where another question took the place of its own', async () => {
  await answer(null);
  expect(asked).toHaveLength(2);
  await answer(['night', 'light']);
  expect(marked()).toHaveLength(2);
});

it('tells that the engine failed, and asks again when the writer wants it', async () => {
  asked[0]?.fail(new EngineError('lexicon'));
  await settled();
  expect(shown.failure).toBe('lexicon');
  keeper.follow('night light x', 13);
  expect(asked).toHaveLength(1);
  keeper.retry();
  await answer(['night', 'light']);
  expect(shown.failure).toBeNull();
  expect(marked()).toEqual(['night', 'light']);
});

it('shows nothing more once it is closed', async () => {
  const show = vi.fn();
  const closing = new MarkKeeper('one', (text) => Promise.resolve(heardIn(text, ['one'])), show);
  closing.close();
  await settled();
  expect(show).not.toHaveBeenCalled();
});
