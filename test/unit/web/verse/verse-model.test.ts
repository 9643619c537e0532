import { describe, expect, it } from 'vitest';
import { TextReader } from '../../../../src/web/engine/read-text.ts';
import { unheardText } from '../../../../src/web/verse/heard-text.ts';
import { drawPicture, type PictureStyle } from '../../../../src/web/verse/picture.ts';
import { stripArcs, toStrip } from '../../../../src/web/verse/strip-model.ts';
import { arcsThrough } from '../../../../src/web/verse/verse-arcs.ts';
import { groupWords, toVerse, type VerseModel } from '../../../../src/web/verse/verse-model.ts';
import { lexicon } from '../../../support/lexicon.ts';

const VERSE = `[Verse 1]
I keep a ledger of the weather and a letter from my mother
Every summer in the gutter had a number and a colour (what a colour)

[Chorus]
They said the penmanship is medicine, the rhythm is adrenaline
I let it in, I settle in, the devil is a gentleman`;

const verseOf = (text: string, sureness = 0): VerseModel =>
  toVerse(new TextReader(lexicon).read(text, sureness));

describe('a text set as verse', () => {
  it('is there before anything is heard in it', () => {
    const { blocks } = toVerse(unheardText('one night\none light'));
    expect(blocks.flatMap(({ lines }) => lines.map((line) => line.pieces))).toEqual([
      [{ text: 'one night', start: 0, rhyme: null, isAside: false }],
      [{ text: 'one light', start: 10, rhyme: null, isAside: false }],
    ]);
  });

  it.each([-1, 0, 1])('has pieces that joined are its lines, at sureness %d', (sureness) => {
    for (const { lines } of verseOf(VERSE, sureness).blocks) {
      for (const line of lines) expect(line.pieces.map(({ text }) => text).join('')).toBe(line.text);
    }
  });

  it('tells rhymes at line ends, inside lines, of several syllables and across words apart', () => {
    const shapes = verseOf(VERSE).blocks.flatMap(({ lines }) =>
      lines.flatMap(({ pieces }) => pieces.map(({ rhyme }) => rhyme?.shape)),
    );
    expect(new Set(shapes)).toEqual(new Set([undefined, 'end', 'inside', 'multi', 'mosaic']));
  });

  it('joins a rhyme across words to one piece', () => {
    const pieces = verseOf(VERSE).blocks.flatMap(({ lines }) => lines.flatMap((line) => line.pieces));
    const mosaics = pieces.filter(({ rhyme }) => rhyme?.shape === 'mosaic').map(({ text }) => text);
    expect(mosaics.some((text) => text.includes(' '))).toBe(true);
  });

  it('sets asides back', () => {
    const asides = verseOf(VERSE).blocks.flatMap(({ lines }) =>
      lines.flatMap((line) => line.pieces.filter(({ isAside }) => isAside).map(({ text }) => text)),
    );
    expect(asides.join('')).toBe('(what a colour)');
  });

  it('marks groups with the letter of the scheme, and with numbers those that end no line', () => {
    const model = verseOf(VERSE);
    for (const [line, { letter, group }] of model.marks.ends) {
      if (group !== null) expect(model.marks.of(group, line)).toBe(letter);
    }
    const ends = new Set([...model.marks.ends.values()].map(({ group }) => group));
    const inside = model.heard.rhyme.groups.findIndex((_, group) => !ends.has(group));
    const line = model.heard.rhyme.groups[inside]?.members[0]?.line ?? 0;
    expect(model.marks.of(inside, line)).toMatch(/^\d+$/);
  });

  it('has a beat for each word, a mark a syllable', () => {
    const [line] = verseOf('a ledger of the weather').blocks[0]?.lines ?? [];
    expect([...(line?.beats ?? [])].map(([start, { marks }]) => [start, marks])).toEqual([
      [0, '·'],
      [2, '/·'],
      [9, '·'],
      [12, '·'],
      [16, '/·'],
    ]);
  });

  it('lists the words of a group once', () => {
    const model = verseOf('one night\none light\none night');
    expect(groupWords(model.heard, 0)).toEqual(['night', 'light']);
  });
});

