import type { AlgorithmicAnalysis, Entities } from './contract.ts';
import { noProfile, profileEmotions } from './emotion/profile-emotions.ts';
import { findEntities } from './entities/find-entities.ts';
import { rateExplicit } from './explicit/rate-explicit.ts';
import { judgeFeeling } from './feeling/judge-feeling.ts';
import { type NamedTone, nameTone } from './feeling/name-tone.ts';
import { flowReport } from './flow/analyze-flow.ts';
import type { Lexicon } from './phonetics/lexicon.ts';
import { listen, rhymeReport } from './rhyme/analyze-rhyme.ts';
import { whyNotRated } from './scores/judge-domain.ts';
import { NO_MEASURES, scoreMeasures } from './scores/measures.ts';
import { rateConfidence } from './scores/rate-confidence.ts';
import { scoreSong } from './scores/score-song.ts';
import { shapeOf } from './scores/text-shape.ts';
import { measureSentiment, NO_DETAIL } from './sentiment/measure-sentiment.ts';
import { languagesOf, type SongLanguages } from './song-languages.ts';
import { readSong, type Song } from './text/song.ts';
import { summarize } from './text/summarize.ts';
import { findThemes } from './themes/find-themes.ts';
import { readThemes } from './themes/read-themes.ts';
import { measureVocabulary } from './vocabulary/measure-vocabulary.ts';

/**
 * Everything that the lyric engine can measure in a text; style but for its tone needs judgement and stays null. The word
 * lists and the reference songs are English: a text in another language, or in none that can be told, is counted but not
 * judged (no mood, themes, names, scores), nor are lines in another language; the confidence reflects that. Offsets and
 * lines refer to exactly this text (normalise it first). The same text always gives the same result.
 */
export function analyzeLyrics(text: string, { lexicon }: { lexicon: Lexicon }): AlgorithmicAnalysis {
  const song = readSong(text);
  const languages = languagesOf(song);
  const sections = song.sections.map((section, at) => ({
    ...section,
    languages: languages.sections[at] ?? [],
  }));
  return {
    ...judge(song, languages),
    ...count(song, languages, lexicon),
    sections,
    language: languages.main,
    languages: languages.shares,
  };
}

type Counted =
  | 'rhyme'
  | 'flow'
  | 'vocabulary'
  | 'complexity_score'
  | 'quality_score'
  | 'quality_reason'
  | 'percentiles';

function count(song: Song, languages: SongLanguages, lexicon: Lexicon): Pick<AlgorithmicAnalysis, Counted> {
  const verse = listen(song.text, song.sections, lexicon);
  const rhyme = rhymeReport(song.text, verse);
  const flow = flowReport(song.text, verse);
  const vocabulary = measureVocabulary(song);
  const unrated = whyNotRated(song, shapeOf(song, rhyme, lexicon), languages);
  const measures = unrated === 'language' ? NO_MEASURES : scoreMeasures(rhyme, flow, vocabulary);
  const scores = scoreSong(measures, { syllables: rhyme.syllables, unrated });
  return {
    complexity_score: scores.complexity,
    quality_score: scores.quality,
    quality_reason: scores.reason,
    percentiles: scores.percentiles,
    rhyme,
    flow,
    vocabulary,
  };
}

type Heard = 'sections' | 'language' | 'languages';

function judge(
  song: Song,
  { main, shares, judged }: SongLanguages,
): Omit<AlgorithmicAnalysis, Counted | Heard> {
  const themed = judged ? readThemes(judged) : [];
  const hits = themed.flatMap((read) => (read.line.repeated ? [] : read.hits));
  const themes = findThemes(themed);
  const feeling = judged ? feelingOf(judged) : NOT_FELT;
  const evidenced = new Set([...hits.map((hit) => hit.line), ...feeling.lines]);
  const confidence = rateConfidence(song, { main, shares }, evidenced.size);
  return {
    ...feeling.judged,
    themes,
    confidence: confidence.value,
    confidence_reasons: confidence.reasons,
    style: { subgenre: null, voice: null, storytelling: null, wordplay: null, ...feeling.tone },
    entities: judged ? findEntities(judged) : NOT_NAMED,
    summary: summarize(song, themes, feeling.judged.sentiment),
    explicit: rateExplicit(song, judged ? 'en' : (main?.code ?? UNDETERMINED)),
  };
}

const UNDETERMINED = 'und';
const NOT_NAMED: Entities = { people: [], places: [], brands: [], reason: 'language' };

interface Feeling {
  judged: Pick<
    AlgorithmicAnalysis,
    'sentiment' | 'sentiment_score' | 'sentiment_detail' | 'emotional_profile'
  >;
  tone: NamedTone;
  /** Lines in which a word tells something. */
  lines: readonly number[];
}

const NOT_FELT: Feeling = {
  judged: {
    sentiment: null,
    sentiment_score: null,
    sentiment_detail: NO_DETAIL,
    emotional_profile: noProfile('language'),
  },
  tone: { tone: null, tone_confidence: null },
  lines: [],
};

function feelingOf(song: Song): Feeling {
  const judgement = judgeFeeling(song);
  const { label, score, detail } = measureSentiment(judgement);
  return {
    judged: {
      sentiment: label,
      sentiment_score: score,
      sentiment_detail: detail,
      emotional_profile: profileEmotions(judgement),
    },
    tone: nameTone(judgement),
    lines: judgement.felt.filter(({ told }) => told.length > 0).map(({ line }) => line.number),
  };
}
