import { describe, expect, it } from 'vitest';
import { readFeelings } from '../../../../src/lyrics/feeling/read-feelings.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

function read(text: string) {
  const told = readFeelings(readSong(text)).flatMap((line) => line.told);
  return {
    valence: told.reduce((sum, { valence }) => sum + valence, 0),
    shown: new Set(told.flatMap(({ shows, negated }) => (negated ? [] : shows.map(({ name }) => name)))),
    words: told.map(({ start, end }) => text.slice(start, end)),
  };
}

describe('a word is read by its neighbours', () => {
  it.each([
    ['sick', 'that flow is sick', 'in the hospital sick again'],
    ['ill', 'ill rhymes on every verse', 'she was ill in bed for days'],
    ['cold', 'that punchline was cold', 'sleeping cold on the concrete'],
    ['dope', 'dope beat, dope verse', 'selling dope to a fiend'],
    ['nasty', 'nasty bars from the booth', 'a nasty little lie'],
    ['killing', 'killing every beat tonight', 'killing a man for a chain'],
    ['murder', 'murder the mic on stage', 'a murder in the alley'],
    ['savage', "i'm a savage on the track", 'a cruel and savage dog'],
    ['bad', 'a bad bitch walks by', 'a bad dream'],
    ['bitch', 'my bitch got a degree', 'you bitch'],
    ['fuck', 'i fuck with you', 'fuck the police'],
    ['die', 'we will never die', 'watched him die'],
    ['shot', 'a shot of whiskey', 'he got shot'],
    ['blue', 'blue flax in a jar', 'feeling blue'],
    ['cry', 'laughing so we cry', 'i sit and cry'],
    ['forty', 'forty-one folks on the porch', 'got the forty on my waist'],
    ['stick', 'a cocktail stick and a cherry', 'slide with a stick in the ride'],
    ['pole', 'the fishing pole by the door', 'a pole in the whip for the opps'],
    ['ran', 'the tide ran all morning', 'we ran from the noise'],
    ['low', 'the stove on low', 'i feel low'],
    ['edge', 'the edge of the table', "i'm on the edge"],
    ['gray', 'one door primer gray', 'gray sky again'],
    ['plastic', 'two plastic ferns', 'plastic faces'],
    ['needle', 'the needle on the scale', 'a needle in my arm'],
  ])('%s', (_, better, worse) => {
    expect(read(better).valence).toBeGreaterThan(read(worse).valence + 0.5);
  });

  it.each([
    'my niggas in the building',
    'blue flax by the door',
    'a shot of espresso',
    'kill the lights',
    'hit the road',
  ])('nothing bad is said by "%s"', (text) => {
    expect(read(text).valence).toBeGreaterThanOrEqual(0);
  });
});

describe('idioms are read whole', () => {
  it.each([
    ['put him in the dirt', 'violence'],
    ["put 'em in a bag", 'violence'],
    ['let it bang', 'violence'],
    ['rest in peace', 'loss'],
    ['R.I.P. to the captain', 'loss'],
    ['gone too soon', 'loss'],
    ['i miss you', 'loss'],
    ['pour out some liquor', 'loss'],
    ['my heart is beating', 'love'],
    ['my heart starts beating fast', 'love'],
    ['ride or die', 'love'],
    ["killin' it", 'pride'],
    ['i came up from nothing', 'pride'],
    ['hands in the air', 'joy'],
    ['keep going', 'hope'],
    ['sick of the lies', 'anger'],
    ['looking over my shoulder', 'fear'],
    ['makes me sick', 'disgust'],
    ['oh great', 'irony'],
    ['thanks for nothing', 'irony'],
  ] as const)('"%s" shows %s', (text, shown) => {
    expect(read(text).shown).toContain(shown);
  });

  it('the words inside do not tell something of their own', () => {
    expect(read('rest in peace').words).toEqual(['rest in peace']);
    expect(read('rest in peace').shown).not.toContain('hope');
  });
});

describe('what is denied is not felt', () => {
  it.each([
    ['no fear', 'fear'],
    ['i never cried', 'sadness'],
    ["i ain't happy", 'joy'],
    ["they don't love you", 'love'],
    ['without hope', 'hope'],
  ] as const)('"%s" does not show %s', (text, feeling) => {
    expect(read(text).shown).not.toContain(feeling);
  });

  it.each([
    ["can't stop smiling", 'joy'],
    ["i can't wait to celebrate", 'joy'],
  ] as const)('"%s" shows %s', (text, feeling) => {
    expect(read(text).shown).toContain(feeling);
  });

  it('a good word denied is bad, a bad word denied is nearly nothing', () => {
    expect(read('i was never happy').valence).toBeLessThan(-0.5);
    expect(Math.abs(read('it was not terrible').valence)).toBeLessThan(0.5);
  });
});

it('asides tell nothing', () => {
  expect(read('walking down (kill, kill, dead) the road').words).toEqual(read('walking down the road').words);
});

it('places are those of the words', () => {
  const text = 'plain words here\nwe said goodbye, gone too soon';
  const [line] = readFeelings(readSong(text)).filter(({ told }) => told.length > 0);
  expect(line?.told.map(({ start, end }) => text.slice(start, end))).toEqual([
    'said goodbye',
    'gone too soon',
  ]);
  expect(line?.told.every((one) => one.line === 1)).toBe(true);
});
