import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mainPart, stretchesOf, sungPart } from '../../../../src/lyrics/text/voices.ts';

const joined = (text: string) => text.replace(/\s+/g, ' ').trim();
const asidesOf = (row: string) =>
  stretchesOf(row).flatMap(({ start, end, isSung }) => (isSung ? [joined(row.slice(start, end))] : []));
const mainOf = (row: string) => joined(mainPart(row, stretchesOf(row)));

describe('asides of a row', () => {
  it.each([
    ['They move when I creep (grrah)', 'They move when I creep', ['(grrah)']],
    ['They move when I creep (grrah', 'They move when I creep', ['(grrah']],
    ['They move (yeah) when I creep', 'They move when I creep', ['(yeah)']],
    ['(Yeah, yeah) they move when I creep', 'they move when I creep', ['(Yeah, yeah)']],
    ['They move(grrah)', 'They move', ['(grrah)']],
    ['I creep （grrah）', 'I creep', ['（grrah）']],
    ['I creep ［grrah］', 'I creep', ['［grrah］']],
    ['I creep 【grrah】', 'I creep', ['【grrah】']],
    ['I creep [grrah] slow', 'I creep slow', ['[grrah]']],
    ['I creep {grrah}', 'I creep', ['{grrah}']],
    ['I creep ⟨grrah⟩ ❨woo❩ ⦅yeah⦆', 'I creep', ['⟨grrah⟩', '❨woo❩', '⦅yeah⦆']],
    ['I creep (yeah (ooh) woo) slow', 'I creep slow', ['(yeah (ooh) woo)']],
    ['I creep (yeah [laughs] woo) slow', 'I creep slow', ['(yeah', 'woo)']],
    ['I creep (((yeah', 'I creep', ['(((yeah']],
    ['I creep *grrah*', 'I creep', ['*grrah*']],
    ['I creep *boom* and run', 'I creep and run', ['*boom*']],
    ['*thunder* I creep', 'I creep', ['*thunder*']],
    ['I creep (yeah x2)', 'I creep', ['(yeah', ')']],
    ['I creep *in the deep* slow', 'I creep slow', ['*in the deep*']],
    ['I creep - grrah', 'I creep', ['- grrah']],
    ['I creep — yeah, yeah', 'I creep', ['— yeah, yeah']],
    ['I creep -- yeahhh', 'I creep', ['-- yeahhh']],
    ['I creep – skrrrt skrrt', 'I creep', ['– skrrrt skrrt']],
    ['I creep ― woo', 'I creep', ['― woo']],
    ['I creep - yeah - and I go', 'I creep - and I go', ['- yeah']],
    ['yeah - yeah - woo', 'yeah', ['- yeah - woo']],
    ['[Yeah] I creep', 'I creep', ['[Yeah]']],
    ['[grrah, grrah]', '', ['[grrah, grrah]']],
    ['(drop the beat)', '', ['(drop the beat)']],
    ['(repeat after me)', '', ['(repeat after me)']],
    ['hear the sirens (sirens)', 'hear the sirens', ['(sirens)']],
    ['She laughs at me (laughs)', 'She laughs at me', ['(laughs)']],
    ["I'm up at 5:30 (5:30)", "I'm up at 5:30", ['(5:30)']],
  ])('%s', (row, main, asides) => {
    expect(mainOf(row)).toBe(main);
    expect(asidesOf(row)).toEqual(asides);
  });

  it.each([
    'I creep - and then I go',
    '- yeah I go',
    'what the f*ck is this sh*t, f*** ****',
    'kick his *ss and hug his *ss',
    'love * hate * me',
    'you can *never* take my crown',
    'I *really* mean it, *really* do',
    'I creep :( slow and ;-( low',
    'he said 「no」 and 《never》 and „low“',
    'twenty-four-seven, mother-in-law',
    'pull up in the x5',
    'cut a 2x4 in two',
    '1) first 2) second',
    'love <3 you',
  ])('%s has none', (row) => {
    expect(mainOf(row)).toBe(row);
  });

  it('are one for 300 of them, and for deep nesting', () => {
    const row = 'mud (mud) '.repeat(300);
    expect(asidesOf(row)).toHaveLength(300);
    expect(asidesOf(`${'('.repeat(5000)}yeah${')'.repeat(5000)}`)).toHaveLength(1);
  });
});

describe('what is not sung', () => {
  it.each([
    ['[00:10.34]I creep', 'I creep'],
    ['[00:10.34] [01:10.34]I creep', 'I creep'],
    ['<00:10.34>I <00:11.00>creep', 'I creep'],
    ['[1:02:03] I creep', 'I creep'],
    ['[00:10,5]I creep', 'I creep'],
    ['I creep (x2)', 'I creep'],
    ['I creep (x2) and sleep (x2)', 'I creep and sleep'],
    ['I creep (repeat) and sleep (repeat)', 'I creep and sleep'],
    ['I creep (X2)', 'I creep'],
    ['I creep x4', 'I creep'],
    ['I creep (2x)', 'I creep'],
    ['I creep, 2x', 'I creep,'],
    ['I creep [x2]', 'I creep'],
    ['I creep ×3', 'I creep'],
    ['I creep (3 times)', 'I creep'],
    ['I creep (repeat)', 'I creep'],
    ['I creep (repeat x2)', 'I creep'],
    ['(Repeat Chorus)', ''],
    ['[Repeat Hook 2x]', ''],
    ['(chorus repeats)', ''],
    ['(repeat until fade)', ''],
    ['I creep [laughs]', 'I creep'],
    ['(laughs) I creep', 'I creep'],
    ['I creep *laughs*', 'I creep'],
    ['(Kilo laughs)', ''],
    ['(beat drops)', ''],
    ['(The beat stops)', ''],
    ['(music playing in the background)', ''],
    ['(door slams)', ''],
    ['(phone ringing)', ''],
    ['(gunshots)', ''],
    ['(instrumental)', ''],
    ['[screaming]', ''],
    ['[Kilo]', ''],
    ['[Kilo & Juno]', ''],
    ['[Kilo] I creep', 'I creep'],
    ['I creep [Chorus]', 'I creep'],
    ['[ar:Kilo]', ''],
    ['[length: 03:12]', ''],
    ['[offset:+100]', ''],
  ])('%s', (row, sung) => {
    expect(joined(sungPart(row, stretchesOf(row)))).toBe(sung);
  });
});

describe('the stretches of any row', () => {
  const piece = fc.constantFrom(
    ...[
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '（',
      '］',
      '【',
      '⟨',
      '*',
      '**',
      ' - ',
      ' — ',
      '-',
      '<00:01.00>',
      '[00:01]',
      'x2',
      '(x2)',
    ],
    ...[' ', 'yeah', 'mud', 'Kilo', 'laughs', "'", '’', '7', 'é', '日本', '👍', '\u0301', ':', ','],
  );
  const row = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));

  it('are in order, disjoint, inside it, and leave its length', () => {
    fc.assert(
      fc.property(row, (text) => {
        const stretches = stretchesOf(text);
        let done = 0;
        for (const { start, end } of stretches) {
          expect(start).toBeGreaterThanOrEqual(done);
          expect(end).toBeGreaterThan(start);
          done = end;
        }
        expect(done).toBeLessThanOrEqual(text.length);
        expect(mainPart(text, stretches)).toHaveLength(text.length);
      }),
    );
  });

  it('of its main voice alone are none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('mud', 'I', "rollin'", 'home,', 'again'), { maxLength: 9 }),
        (words) => {
          expect(stretchesOf(words.join(' '))).toEqual([]);
        },
      ),
    );
  });
});
