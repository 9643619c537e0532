import { describe, expect, it } from 'vitest';
import { rateExplicit } from '../../../../src/lyrics/explicit/rate-explicit.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

const rate = (text: string, language: string | null = 'en') => rateExplicit(readSong(text), language);

/** The phrase between two harmless lines, as in a song. */
const sung = (phrase: string) =>
  rate(`We walked along the river when the morning came around\n${phrase}\nNobody told me there was water`);

const EXPLICIT: Record<string, readonly string[]> = {
  'a word sung long': [
    'what the fuuuuck is that',
    'this is some bullshiiiit',
    'biiiitch please',
    'shiit man',
  ],
  'letters behind signs': [
    'what the f**k',
    'what the f#ck',
    'that f@cking dog',
    'go f--k yourself',
    'you f_ck',
    'same old s**t',
    'sh-- it broke',
    'a b***h like you',
    'n***a please',
    'you a** clown',
    'that p***y',
    'c*nts all of them',
    'motherf***ing rain',
  ],
  'a word left out': [
    'what the **** is that',
    '****ing liar',
    'what the @#$% is this',
    'what the ---- is that',
  ],
  'letters apart': ['F.U.C.K. that', 'f u c k off', 'S-H-I-T is what I said', 's.h.i.t. happens'],
  'digits and signs for letters': [
    'what the $hit is that',
    'sh1t got real',
    'you b!tch',
    'kiss my a55',
    'a dumb @ss',
    'n1gga what',
  ],
  'accents and other alphabets': ['fûck the cold', 'ƒuck that', 'ѕhit just hit the fan', 'ｆｕｃｋ it'],
  'short and softened forms': [
    'go fck yourself',
    "stop effin' around",
    'stfu now',
    'wtf was that',
    'that mf again',
    'phuck you',
    'eff you',
  ],
  'inflections and compounds': [
    'fuckface',
    'unfuckingbelievable',
    'abso-fucking-lutely',
    'batshit crazy',
    'sons of bitches',
    "motherfuckin' snow",
    'shitty rooms',
    'a big-ass house',
    'dumbass left',
    'a broke-ass liar',
  ],
  'words with a harmless sense': [
    'do not be a dick',
    'these hoes again',
    'a stupid hoe',
    'you a pussy',
    'what a prick he is',
  ],
  slurs: ['they called him a faggot', 'dirty kike', 'go home you spic', 'that retard'],
  'sexual acts': [
    'she rode me till the morning',
    'my tongue between your legs',
    'hit it from the back',
    'we had sex in the bathroom',
    'deep inside you moaning',
    'take off your panties',
    'she gave me head',
    'I came on her face',
  ],
  violence: [
    'put a bullet in his head',
    'stabbed him in the neck',
    'slit his throat',
    'let the choppa spray',
    'bodies in the trunk',
    'shoot up the school',
    'I will kill you',
    'pull the trigger',
    'punched him in the mouth',
    'leave him bleeding in the gutter',
  ],
  drugs: [
    'sniffing coke off the table',
    'cocaine in the kitchen',
    'popping pills',
    'rolling a blunt',
    'smoking weed all day',
    'selling crack on the corner',
    'sippin lean',
    'two bricks of white',
    'needle in his arm',
    'stoned out of my mind',
  ],
};

const CLEAN: Record<string, readonly string[]> = {
  'work, and what shoots up': [
    'I work in the kitchen and on Sundays I sing',
    'text me after work when you get home safe',
    'She works all day and she cooks on the stove at night',
    'We shot up the river in a boat full of bait',
    'The single shot up the charts',
    'You shot up three inches over the summer',
  ],
  names: [
    'Moby Dick was swimming',
    'Dick Van Dyke danced',
    'my uncle Dick sang',
    'Jackson Pollock threw his paint',
    'Dick and Jane',
    'she comes from Scunthorpe',
    'Essex and Sussex',
    'Ho Chi Minh City',
    'John Lee Hooker played',
    'A$AP and Ke$ha',
  ],
  'animals and plants': [
    'the cock crows early on the farm',
    'blue tits in the hedge',
    'pussy willows',
    'the pussy cat slept',
    'a kumquat',
    'a peacock',
    'shiitake mushrooms',
    'an ox and an ass in the stable',
    'the bitch nursed her puppies',
  ],
  idioms: [
    'nip it in the bud',
    'tit for tat we always go',
    'ho ho ho',
    'kill the lights',
    'killing time',
    'bite the bullet',
    'stab in the dark',
    'break a leg',
    'shoot for the moon',
    'a stab at it',
    'murder on the dance floor',
    'over my dead body',
  ],
  'tools, food and play': [
    'hoe the garden',
    'a rake and a hoe',
    'a faggot of sticks',
    'hand me the screwdriver',
    'pom poms',
    'a blunt knife',
    'shot from the three point line',
    'glue gun',
    'crack an egg',
    'rum and coke',
    'smoked salmon',
    'pot of tea',
    'weed the garden',
  ],
  'words that only look alike': [
    'class and bass and grass',
    "Assassin's Creed",
    'cockpit and cocktail',
    'magna cum laude',
    'document',
    'snigger',
    'analysis',
    'assess',
    'a fork in the road',
    'Matsushita',
    'therapist',
    'shirt and shift',
    'puddin',
    'muffin',
    'prices',
    'shaved',
  ],
  'slang that praises': [
    'that beat is dope',
    'you are killing it on stage',
    'she is the bomb',
    'I murdered that verse',
  ],
  'marks that hide nothing': [
    'it is love** and nothing more',
    'five stars ***** for this place',
    'U.S.A. and the F.B.I.',
    'win $100 today',
    'a b i g fan',
    '*laughs* that was fun',
    'a t-shirt and an x-ray',
    'yeeeeah we are heeere',
  ],
};

