import { type AnalysisReply, AnalysisReplySchema } from '../../../../llm/prompts/analysis-reply.ts';
import { echoesPrompt } from '../../../../llm/prompts/analysis-v2.ts';
import { parseReply, type ReplyFault } from '../../../../llm/reply/parse-reply.ts';
import { EMOTIONS } from '../../../../lyrics/emotion/emotion-names.ts';
import { detectLanguage } from '../../../../lyrics/text/language.ts';
import type { Checked } from '../../../models/ask-checked.ts';
import { type GroundedReply, groundReply } from './ground-reply.ts';
import { isDescription } from './is-description.ts';
import type { QuoteFinder } from './quote-finder.ts';

const MAX_FAULTS = 8;
/** Below this length neither a text nor a differing passage is enough to detect a language. */
const MIN_LANGUAGE_CHARACTERS = 30;
const MIN_LANGUAGE_SHARE = 0.8;

const FAULT_TEXTS: Record<ReplyFault, string> = {
  empty: 'The answer is empty.',
  too_long: 'The answer is far too long.',
  unfinished_thought: 'The answer ends inside a thought.',
  no_json: 'The answer holds no JSON object.',
  malformed_json: 'The JSON object is broken.',
};

/**
 * Checks whether a reply can be used: JSON in the requested schema, scores that differ from each other, the model's
 * own words, and, if it claims themes, at least one quote that occurs in the text. `faults` are sentences that ask the
 * model for a correction.
 */
export function checkReply(text: string, finder: QuoteFinder): Checked<GroundedReply> {
  const parsed = parseReply(text, (value) => AnalysisReplySchema.safeParse(value).success);
  if ('fault' in parsed) {
    return {
      ok: false,
      faults: [FAULT_TEXTS[parsed.fault]],
      unfinished: parsed.fault === 'unfinished_thought',
    };
  }
  const reply = AnalysisReplySchema.safeParse(parsed.value);
  if (!reply.success) {
    const faults = reply.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'the object'}: ${message}`,
    );
    return { ok: false, faults: shortened(faults), unfinished: false };
  }
  const grounded = groundReply(reply.data, finder);
  const faults = [
    ...faultsOfNumbers(reply.data),
    ...faultsOfWords(reply.data),
    ...faultsOfLanguage(reply.data),
    ...faultsOfThemes(grounded),
  ];
  return faults.length === 0
    ? { ok: true, value: grounded }
    : { ok: false, faults: shortened(faults), unfinished: false };
}

function shortened(faults: string[]): string[] {
  const more = faults.length - MAX_FAULTS;
  return more > 0 ? [...faults.slice(0, MAX_FAULTS), `and ${more} more`] : faults;
}

/** The same number for every feeling is not a judgement, unless all are 0; neither are only the ends of scales. */
function faultsOfNumbers({ emotions, sentiment, themes, quality, confidence }: AnalysisReply): string[] {
  const scores = EMOTIONS.map((emotion) => emotions[emotion]);
  const [first] = scores;
  if (first !== 0 && scores.every((score) => score === first)) return ['emotions: every score is the same'];
  const all = [sentiment.score, ...scores, ...themes.map(({ strength }) => strength), confidence];
  const onlyEnds = all.every((score) => [-1, 0, 1].includes(score)) && [1, 10].includes(quality);
  return onlyEnds ? ['every number is at an end of its scale'] : [];
}

function faultsOfWords({ summary, style }: AnalysisReply): string[] {
  const texts = {
    summary,
    'style.subgenre': style.subgenre,
    'style.voice': style.voice,
    'style.storytelling': style.storytelling,
    'style.tone': style.tone,
  };
  return Object.entries(texts).flatMap(([path, words]) => {
    if (words === null) return [];
    if (isDescription(words)) return [];
    return [`${path}: ${echoesPrompt(words) ? 'repeats the instructions' : 'not a description of the song'}`];
  });
}

/** The summary must be in English; a sentence in another language is distinguished from English with foreign names. */
function faultsOfLanguage({ summary }: AnalysisReply): string[] {
  const language = summary.length < MIN_LANGUAGE_CHARACTERS ? null : detectLanguage(summary);
  const foreign = language !== null && language.code !== 'en' && language.confidence >= MIN_LANGUAGE_SHARE;
  return foreign ? ['summary: not in English'] : [];
}

function faultsOfThemes({ reply, themeQuotes }: GroundedReply): string[] {
  if (reply.themes.length === 0 || themeQuotes.found > 0) return [];
  const quotes = reply.themes.flatMap(({ evidence }) =>
    evidence.map(({ line, quote }) => `"${quote.slice(0, 80)}" (line ${line})`),
  );
  return quotes.length === 0
    ? ['themes: none has evidence']
    : [`themes: these words do not stand in the lyrics: ${quotes.slice(0, 4).join(', ')}`];
}
