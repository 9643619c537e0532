import { rhymedEnds } from '../../lyrics/scores/measures.ts';
import { hundred, oneDigit, percent, perLine, type QualityFeature, twoDigits } from './feature-kinds.ts';

const RHYME: readonly QualityFeature[] = [
  {
    name: 'rhyme_density',
    measure: ({ analysis }) => analysis.rhyme.density,
    more: 'More of your syllables rhyme than in most songs',
    less: 'Fewer of your syllables rhyme than in most songs',
    show: percent,
    unit: '',
    subject: 'rhymes',
  },
  {
    name: 'rhymed_ends',
    measure: ({ analysis }) => rhymedEnds(analysis.rhyme),
    more: 'More of your lines end on a rhyme than in most songs',
    less: 'Fewer of your lines end on a rhyme than in most songs',
    show: percent,
    unit: '',
  },
  {
    name: 'multisyllabic_rhymes',
    measure: ({ analysis: { rhyme } }) => hundred(rhyme.counts.multisyllabic, rhyme.syllables),
    more: 'You rhyme over several syllables at once more often than most songs',
    less: 'You rhyme over several syllables at once less often than most songs',
    show: oneDigit,
    unit: ' times in a hundred syllables',
    subject: 'rhymes',
  },
  {
    name: 'internal_rhymes',
    measure: ({ song, analysis: { rhyme } }) => perLine(rhyme.counts.internal + rhyme.counts.chain, song),
    more: 'You rhyme inside your lines more often than most songs',
    less: 'You rhyme inside your lines less often than most songs',
    show: oneDigit,
    unit: ' times a line',
    subject: 'rhymes',
  },
  {
    name: 'alliteration',
    measure: ({ analysis }) => analysis.rhyme.alliteration,
    more: 'More of your neighbouring words begin with the same sound than in most songs',
    less: 'Fewer of your neighbouring words begin with the same sound than in most songs',
    show: percent,
    unit: '',
  },
  {
    name: 'assonance',
    measure: ({ analysis }) => analysis.rhyme.assonance,
    more: 'You repeat a vowel inside a line more often than most songs',
    less: 'You repeat a vowel inside a line less often than most songs',
    show: percent,
    unit: '',
  },
];

const WORDING: readonly QualityFeature[] = [
  {
    name: 'mattr',
    measure: ({ analysis }) => analysis.vocabulary.mattr,
    more: 'You use more different words than most songs',
    less: 'You use fewer different words than most songs',
    show: (value) => String(Math.round(value * 50)),
    unit: ' in every fifty',
  },
  {
    name: 'mean_word_length',
    measure: ({ analysis }) => analysis.vocabulary.mean_word_length,
    more: 'Your words are longer than in most songs',
    less: 'Your words are shorter than in most songs',
    show: twoDigits,
    unit: ' letters',
    subject: 'length of words',
  },
  {
    name: 'long_words',
    measure: ({ analysis }) => analysis.vocabulary.long_word_ratio,
    more: 'More of your words have seven letters or more than in most songs',
    less: 'Fewer of your words have seven letters or more than in most songs',
    show: percent,
    unit: '',
    subject: 'length of words',
  },
  {
    name: 'names',
    measure: ({ song, analysis: { entities } }) =>
      hundred(
        [...entities.people, ...entities.places, ...entities.brands].reduce((n, one) => n + one.count, 0),
        song.words.length,
      ),
    more: 'You name people, places and brands more often than most songs',
    less: 'You name people, places and brands less often than most songs',
    show: oneDigit,
    unit: ' times in a hundred words',
  },
  {
    name: 'strong_words',
    measure: ({ analysis }) => analysis.explicit.per_100_words,
    more: 'You use strong language more than most songs',
    less: 'You use strong language less than most songs',
    show: oneDigit,
    unit: ' words in a hundred',
  },
  {
    name: 'questions',
    measure: ({ song }) => perLine(song.lines.filter(({ text }) => text.includes('?')).length, song),
    more: 'More of your lines ask a question than in most songs',
    less: 'Fewer of your lines ask a question than in most songs',
    show: percent,
    unit: '',
  },
];

const LINES: readonly QualityFeature[] = [
  {
    name: 'syllables_per_line',
    measure: ({ analysis }) => analysis.flow.syllables_per_line?.mean ?? null,
    more: 'Your lines are longer than in most songs',
    less: 'Your lines are shorter than in most songs',
    show: oneDigit,
    unit: ' syllables',
  },
  {
    name: 'regularity',
    measure: ({ analysis }) => analysis.flow.regularity,
    more: 'Your lines are more alike in length than in most songs',
    less: 'Your lines are less alike in length than in most songs',
    show: (value) => percent(1 - value),
    unit: ' change from line to line',
  },
  {
    name: 'repeated_lines',
    measure: ({ analysis }) => analysis.flow.repeated_lines,
    more: 'Your lines repeat more than in most songs',
    less: 'Your lines repeat less than in most songs',
    show: percent,
    unit: '',
    subject: 'repeats',
  },
  {
    name: 'repeated_phrases',
    measure: ({ analysis }) => analysis.flow.repeated_trigrams,
    more: 'You say the same three words again more often than most songs',
    less: 'You say the same three words again less often than most songs',
    show: percent,
    unit: '',
    subject: 'repeats',
  },
];

/** How a text is made: its rhymes, words and lines. */
export const CRAFT_FEATURES: readonly QualityFeature[] = [...RHYME, ...WORDING, ...LINES];
