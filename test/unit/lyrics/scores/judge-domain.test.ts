import { describe, expect, it } from 'vitest';
import { analyzeLyrics } from '../../../../src/lyrics/analyze.ts';
import { lexicon } from '../../../support/lexicon.ts';

const analyze = (text: string) => analyzeLyrics(text, { lexicon });
const lines = (text: string): string[] => text.trim().split('\n');

const VERSES = {
  'a plain love verse': `
I waited at the station with a flower in my hand
You came off the last train with a suitcase full of sand
I laughed until I cried and then I carried it for you
We walked along the water and the morning came up blue
You said you'd only stay until the colour left the trees
That's seven years of autumns and you're asleep on my knees`,
  'a rap of a child': `
I have a red bike and it goes very fast
I ride past the shop and I wave as I go past
I have a small frog and he lives in a box
I feed him on flies and I dress him in socks`,
  'a trap hook': `
Count it up, count it up, hundreds on the floor
Count it up, count it up, then I get some more
Neck so cold, neck so cold, I could catch a flu
Wrist so cold, wrist so cold, what you wanna do
Count it up, count it up, tell em I'm the man
Came up from the mud with a blueprint and a plan`,
  'free verse in short lines': `
My father kept his anger in a drawer.
We never opened it.
On Sundays he would stand there,
looking for a pen.
I have his drawer now.
I keep seeds in it.
Some of them have started to grow
in the dark, with no help from me.`,
  'a verse in patois': `
Mi wake up early and mi look out inna di sun
Dem seh di work hard but di work haffi done
Mi granny did a pray seh mi nuh turn bad
Now mi a send her money and she heart feel glad
Wi nuh beg nobody and wi nuh bow to dem
Wi rise from di gully like a rose pon a stem`,
  'a verse in Southern slang': `
Finna hit the gas and I'm leavin' out the lot
Errbody in the hood know I'm ridin' with the top dropped
Grandmama cookin' so you know I'm pullin' up
Bruh got the cooler and I brought the solo cup
Ain't nothin' like a Sunday when the block get slow
Shawty on the porch with her hair in a bow`,
  'a verse of London': `
Man's on the night bus, hoodie on, head down
Bare people moving mad from here to Camden Town
Mum's on my line saying where you at, bruv
I said allow it mum, I'm just out here with the love
Peng ting by the window and she's screwing up her face
Cah my guy's playing music all over the place`,
} as const;

