import { describe, expect, it } from 'vitest';
import { findHits } from '../../../../src/lyrics/find-hits.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';
import { findThemes } from '../../../../src/lyrics/themes/find-themes.ts';
import { readThemes } from '../../../../src/lyrics/themes/read-themes.ts';

const prayer = `[Verse 1]
Pastor on the corner with a bible in his hand
Prayin' to the Lord for the people and the land
Angels in the rafters and the choir on its feet
Hallelujah rising from the gutter to the street

[Chorus]
Forgive me, I was walking with the devil at my side
Forgive me, I was walking with the devil at my side`;

const themesOf = (text: string) => findThemes(readThemes(readSong(text)));
const namesOf = (lines: readonly string[]) => themesOf(lines.join('\n')).map(({ theme }) => theme);
const hitsOf = (text: string, theme: string) =>
  findHits(readSong(text))
    .filter(({ category }) => category === theme)
    .map(({ start, end }) => text.slice(start, end));

describe('findThemes', () => {
  it('names the theme with the lines that show it', () => {
    const [first] = themesOf(prayer);
    expect(first?.theme).toBe('faith');
    expect(first?.score).toBeGreaterThan(0.5);
    const quoted = first?.evidence.map(({ start, end }) => prayer.slice(start, end));
    expect(quoted).toContain('Pastor');
    for (const { line, start } of first?.evidence ?? [])
      expect(prayer.slice(0, start).split('\n').length - 1).toBe(line);
    expect(new Set(first?.evidence.map(({ line }) => line)).size).toBe(first?.evidence.length);
  });

  it.each([
    ['wealth', ['Rolex on the left and a yacht on the bay', 'Count up the racks at the end of the day']],
    ['violence', ['Glock on the seat and a mask in the back', 'Bullets in the door of his Cadillac']],
    ['drug_trade', ['Sold a few ounces to pay for the car', 'The plug sent a kilo inside a guitar']],
    [
      'substance_use',
      ['I rolled up a blunt and I lay on the bed', 'The whiskey and pills took a turn in my head'],
    ],
    [
      'love',
      ['I love you, I told her, and meant it for good', 'She kissed me and said that she knew that I would'],
    ],
    [
      'loyalty_family',
      ['My brother and me had one coat for the cold', 'My mama stayed loyal, she never would fold'],
    ],
    [
      'loss_grief',
      ['They lowered the casket, my uncle looked down', 'I miss you, I cried at the funeral in town'],
    ],
    ['mental_health', ['Anxiety wakes me at quarter to four', 'My therapist asks what I cannot ignore']],
    [
      'social_justice',
      [
        'They closed down the clinic, we march in the street',
        'No justice for those whom the system would beat',
      ],
    ],
    [
      'party',
      ['The DJ is spinning, the dance floor is packed', 'Hands up in the air when the bass makes it crack'],
    ],
    [
      'hip_hop',
      ['I grip on the mic and I rhyme through the night', 'My pen and my notebook, each verse that I write'],
    ],
    [
      'place',
      ['Born and raised in Detroit on the east side of town', 'My city, my block, with the factories down'],
    ],
  ] as const)('hears %s', (theme, lines) => {
    expect(namesOf(lines)[0]).toBe(theme);
  });

  it.each([
    [
      'bread of the oven',
      ['The bread in the oven, the butter and cheese', 'A dollar of sugar, some cream, if you please'],
    ],
    [
      'shots of a game',
      [
        'He shot from the corner, the ball hit the net',
        'The coach killed the clock and the game was all set',
      ],
    ],
    [
      'a plug in the wall',
      ['The plug of the kettle came out of the wall', 'The key and the bag and the box in the hall'],
    ],
    [
      'a family of strings',
      ['The family of strings has the first violin', 'The brother of trumpet, the horn, joining in'],
    ],
    [
      'a crown on a tooth',
      ['The dentist put crowns upon two of my teeth', 'The king of the drill and a tooth underneath'],
    ],
    [
      'a queue at the airport',
      ['The jet is delayed and the gate is no more', 'They taxed all my bags and I sat on the floor'],
    ],
    [
      'a cold night',
      ['The night was so cold and the fire was low', 'The street and the corner were covered in snow'],
    ],
    [
      'an exclamation',
      ['Oh my god, it is raining again on the bus', 'For heaven’s sake, driver, open up for us'],
    ],
    [
      'a denial',
      ['I never shot a pistol, never sold a brick', 'No diamonds on my finger, only garden stick'],
    ],
  ])('gives no theme to %s', (_, lines) => {
    expect(namesOf(lines)).toEqual([]);
  });

  it('needs two different words on two lines', () => {
    expect(namesOf(['the funeral, the coffin and the grave'])).toEqual([]);
    expect(namesOf(['the wagon and the funeral', 'the funeral and the wagon'])).toEqual([]);
  });

  it('does not find a theme in one repeated word', () => {
    const song = Array.from(
      { length: 30 },
      (_, at) => `the kettle number ${at} was standing by the copper window, God`,
    );
    expect(namesOf(song)).not.toContain('faith');
  });

  it('counts a chorus once', () => {
    const chorus = ['We carried the casket', 'We cried at the grave'];
    const verse = Array.from(
      { length: 40 },
      (_, at) => `the number ${at} of the houses is painted in yellow`,
    );
    const once = themesOf([...chorus, ...verse].join('\n'));
    const often = themesOf([...chorus, ...verse, ...chorus, ...chorus, ...chorus].join('\n'));
    expect(often).toEqual(once);
  });

  it('gives no theme to a song for its asides', () => {
    const lines = [
      'I walk to the market',
      'I look at the weather',
      'I carry a basket',
      'I wait by the shutter',
    ];
    expect(namesOf(lines.map((line) => `${line} (gang, money, bang bang)`))).toEqual([]);
  });

  it.each(['', 'the kettle', '🔥'])('finds none in %j', (text) => {
    expect(themesOf(text)).toEqual([]);
  });
});

describe('findHits', () => {
  it.each([
    ['rest in peace to the captain of the ferry', 'loss_grief', ['rest in peace']],
    ['private jet to the coast', 'wealth', ['private jet']],
    ['the jet is late', 'wealth', []],
    ['the chain on my neck is all gold', 'wealth', ['chain', 'gold']],
    ['the chain of the bike', 'wealth', []],
    ['I chase bread, stack bread', 'wealth', ['bread', 'bread']],
    ['the smoke in my lungs from the blunt', 'substance_use', ['smoke', 'blunt']],
    ['the smoke of the chimney', 'substance_use', []],
    ['Sunday in church, on my knees to the Lord', 'faith', ['church', 'Lord']],
    ['left at the church and then right at the shop', 'faith', []],
  ])('reads %j for %s as %j', (text, theme, found) => {
    const hits = hitsOf(text, theme);
    if (found.length === 0) expect(hits).toEqual([]);
    else expect(hits.join(' ')).toContain(found[0]);
  });
});