const TOGETHER = [
  'extra clip for the homies, everybody bleeding',
  'rifles at the ambush',
  'unzip my jeans and get on your knees',
  'sweat on the sheets, your legs around me, moaning',
  'backwoods and a lighter',
  'weighing it on the scale, bag it up and sell it',
];

const ONE_ALONE = [
  'the lighter is on the scale',
  'on my knees in the garden',
  'the sheets are on the bed',
  'a clip of the movie',
];

describe('rateExplicit', () => {
  it.each(TOGETHER)('finds words that tell of it only together: %s', (phrase) => {
    expect(sung(phrase).rating).toBe('explicit');
  });

  it.each(ONE_ALONE)('does not find it in one of them: %s', (phrase) => {
    expect(sung(phrase).rating).toBe('clean');
  });

  it.each([
    "he'll be there",
    "who're you with",
    'she shot a look, him too',
    'I kissed the casket, the wood was cold',
  ])('does not read across apostrophes and commas: %s', (phrase) => {
    expect(sung(phrase).rating).toBe('clean');
  });

  it.each(Object.entries(EXPLICIT).flatMap(([kind, all]) => all.map((phrase) => [kind, phrase] as const)))(
    'finds %s: %s',
    (_, phrase) => {
      const { rating, hits } = sung(phrase);
      expect(rating).toBe('explicit');
      expect(hits?.map(({ line }) => line)).toContain(1);
    },
  );

  it.each(Object.entries(CLEAN).flatMap(([kind, all]) => all.map((phrase) => [kind, phrase] as const)))(
    'leaves %s alone: %s',
    (_, phrase) => {
      expect(sung(phrase)).toMatchObject({ rating: 'clean', hits: [] });
    },
  );

  it.each([
    'damn, the kettle on the stove',
    'what the hell',
    'she is so sexy',
    'he owns a gun',
    'bloody hell',
    'in rehab off the weed',
  ])('rates as mild: %s', (text) => {
    expect(rate(text).rating).toBe('mild');
  });

  it('does not rate a text as clean in an unsupported language', () => {
    expect(rate('Я иду по улице', 'ru').rating).toBe('unknown');
    expect(rate('shit, я иду', 'ru').rating).toBe('explicit');
  });

  it.each([
    ['ich bin so dick geworden', 'de'],
    ['det er slut nu', 'da'],
    ['но не сейчас', 'ru'],
    ['fukai umi', 'ja'],
  ])('does not take words of other languages for English ones: %s', (text, language) => {
    expect(rate(text, language)).toMatchObject({ rating: 'unknown', hits: [] });
  });

  it('counts by kind and per hundred words', () => {
    expect(rate('shit, sh*t, damn kettle').counts).toMatchObject({ strong: 1, censored: 1, mild: 1 });
    expect(rate('put a bullet in his head\ncocaine').counts).toMatchObject({
      violence: 1,
      drugs: 1,
      sexual: 0,
    });
    expect(rate('shit kettle').per_100_words).toBe(50);
    expect(rate('').per_100_words).toBeNull();
  });

  it('names the class, the severity and the place of each hit', () => {
    const text = 'damn\r\nI put a bullet in his head\r\n(f u c k) yeah';
    const { hits = [] } = rate(text);
    expect(hits.map(({ start, end, ...hit }) => ({ ...hit, text: text.slice(start, end) }))).toEqual([
      { class: 'profanity', severity: 'mild', line: 0, text: 'damn' },
      { class: 'violence', severity: 'strong', line: 1, text: 'bullet in his head' },
      { class: 'profanity', severity: 'strong', line: 2, text: 'f u c k' },
    ]);
  });

  it('lists the first two hundred hits and counts all', () => {
    const { hits, counts } = rate(Array.from({ length: 300 }, () => 'shit').join('\n'));
    expect([hits?.length, counts.strong]).toEqual([200, 300]);
  });
});