const OTHERS = {
  unknown_words: {
    gibberish: `
grobble tink the vassy mord
plinter wash and flemmish gord
snarvle up the bixen tray
wumble drist and horvy flay
crindle mot and zaster pume
fallow nix the yorble brume`,
    'gibberish that rhymes': `
Oggledy toggledy spoggledy scree
Moggledy noggledy floggledy glee
Whiffery driffery spliffery thorn
Bliffery griffery skiffery vorn
Tangledy pangledy gangledy quime
Rangledy sprangledy wangledy frime`,
    'letters of a keyboard':
      'qwer asdf zxcv\nuiop hjkl bnm\nrewq fdsa vcxz\npoiu lkjh mnb\ntyui ghjk vbnm\nwert sdfg xcvb',
    'digits for letters': `
1 r1d3 thr0ugh th3 c1ty w1th th3 w1nd0w d0wn
3v3ryb0dy kn0ws m3 1n my 0wn h0m3t0wn
m4k3 s0m3 n01s3 f0r th3 k1ng 0f th3 str33t
1 w4lk w1th th3 dr3am 4nd 1 m0v3 t0 th3 b34t
1 n3v3r f0rg0t wh4t my gr4ndm4 s41d`,
  },
  no_sentences: {
    'a list of names':
      'John Baker\nMary Hill\nPeter Stone\nSusan Brooks\nDavid King\nLaura Woods\nPaul Walker\nEmma Fields\nFrank Rivers\nHelen Marsh\nGeorge Banks\nLucy Waters',
    'a list of things':
      'chairs, tables, lamps, curtains\nforks, knives, spoons, plates\nbottles, glasses, candles, napkins\nflowers, ribbons, baskets, matches\nsugar, coffee, butter, bread',
    'cries alone':
      'Yeah yeah yeah yeah yeah\nOh oh oh oh\nLa la la la la la\nHey hey hey hey\nWoah woah oh oh\nNa na na na na na',
  },
  language: {
    'five languages': `
I was looking for the morning in your eyes
Je suis perdu dans cette ville sans toi
Mi madre canta cuando cae la lluvia
Die Straßen schlafen unter kaltem Regen
Il mare porta via le mie parole`,
    Spanish:
      'Camino por la noche buscando tu mirada\nMi corazón despierto y la ciudad callada\nNo tengo nada más que una canción vieja\nY un sueño que me llama y nunca me deja',
    'Korean in Latin letters':
      'naneun neoreul saranghae jeongmal saranghae\nneo eobsi nan amugeotdo hal su eobseo\nbameul jisae neoreul gidaryeo wasseo\nneoui nuneul bogo sipeo oneul bame',
  },
  refrain: {
    'under its header':
      '[Chorus]\nCarry me over the river tonight\nCarry me home to the kitchen light\nI have been gone for a thousand miles\nI have been living on borrowed smiles',
    'sung again and again': Array.from(
      { length: 3 },
      () => 'We will never go back, no we never go back\nTo the house by the railroad track',
    ).join('\n'),
  },
  short: {
    'ten words': 'I got ten little words and then I am done',
    'two lines': 'Money on the table and my name on the wall\nI came here with nothing, now I carry it all',
    nothing: '',
  },
  prose: {
    'a paragraph':
      'The ferry left the harbour at half past six, as it did every morning, and the captain waved to the woman who sold newspapers on the quay. She had been standing there for thirty years, and in all that time she had never once been to the island. When a journalist asked her about it, she said that somebody had to stay behind and remember what everybody looked like.',
    'a sermon, a sentence a line': `
Dear friends, I would like to begin this evening with a very simple question.
When was the last time that you sat quietly with somebody who had nothing to give you?
The scripture tells us that he went away to the mountain in order to be alone.
He did not go because he was tired of the people, but because he loved them.
Let us remember this as we go back to our families and to our work tomorrow.`,
    'a letter, wrapped': `
Thank you very much for your letter, which reached us on Friday.
We have looked into the matter, and we are sorry to say that the
parcel was left with a neighbour whose name the driver did not
write down. We have asked him to call on you this week. If there
is anything else that we can do, please let us know by telephone.`,
  },
} as const;

