import { describe, expect, it } from 'vitest';
import { EMOTIONS } from '../../../../src/lyrics/emotion/emotion-names.ts';
import { profileEmotions } from '../../../../src/lyrics/emotion/profile-emotions.ts';
import { judgeFeeling } from '../../../../src/lyrics/feeling/judge-feeling.ts';
import { nameTone } from '../../../../src/lyrics/feeling/name-tone.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';

const profileOf = (text: string) => profileEmotions(judgeFeeling(readSong(text)));
const toneOf = (text: string) => nameTone(judgeFeeling(readSong(text)));

const texts = {
  drill: `(Grrah) pull up on the block and let it spray
Put him in the dirt, he won't see another day
Opps in the trunk and the glock by my side
Two to the chest, there is nowhere to hide`,
  elegy: `Rest in peace my brother, gone too soon
We lowered you down in the cold afternoon
Your mother is crying, I carry the pain
I pour out a bottle and cry in the rain`,
  love: `I love you more than the sun on the sea
My heart is beating when you dance with me
Kiss me, my darling, and hold me tight
You are my everything, you are my light`,
  brag: `I'm the greatest in the booth, I'm the king of the city
Platinum plaques and the diamonds look pretty
Killing every beat, this flow is sick
Self-made boss, top of the charts real quick`,
  party: `Hands in the air, everybody jump and shout
Turn up the music, that's what the party's about
Dance all night till the sun comes through
Good friends, good vibes and the bottles too`,
  fear: `I'm scared of the footsteps, I hide in the hall
Trembling and panicking, back to the wall
Something in the dark and I can't catch my breath
Terrified, paranoid, frightened to death`,
};

describe('profileEmotions', () => {
  it.each([
    ['drill', 'anger'],
    ['elegy', 'sadness'],
    ['love', 'love'],
    ['brag', 'pride'],
    ['party', 'joy'],
    ['fear', 'fear'],
  ] as const)('names the feeling of %s: %s', (kind, dominant) => {
    expect(profileOf(texts[kind])).toMatchObject({ dominant, reason: null });
  });

  it.each(Object.keys(texts) as (keyof typeof texts)[])('shows no feeling without its words: %s', (kind) => {
    const { scores, evidence } = profileOf(texts[kind]);
    for (const emotion of EMOTIONS) {
      const lines = evidence.filter((one) => one.emotion === emotion);
      expect(lines.length > 0).toBe((scores[emotion] ?? 0) > 0);
      expect(lines.length).toBeLessThanOrEqual(3);
    }
  });

  it('does not take its evidence from asides and repeats', () => {
    const { evidence } = profileOf(`Kill him, (kill him)\nKill him, (kill him)\n${texts.drill}`);
    expect(evidence.every(({ line }) => line !== 1)).toBe(true);
    const text = `the river (happy, happy, joy)\n${texts.elegy}`;
    const quoted = profileOf(text).evidence.map(({ start, end }) => text.slice(start, end));
    expect(quoted.join(' ')).not.toMatch(/happy|joy/);
  });

  it.each([
    ['nothing', '', 'no_evidence'],
    ['only an aside', '(yeah)', 'no_evidence'],
    ['a word unknown to everyone', 'vindle', 'no_evidence'],
    [
      'a list of things',
      'the kettle stands by the door\na window and a table\ncopper in the drawer',
      'no_evidence',
    ],
  ])('names none for %s', (_, text, reason) => {
    expect(profileOf(text)).toMatchObject({ dominant: null, reason });
  });

  it.each(['never happy', 'no love, no joy', "i ain't glad"])('does not show joy in "%s"', (text) => {
    expect(profileOf(text).scores.joy).toBe(0);
  });
});

describe('nameTone', () => {
  it.each([
    ['drill', 'aggressive'],
    ['elegy', 'melancholic'],
    ['brag', 'confident'],
    ['party', 'playful'],
  ] as const)('hears %s as %s', (kind, tone) => {
    const named = toneOf(texts[kind]);
    expect(named.tone).toBe(tone);
    expect(named.tone_confidence).toBeGreaterThan(0.25);
  });

  it.each([
    ['no words', ''],
    ['an aside', '(yeah, yeah)'],
    ['a word unknown to everyone', 'vindle'],
  ])('says nothing of %s', (_, text) => {
    expect(toneOf(text)).toEqual({ tone: null, tone_confidence: null });
  });
});