describe('the strip', () => {
  it('has a row a line and a dot a syllable', () => {
    const model = verseOf(VERSE);
    const strip = toStrip(model);
    expect(strip?.rows.map(({ dots }) => dots.length)).toEqual(
      model.heard.map?.rows.map(({ syllables }) => syllables.length),
    );
    for (const { dots } of strip?.rows ?? [])
      for (const { x } of dots) expect(x).toBeLessThan(strip?.width ?? 0);
  });

  it('joins the syllables of a rhyme of several by one bar', () => {
    const bars = toStrip(verseOf(VERSE))?.bars ?? [];
    expect(bars.length).toBeGreaterThan(0);
    for (const { x1, x2 } of bars) expect(x2).toBeGreaterThan(x1);
    const places = bars.map(({ y, group, x1 }) => `${y} ${group} ${x1}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('leads arcs through all words of a group', () => {
    const model = verseOf('one night\nno light\nso bright');
    const strip = toStrip(model);
    expect(strip && stripArcs(strip, 0).match(/M/g)).toHaveLength(2);
  });

  it('is none without a sung line', () => {
    expect(toStrip(verseOf(''))).toBeNull();
    expect(toStrip(verseOf('Я вижу свет в окне ночном\nИ дом стоит пустой кругом'))).toBeNull();
    expect(toStrip(toVerse(unheardText('one night')))).toBeNull();
  });

  it('of a line without an end stays in its width', () => {
    const strip = toStrip(verseOf('night light so bright '.repeat(200), -1));
    expect(strip?.width).toBeLessThan(700);
    for (const { x2 } of strip?.bars ?? []) expect(x2).toBeLessThan(700);
  });
});

it('arcs lead over the words between, and down to later rows', () => {
  const box = (left: number, top: number) => ({ left, right: left + 20, top, bottom: top + 20 });
  expect(arcsThrough([box(0, 0)])).toBe('');
  expect(arcsThrough([box(0, 0), box(100, 0), box(0, 60)])).toBe(
    'M10.0 0.0C10.0 -16.7 110.0 -16.7 110.0 0.0M110.0 20.0C110.0 40.0 10.0 40.0 10.0 60.0',
  );
});

describe('the picture', () => {
  const style: PictureStyle = {
    paper: '#fff',
    ink: '#000',
    soft: '#555',
    rule: '#ccc',
    washes: Array.from({ length: 8 }, () => '#eee'),
    hues: Array.from({ length: 8 }, () => '#333'),
    serif: '"A serif", serif',
    sans: 'sans-serif',
    widthOf: (text) => 50 * text.length,
  };
  const draw = (text: string, title: string): string => {
    const model = verseOf(text);
    return drawPicture(model, toStrip(model), title, style);
  };

  it('holds the title, the lines and the strip', () => {
    const svg = draw(VERSE, 'Ledger');
    expect(svg).toContain('<title>Ledger</title>');
    expect(svg).toContain('>adrenaline<');
    // Spaces at the ends of a piece would be stretched into its letters.
    expect(svg).not.toMatch(/textLength[^>]*> | <\/text>/);
    expect(svg.match(/<circle/g)?.length).toBeGreaterThan(20);
  });

  it('shows markup as text, and is XML whatever the text holds', () => {
    const svg = draw('<script>night</script> & "day"\u0007\nso \ud800 <b>bright</b>', '<b>&</b>');
    expect(svg).not.toMatch(/<script|<b>/);
    expect(svg).not.toContain('\u0007');
    expect(svg.isWellFormed()).toBe(true);
    expect(svg).toContain('<title>&lt;b&gt;&amp;&lt;/b&gt;</title>');
  });

  it('of a title of 200 letters has two rows of it', () => {
    const title = 'a long title that goes on '.repeat(8);
    expect(
      draw('one night\none light', title).match(/font-size="44">\n(<text[^\n]*\n){2}<\/g>/),
    ).not.toBeNull();
  });
});
