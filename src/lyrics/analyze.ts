import type { AlgorithmicAnalysis } from './contract.ts';
import { profileEmotions } from './emotion/profile-emotions.ts';
import { findEntities } from './entities/find-entities.ts';
import { rateExplicit } from './explicit/rate-explicit.ts';
import { findHits } from './find-hits.ts';
import { flowReport } from './flow/analyze-flow.ts';
import type { Lexicon } from './phonetics/lexicon.ts';
import { listen, rhymeReport } from './rhyme/analyze-rhyme.ts';
import { scoreMeasures } from './scores/measures.ts';
import { rateConfidence } from './scores/rate-confidence.ts';
import { scoreSong } from './scores/score-song.ts';
import { measureSentiment } from './sentiment/measure-sentiment.ts';
import { languageOfLines } from './text/language.ts';
import { readSong } from './text/song.ts';
import { summarize } from './text/summarize.ts';
import { findThemes } from './themes/find-themes.ts';
import { measureVocabulary } from './vocabulary/measure-vocabulary.ts';

/**
 * Everything the lyric engine can count or tell of a text by itself; style needs judgement and stays null. Offsets and
 * lines point into exactly this text (normalise it before). The same text always gives the same answer.
 */
export function analyzeLyrics(text: string, { lexicon }: { lexicon: Lexicon }): AlgorithmicAnalysis {
  const song = readSong(text);
  const verse = listen(text, song.sections, lexicon);
  const rhyme = rhymeReport(text, verse);
  const flow = flowReport(text, verse);
  const vocabulary = measureVocabulary(song);
  const hits = findHits(song);
  const themes = findThemes(song, hits.themes);
  const sentiment = measureSentiment(song);
  const language = languageOfLines(song.lines.filter((line) => !line.repeated).map((line) => line.text));
  const scores = scoreSong(scoreMeasures(rhyme, flow, vocabulary));
  const evidenced = new Set([...hits.themes, ...hits.emotions].map((hit) => hit.line));
  const confidence = rateConfidence(song, language, evidenced.size);
  return {
    sentiment: sentiment.label,
    sentiment_score: sentiment.score,
    sentiment_detail: sentiment.detail,
    emotional_profile: profileEmotions(song, hits.emotions),
    themes,
    complexity_score: scores.complexity,
    quality_score: scores.quality,
    percentiles: scores.percentiles,
    confidence: confidence.value,
    confidence_reasons: confidence.reasons,
    style: { subgenre: null, voice: null, storytelling: null, wordplay: null, tone: null },
    entities: findEntities(song),
    summary: summarize(song, themes, sentiment.label),
    rhyme,
    flow,
    vocabulary,
    explicit: rateExplicit(song.words, hits.themes),
    language,
    sections: [...song.sections],
  };
}
