import { profileEmotions } from '../../src/lyrics/emotion/profile-emotions.ts';
import { findEntities } from '../../src/lyrics/entities/find-entities.ts';
import { rateExplicit } from '../../src/lyrics/explicit/rate-explicit.ts';
import { judgeFeeling } from '../../src/lyrics/feeling/judge-feeling.ts';
import { nameTone } from '../../src/lyrics/feeling/name-tone.ts';
import { measureSentiment } from '../../src/lyrics/sentiment/measure-sentiment.ts';
import { detectLanguage } from '../../src/lyrics/text/language.ts';
import { readSong } from '../../src/lyrics/text/song.ts';
import { summarize } from '../../src/lyrics/text/summarize.ts';
import { findThemes } from '../../src/lyrics/themes/find-themes.ts';
import { readThemes } from '../../src/lyrics/themes/read-themes.ts';
import { measureVocabulary } from '../../src/lyrics/vocabulary/measure-vocabulary.ts';

/** All measures of a text that need no lexicon. */
export function measureLyrics(text: string): void {
  const song = readSong(text);
  const themed = readThemes(song);
  const themes = findThemes(themed);
  const judgement = judgeFeeling(song);
  const { label } = measureSentiment(judgement);
  profileEmotions(judgement);
  nameTone(judgement);
  findEntities(song);
  measureVocabulary(song);
  rateExplicit(song, 'en');
  summarize(song, themes, label);
  detectLanguage(text);
}