/** What people do to a text without making it another one. */
const WRITTEN: Record<string, (text: string) => string> = {
  'as it is': (text) => text,
  'with a stop after each line': (text) => text.replaceAll(/[.,]?$/gm, '.'),
  'in lower case': (text) => text.toLowerCase(),
  'in capitals': (text) => text.toUpperCase(),
  'without punctuation': (text) => text.replaceAll(/[.,'?]/g, ''),
  'with curly apostrophes': (text) => text.replaceAll("'", '’'),
  'with ad-libs': (text) => text.replaceAll(/$/gm, ' (skrrt, yeah)'),
  'under a header': (text) => `[Verse 1]\n${text}`,
};

describe.each(Object.entries(VERSES))('%s', (_, text) => {
  it.each(Object.entries(WRITTEN))('%s has a quality that is not near the bottom', (__, write) => {
    const { quality_score, quality_reason, percentiles } = analyze(write(text.trim()));
    expect(quality_reason).toBeNull();
    expect(quality_score).toBeGreaterThan(0.3);
    expect(percentiles.quality).toEqual(expect.any(Number));
  });
});

describe.each(Object.entries(OTHERS))('no quality because of %s', (reason, texts) => {
  it.each(Object.entries(texts))('has %s, which keeps what is counted', (_, text) => {
    const analysis = analyze(text.trim());
    expect(analysis).toMatchObject({
      quality_score: null,
      quality_reason: reason,
      percentiles: { quality: null },
    });
    expect(analysis.vocabulary.tokens > 0).toBe(text !== '');
  });
});

describe('a verse with a blank line after every line', () => {
  it.each(Object.entries(VERSES))('is heard as without them: %s', (_, text) => {
    const [plain, spaced] = [analyze(lines(text).join('\n')), analyze(lines(text).join('\n\n'))];
    expect(spaced.quality_reason).toBe(plain.quality_reason);
    expect(spaced.rhyme.density).toBe(plain.rhyme.density);
  });
});

describe('prose that rhymes', () => {
  const NEWS = `
The council voted on Tuesday to close the old bridge.
A contractor reported new cracks along the ridge.
The mayor announced that repairs would begin in May.
Officials warned commuters of a lengthy delay.
According to police, the detour will be clear.
The ministry expects to reopen it next year.`;
  const RECIPE = `
Peel the potatoes and cut them in four.
Boil them in salted water for ten minutes or more.
Season with pepper and a tablespoon of stock.
Simmer for 30 minutes by the kitchen clock.`;
  const CHAT = `
Tom: hey, did you see the game?
Lisa: no, I missed it, what a shame
Tom: they won three two at the end
Lisa: wow. who is the new defend`;

  it.each([NEWS, RECIPE, CHAT])('has no quality: %s', (text) => {
    const { quality_reason, rhyme } = analyze(text.trim());
    expect(quality_reason).toBe('prose');
    expect(rhyme.density).toBeGreaterThan(0);
  });

  it('is told from long words that rhyme all along a line', () => {
    const { quality_reason } = analyze(
      'Methodical, periodical, my dialect prophetical\nHypothetically I am heretical, alphabetically antithetical\nCatastrophic in the topic, microscopic with the optic\nAcademically endemic, an epidemic, polemic',
    );
    expect(quality_reason).toBeNull();
  });

  it('is told from a story in long lines', () => {
    const { quality_reason } = analyze(
      "He burned all the dinner, he flooded the kitchen, he put the wet phone in a bag full of rice\nHe ironed my dress to the shape of the iron, he's bought me a kettle he dropped once or twice\nHe dances like furniture, sings like a hinge, and he tells the one joke that was never once nice\nAnd I'd marry that fool in a bin bag at midnight, I did it, in fact, and I'd do the thing twice",
    );
    expect(quality_reason).toBeNull();
  });
});

describe('prose', () => {
  it.each(['as it is', 'in lower case', 'without punctuation', 'with a stop after each line'])(
    '%s has no quality',
    (how) => {
      for (const text of Object.values(OTHERS.prose)) {
        const written = WRITTEN[how]?.(text.trim()) ?? '';
        expect([how, analyze(written).quality_reason]).toEqual([how, 'prose']);
      }
    },
  );
});

it('gibberish that looks like another language has no quality either', () => {
  const { quality_score, quality_reason } = analyze(`
zibber dibber wibber kibber
zobber gobber fobber vobber
zinkle dinkle finkle yinkle
zankle gankle fankle wankel`);
  expect(quality_score).toBeNull();
  expect(['language', 'unknown_words']).toContain(quality_reason);
});

it('gibberish keeps the ranks of its measures, but words that are none have no complexity', () => {
  const { complexity_score, percentiles, rhyme } = analyze(
    OTHERS.unknown_words['gibberish that rhymes'].trim(),
  );
  expect(complexity_score).toBeNull();
  expect(percentiles.complexity).toBeNull();
  expect(percentiles.rhyme_density).toBeGreaterThan(0.9);
  expect(rhyme.density).toBeGreaterThan(0.5);
});

it('a hook of six lines is rapped like a verse, a chorus of six is not', () => {
  const text = lines(VERSES['a trap hook']).join('\n');
  expect(analyze(`[Hook]\n${text}`).quality_reason).toBeNull();
  expect(analyze(`[Chorus]\n${text}`).quality_reason).toBe('refrain');
});

it('a song is rated with its refrain', () => {
  const chorus = OTHERS.refrain['under its header'];
  expect(analyze(`[Verse]${VERSES['a plain love verse']}\n\n${chorus}`).quality_reason).toBeNull();
});
