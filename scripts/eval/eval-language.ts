import { detectAll } from 'tinyld/light';
import { ALL_LISTS } from '../../src/lyrics/text/language/languages.ts';
import { detectLanguage } from '../../src/lyrics/text/language.ts';
import { HALVES, type Half } from './labelled-verses.ts';
import type { LabelledSnippet } from './language-snippets.ts';

export interface LanguageScores {
  accuracy: number;
  /** Share of the snippets in another language that are called English. */
  called_english: number;
  /** Share of the English snippets that are not. */
  english_missed: number;
}

export interface HalfLanguage {
  snippets: number;
  /** Distinct languages among them. */
  languages: number;
  engine: LanguageScores;
  tinyld_light: LanguageScores;
  word_count: LanguageScores;
  always_english: LanguageScores;
  /** Right snippets of each kind. */
  kinds: Record<string, { right: number; snippets: number }>;
  /** Mean absolute distance of confidence and share of right answers over five groups by confidence. */
  calibration_error: number;
  misses: { id: string; right: string | null; predicted: string | null }[];
}

interface Answer {
  snippet: LabelledSnippet;
  code: string | null;
  confidence: number;
}

const GROUPS = 5;
const WORD = /[\p{L}\p{M}']+/gu;

/** How often the language of labelled snippets is told, beside three simple methods, by half. */
export function evalLanguage(snippets: readonly LabelledSnippet[]): Partial<Record<Half, HalfLanguage>> {
  const count = wordCounter();
  const halves = HALVES.map((half): [Half, LabelledSnippet[]] => [
    half,
    snippets.filter((one) => one.half === half),
  ]);
  return Object.fromEntries(
    halves.filter(([, rows]) => rows.length > 0).map(([half, rows]) => [half, scoreHalf(rows, count)]),
  );
}

function scoreHalf(
  snippets: readonly LabelledSnippet[],
  count: (text: string) => string | null,
): HalfLanguage {
  const answers = snippets.map((snippet): Answer => {
    const detected = detectLanguage(snippet.text);
    return { snippet, code: detected?.code ?? null, confidence: detected?.confidence ?? 0 };
  });
  const by = (tell: (text: string) => string | null): LanguageScores =>
    scoresOf(snippets.map((snippet) => ({ snippet, code: tell(snippet.text), confidence: 1 })));
  const kinds: HalfLanguage['kinds'] = {};
  for (const answer of answers) {
    const kind = kinds[answer.snippet.kind] ?? { right: 0, snippets: 0 };
    kinds[answer.snippet.kind] = {
      right: kind.right + (isRight(answer) ? 1 : 0),
      snippets: kind.snippets + 1,
    };
  }
  return {
    snippets: snippets.length,
    languages: new Set(snippets.flatMap(({ language }) => language ?? [])).size,
    engine: scoresOf(answers),
    tinyld_light: by((text) => detectAll(text)[0]?.lang || null),
    word_count: by(count),
    always_english: by(() => 'en'),
    kinds,
    calibration_error: calibrationError(answers.filter(({ code }) => code !== null)),
    misses: answers
      .filter((answer) => !isRight(answer))
      .map(({ snippet, code }) => ({ id: snippet.id, right: snippet.language, predicted: code })),
  };
}

const isRight = ({ snippet: { language, languages }, code }: Answer): boolean =>
  code === language || (code !== null && languages?.includes(code) === true);

function scoresOf(answers: readonly Answer[]): LanguageScores {
  const english = answers.filter(({ snippet }) => snippet.language === 'en');
  const other = answers.filter(({ snippet }) => snippet.language !== null && snippet.language !== 'en');
  return {
    accuracy: shareOf(answers, isRight),
    called_english: shareOf(other, (answer) => answer.code === 'en' && !isRight(answer)),
    english_missed: shareOf(english, (answer) => !isRight(answer)),
  };
}

const shareOf = (answers: readonly Answer[], holds: (answer: Answer) => boolean): number =>
  answers.filter(holds).length / Math.max(1, answers.length);

function calibrationError(answers: readonly Answer[]): number {
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    answers.filter(({ confidence }) => Math.min(GROUPS - 1, Math.floor(confidence * GROUPS)) === at),
  );
  const distances = groups.map((group) => {
    const mean = group.reduce((sum, { confidence }) => sum + confidence, 0) / Math.max(1, group.length);
    return group.length * Math.abs(mean - shareOf(group, isRight));
  });
  return distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, answers.length);
}

/** The language on whose list of everyday words most words of a text stand; null if none does. */
function wordCounter(): (text: string) => string | null {
  const lists = ALL_LISTS.map(
    ([language, words]) => [language.replace('-Latn', ''), new Set(words.split(' '))] as const,
  );
  return (text) => {
    const words = text.toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
    const counts = lists.map(([code, list]) => ({
      code,
      found: words.filter((word) => list.has(word)).length,
    }));
    const most = counts.reduce((best, one) => (one.found > best.found ? one : best), { code: '', found: 0 });
    return most.found > 0 ? most.code : null;
  };
}
