import { expect, it } from 'vitest';
import { applyEdit, type Edit } from '../../../../src/web/write/pad/edit.ts';
import { SentLines } from '../../../../src/web/write/style/sent-lines.ts';

const PAD = 'go on\n\nover the river\nhome\nover the river\nhome';
const replaced = (text: string, line: string, nth: number, by: string) => {
  const sent = new SentLines(PAD, 0);
  const place = sent.placeOf(line, nth, text);
  return place === null ? null : text.slice(0, place.start) + by + text.slice(place.end);
};

/** A pad and the lines of it that were sent, after some changes. */
function changed(...edits: readonly Edit[]) {
  const sent = new SentLines(PAD, 0);
  let text = PAD;
  for (const edit of edits) {
    text = applyEdit(text, edit);
    sent.follow(edit);
  }
  return {
    text,
    lineOf: (line: string, nth: number) => {
      const place = sent.placeOf(line, nth, text);
      return place === null ? null : text.slice(0, place.start).split('\n').length;
    },
  };
}

it('are told from others that read the same by their order', () => {
  expect(replaced(PAD, 'over the river', 1, 'X')).toBe('go on\n\nover the river\nhome\nX\nhome');
  expect(replaced(PAD, 'home', 0, 'X')).toBe('go on\n\nover the river\nX\nover the river\nhome');
  expect(replaced(PAD, 'home', 2, 'X')).toBeNull();
});

it('are followed when others come, go or change above them', () => {
  const above = changed({ start: 0, removed: '', inserted: 'new\nhome\n' });
  expect([above.lineOf('home', 0), above.lineOf('home', 1)]).toEqual([6, 8]);
  const gone = changed({ start: 7, removed: 'over the river\nhome\n', inserted: '' });
  expect([gone.lineOf('home', 0), gone.lineOf('home', 1)]).toEqual([null, 4]);
});

it('that read otherwise now are not replaced', () => {
  const typed = changed({ start: 26, removed: '', inserted: ' again' });
  expect(typed.text.split('\n')[3]).toBe('home again');
  expect([typed.lineOf('home', 0), typed.lineOf('home', 1)]).toEqual([null, 6]);
});

it('of a part begin where it begins, and read as the server repeats them', () => {
  const pad = `first\n  un cafe\u0301 \nlast`;
  const sent = new SentLines(pad.slice(6), 6);
  expect(sent.placeOf('un caf\u00e9', 0, pad)).toEqual({ start: 6, end: 17 });
});
