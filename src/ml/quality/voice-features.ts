import { EMOTIONS, type Emotion } from '../../lyrics/emotion/emotion-names.ts';
import type { Song } from '../../lyrics/text/song.ts';
import {
  hundred,
  ofHundred,
  oneDigit,
  perLine,
  type QualityFeature,
  signed,
  twoDigits,
} from './feature-kinds.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const SELF = words("i i'm i'ma i'll i've i'd me my mine myself");
const LISTENER = words("you you're your yours y'all ya u");
const OTHERS = words("he she they he's she's they're him her them his hers their theirs");
const PAST = words('was were had did said told went came saw knew thought got made took gave left felt');
const ENDS_IN_ED = /[a-z]{3}ed$/;

function wordsIn({ words: all }: Song, is: (norm: string) => boolean): number | null {
  let found = 0;
  for (const { norm } of all) if (is(norm)) found += 1;
  return hundred(found, all.length);
}

/** Of a kind of words, and how the sentence names them. */
const ofWords = (name: string, is: (norm: string) => boolean, tells: string): QualityFeature => ({
  name,
  measure: ({ song }) => wordsIn(song, is),
  more: `${tells} more often than most songs`,
  less: `${tells} less often than most songs`,
  show: oneDigit,
  unit: ' times in a hundred words',
});

const explicitPhrases = (name: 'violence' | 'drugs' | 'sexual', about: string): QualityFeature => ({
  name,
  measure: ({ song, analysis }) => hundred(analysis.explicit.counts[name], song.words.length),
  more: `Words for ${about} come up more often than in most songs`,
  less: `Words for ${about} come up less often than in most songs`,
  show: oneDigit,
  unit: ' times in a hundred words',
});

const FEELING_WORDS: Record<Emotion, string> = {
  joy: 'Joy',
  sadness: 'Sadness',
  anger: 'Anger',
  fear: 'Fear',
  love: 'Love',
  pride: 'Pride',
  hope: 'Hope',
  disgust: 'Disgust',
};

const feeling = (emotion: Emotion): QualityFeature => ({
  name: emotion,
  measure: ({ analysis }) => analysis.emotional_profile.scores[emotion],
  more: `${FEELING_WORDS[emotion]} shows in your words more than in most songs`,
  less: `${FEELING_WORDS[emotion]} shows in your words less than in most songs`,
  show: ofHundred,
  unit: ' on a scale to 100',
});

const SPEECH: readonly QualityFeature[] = [
  ofWords('self', (norm) => SELF.has(norm), 'You say "I", "me" or "my"'),
  ofWords('listener', (norm) => LISTENER.has(norm), 'You say "you" or "your"'),
  ofWords('others', (norm) => OTHERS.has(norm), 'You say "he", "she" or "they"'),
  ofWords('past', (norm) => PAST.has(norm) || ENDS_IN_ED.test(norm), 'You use the past tense'),
  {
    name: 'comparisons',
    measure: ({ song }) => perLine(song.words.filter(({ norm }) => norm === 'like').length, song),
    more: 'You say "like" more often than most songs',
    less: 'You say "like" less often than most songs',
    show: twoDigits,
    unit: ' times a line',
  },
];

const MOOD: readonly QualityFeature[] = [
  {
    name: 'sentiment_score',
    measure: ({ analysis }) => analysis.sentiment_score,
    more: 'Your words are brighter than in most songs',
    less: 'Your words are darker than in most songs',
    show: signed,
    unit: ' on a scale from -1 to +1',
  },
  ...EMOTIONS.filter((emotion) => emotion !== 'fear' && emotion !== 'disgust').map(feeling),
  explicitPhrases('violence', 'violence'),
  explicitPhrases('drugs', 'drugs'),
  explicitPhrases('sexual', 'sex'),
];

/** Who speaks, of whom, and in what mood. */
export const VOICE_FEATURES: readonly QualityFeature[] = [...SPEECH, ...MOOD];
