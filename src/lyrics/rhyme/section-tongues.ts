import { FUNCTION_WORDS } from '../phonetics/function-words.ts';
import { type Tongue, tongueOf } from '../phonetics/languages/tongue.ts';
import { type DetectedLanguage, languageOfLines } from '../text/language.ts';
import { splitRows } from '../text/rows.ts';
import type { Section } from '../text/sections.ts';
import { sungRows } from '../text/sung-rows.ts';
import { mainPart } from '../text/voices.ts';

/** A section with fewer letters is in the language of the text. */
const MIN_LETTERS = 60;
/** A text in which function words show the language needs no more. */
const MIN_SHOWN = 30;
/** Share of the samples that must agree on a language. */
const MIN_AGREEMENT = 0.6;
const ALL_AGREE = 0.95;
/** Share of its words that every text in a language has among the language's function words. */
const MIN_FUNCTION_WORDS = 0.12;
const LETTERS = /[\p{L}\p{M}]/gu;
const LATIN = /[a-z]/i;
const WORDS = /[\p{L}'’]+/gu;

const countLetters = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + (line.match(LETTERS)?.length ?? 0), 0);

function shareIn(lines: readonly string[], known: ReadonlySet<string>): number {
  const words = lines.flatMap((line) => line.toLowerCase().replaceAll('’', "'").match(WORDS) ?? []);
  return words.filter((word) => known.has(word)).length / Math.max(1, words.length);
}

/** The tongue of lines, `fallback` if they do not show one: too short, mixed, or unlike the language that is supposed. */
function tongueOfLines(lines: readonly string[], fallback: Tongue, known?: DetectedLanguage): Tongue {
  const detected = known ?? languageOfLines(lines);
  if (detected === null || detected.confidence < MIN_AGREEMENT) return fallback;
  const tongue = tongueOf(detected.code);
  if (tongue === 'english') return tongue;
  const sample = lines.join(' ');
  if (tongue === 'unheard' && !LATIN.test(sample)) return tongue;
  const letters = countLetters(lines);
  if (letters < (tongue === 'unheard' ? MIN_LETTERS : MIN_SHOWN)) return fallback;
  const english = shareIn(lines, FUNCTION_WORDS);
  if (tongue === 'unheard') return english < MIN_FUNCTION_WORDS ? tongue : fallback;
  const own = shareIn(lines, tongue.functionWords);
  return own >= MIN_FUNCTION_WORDS && own > english ? tongue : fallback;
}

/** The rows of a text as its main voice sings them; a text of asides alone as it is. */
function mainRows(text: string, sections: readonly Section[]): string[] {
  const rows = splitRows(text);
  const main = rows.map(() => '');
  for (const { number, text: row, stretches } of sungRows(text, sections))
    main[number] = mainPart(row, stretches);
  return main.some((row) => row.trim() !== '') ? main : rows;
}

/**
 * The tongue in which each section of a text is heard; -1 is what stands outside sections. A section may differ from the
 * text (a Spanish verse in an English song), a short one is in the text's language, and a text that shows none is heard
 * as English.
 */
export function findTongues(text: string, sections: readonly Section[]): (section: number) => Tongue {
  const rows = mainRows(text, sections);
  const distinct = [...new Set(rows.map((row) => row.trim()))].filter((row) => row !== '');
  const detected = languageOfLines(distinct);
  if (detected === null || (detected.code === 'en' && detected.confidence >= ALL_AGREE))
    return () => 'english';
  const whole = tongueOfLines(distinct, 'english', detected);
  if (sections.length < 2) return () => whole;
  const tongues = sections.map(({ start_line, end_line }) => {
    const lines = rows.slice(start_line, end_line);
    return countLetters(lines) < MIN_LETTERS ? whole : tongueOfLines([...new Set(lines)], whole);
  });
  return (section) => tongues[section] ?? whole;
}
