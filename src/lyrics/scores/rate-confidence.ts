import type { DetectedLanguage, LanguageShare } from '../text/language.ts';
import type { Song } from '../text/song.ts';

export interface Confidence {
  /** 0-1. */
  value: number;
  reasons: string[];
}

const HALF_SURE_WORDS = 60;
const CEILING = 0.9;
const FOREIGN_FACTOR = 0.1;

/**
 * How far the engine's judgements (not its counts) can be trusted: 0.9 × words / (words + 60) × language × evidence.
 * The word lists are English, so another language multiplies it by a tenth; evidence is 0.5 plus half the share of
 * lines in which a list found a word. The reasons name each factor.
 */
export function rateConfidence(
  song: Song,
  { main: language, shares }: { main: DetectedLanguage | null; shares: readonly LanguageShare[] },
  linesWithEvidence: number,
): Confidence {
  const words = song.words.length;
  const lines = song.lines.length;
  if (words === 0) return { value: 0, reasons: ['no words to judge'] };
  const english = language === null ? 0.5 : language.code === 'en' ? language.confidence : FOREIGN_FACTOR;
  const covered = linesWithEvidence / lines;
  return {
    value: CEILING * (words / (words + HALF_SURE_WORDS)) * english * (0.5 + covered / 2),
    reasons: [
      `${words} ${words === 1 ? 'word' : 'words'}${words < HALF_SURE_WORDS ? ', a short text' : ''}`,
      languageReason(language, shares),
      `${Math.round(covered * 100)} % of the lines hold a word with a known feeling or theme`,
      song.sections.some((section) => section.header_line !== null)
        ? 'sections from header lines'
        : 'no header lines, sections inferred',
    ],
  };
}

function languageReason(language: DetectedLanguage | null, shares: readonly LanguageShare[]): string {
  if (language === null) return 'language unknown: mood, themes and names are not judged';
  const share = percent(language.confidence);
  if (language.code !== 'en')
    return `language ${language.code} (${share}): mood, themes and names are not judged, the word lists are English`;
  const others = shares.filter(({ code }) => code !== 'en').map((one) => `${one.code} ${percent(one.share)}`);
  return others.length === 0
    ? `English (${share})`
    : `English (${share}); lines in another language are not judged: ${others.join(', ')}`;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
