import { describe, expect, it } from 'vitest';
import { readSong } from '../../../../src/lyrics/text/song.ts';

/** The words of a row between two sung ones. */
const sung = (row: string): string =>
  readSong(`Steam on the glass\n${row}\nWater on the boil`)
    .words.slice(4, -4)
    .map(({ text }) => text)
    .join(' ');

describe('marks for the reader', () => {
  it.each([
    ...[
      'Repeat x2',
      'repeat x2',
      'Repeat 2x',
      'REPEAT X2',
      'Repeat (x2)',
      '(Repeat x2)',
      '[Repeat x2]',
      'Repeat 2 times',
      '(repeat 2 times)',
      '- repeat x2',
      '*repeat x2*',
    ],
    ...[
      '(x2)',
      'x4',
      '[2x]',
      '×3',
      '(×3)',
      'x 2',
      'X2',
      '2x',
      '2X',
      '(2 times)',
      '{x2}',
      '(x2',
      '(repeat)',
      '[repeat]',
      '(bis)',
      '(twice)',
      '(Repeat until fade)',
      'Repeat chorus',
      'Repeat Chorus 2x',
      '(Repeat chorus)',
    ],
    ...[
      '[Produced by Kilo]',
      '[Prod. by Kilo]',
      '(Produced by Kilo)',
      '(prod. Kilo)',
      '(prod. by Kilo & Juno)',
      'Produced by Kilo',
      'Prod. by Kilo',
      'Written by Kilo and Juno',
      '[Mixed by Kilo]',
    ],
    ...['(feat. Kilo)', '[feat. Kilo]', '(ft. Kilo)', '(feat. Kilo & Juno)', '(featuring Kilo and Juno)'],
    ...[
      '[laughs]',
      '(laughs)',
      '*laughs*',
      '(laughing)',
      '[Kilo laughing]',
      '(spoken)',
      '(Spoken)',
      '[Spoken]',
      '(whispered)',
      '(overlapping)',
      '(in unison)',
      '(fade out)',
      '(to fade)',
      '[fade out]',
      '(gunshot)',
      '[phone rings]',
      '[applause]',
      '(beat drops)',
      '[crowd cheering]',
      '(instrumental)',
      '(scratching)',
    ],
  ])('%s is no sung row', (row) => {
    expect(sung(row)).toBe('');
  });

  it.each([
    '(x2)',
    'x4',
    '[2x]',
    '×3',
    'repeat x2',
    '- repeat x2',
    '(repeat x2)',
    '(repeat)',
    'x 2',
    'X2',
    '(2 times)',
    '[x2]',
    '[laughs]',
    '(feat. Kilo)',
    '(prod. Kilo)',
    '(spoken)',
    '2x',
    '(bis)',
    'x2.',
  ])('a line ends in %s', (mark) => {
    expect(sung(`So I wrote it ${mark}`)).toBe('So I wrote it');
  });

  it.each([
    ...[
      'Repeat after me',
      'Repeat',
      'I repeat',
      'repeat it twice',
      'I never repeat',
      'pull up in the x5',
      'So I bought an X6',
      'x',
      'X',
      'Solve for x',
      'Malcolm X',
      'x2 the pain',
      'I got 2x the money',
      '2x4',
    ],
    ...[
      'I said it twice',
      'twice',
      'I love you 2 times',
      'two times',
      'Bis in die Nacht',
      'Produced by my own two hands',
      'Written in blood',
      'Written by the hand of God tonight',
      'Mixed by fate',
      'Recorded every word',
    ],
    ...[
      'Music plays',
      'Kilo',
      'Both of us',
      'All',
      'spoken word',
      'chorus of angels',
      'pause',
      'Track 2',
      '10 Embed',
      'fade out',
      'laughs',
    ],
  ])('%s is sung', (row) => {
    expect(sung(row)).toBe(row);
  });

  it.each([
    ['(yeah)', 'yeah'],
    ['(laughs at me)', 'laughs at me'],
    ['(twice as nice)', 'twice as nice'],
    ['(feat on my mind)', 'feat on my mind'],
    ['(with me)', 'with me'],
    ['(all night)', 'all night'],
    ['(fade away)', 'fade away'],
    ['(spoken like a king)', 'spoken like a king'],
    ['I said it twice (twice)', 'I said it twice twice'],
  ])('%s is an aside', (row, words) => {
    expect(sung(row)).toBe(words);
  });
});
