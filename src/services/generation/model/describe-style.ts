import { type StyleProfile, summarizeStyle } from '../style-profile.ts';

const percent = (share: number): string => `${Math.round(share * 100)} %`;

const DEPTHS = {
  single: 'mostly one syllable at the line end',
  multi: 'often two syllables or more',
  dense: 'often within the lines too',
};

/** A style as the facts that were measured, for a model. */
export function describeStyle(profile: StyleProfile): string[] {
  const { syllables_per_line, words_per_line, density, rhyme_kind, themes, typical_words, songs } =
    summarizeStyle(profile);
  const { mean, low, high } = syllables_per_line;
  return [
    `${songs} songs; a line has ${mean.toFixed(1)} syllables on average, half of the lines ${low} to ${high}, and ${words_per_line.toFixed(1)} words`,
    ...(density === null
      ? []
      : [`${percent(density)} of the syllables rhyme; rhymes are ${DEPTHS[rhyme_kind]}`]),
    ...(themes.length === 0
      ? []
      : [
          `subjects: ${themes.map(({ theme, share }) => `${theme.replaceAll('_', ' ')} (${percent(share)} of the songs)`).join(', ')}`,
        ]),
    ...(typical_words.length === 0
      ? []
      : [`words that these songs use more than other artists: ${typical_words.join(', ')}`]),
  ];
}
