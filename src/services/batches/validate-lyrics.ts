import { type DetectedLanguage, detectLanguage } from '../../lyrics/text/language.ts';
import { normalizeReported } from '../../lyrics/text/normalize.ts';
import { classifyText } from '../../lyrics/text/placeholders.ts';
import type { Section } from '../../lyrics/text/sections.ts';
import { readSong } from '../../lyrics/text/song.ts';
import { addressesModel } from '../models/addresses-model.ts';
import type { Finding, Validation } from './validation.ts';

/** With fewer words hardly any measure is meaningful. */
const FEW_WORDS = 30;

/** What can be said about a text before analysis: its sections, its language, and problems that affect the analysis. */
export function validateLyrics(text: string): Validation {
  const song = readSong(text);
  const language = detectLanguage(text);
  const findings = [
    ...findInWords(text, song.words.length),
    ...findInLanguage(language),
    ...findInSections(song.sections),
    ...findInCharacters(text),
    ...findInLines(text),
  ];
  return {
    valid: findings.every(({ severity }) => severity !== 'error'),
    characters: text.length,
    words: song.words.length,
    lines: song.lines.length,
    repeated_lines: song.lines.filter(({ repeated }) => repeated).length,
    sections: song.sections.map(({ kind, label, start_line, end_line }) => ({
      kind,
      label,
      start_line,
      end_line,
    })),
    language,
    findings,
  };
}

const finding = (
  code: Finding['code'],
  severity: Finding['severity'],
  message: string,
  line: number | null = null,
): Finding => ({ code, severity, message, line });

function findInWords(text: string, words: number): Finding[] {
  if (words === 0) return [finding('no_words', 'error', 'The text has no line with sung words.')];
  const { outcome, evidence } = classifyText(text);
  if (outcome !== 'ok')
    return [finding('placeholder', 'error', `The text is a placeholder for lyrics: ${evidence}`)];
  if (words >= FEW_WORDS) return [];
  return [finding('few_words', 'warning', `With ${words} words most measures are unreliable.`)];
}

function findInLanguage(language: DetectedLanguage | null): Finding[] {
  if (language === null)
    return [finding('language_unknown', 'warning', 'The language could not be detected.')];
  if (language.code === 'en') return [];
  const message = `The text is in the language ${language.code}: the engine counts its words but does not judge it.`;
  return [finding('language_not_english', 'warning', message)];
}

function findInSections(sections: readonly Section[]): Finding[] {
  const headers = sections.filter(({ header_line }) => header_line !== null);
  if (headers.length === 0) {
    return [finding('no_headers', 'warning', 'No section headers: the sections were inferred.')];
  }
  return headers
    .filter(({ start_line, end_line }) => start_line >= end_line)
    .map(({ label, header_line }) =>
      finding('empty_section', 'warning', `No line follows the header "${label}".`, header_line),
    );
}

function findInCharacters(text: string): Finding[] {
  const { changes } = normalizeReported(text);
  if (changes.length === 0) return [];
  const list = changes.map(({ kind, count }) => `${kind.replaceAll('_', ' ')} (${count})`).join(', ');
  return [finding('unclean_text', 'warning', `Characters that cleaning would change: ${list}.`)];
}

function findInLines(text: string): Finding[] {
  return text.split('\n').flatMap((line, number) => {
    if (!addressesModel(line)) return [];
    const message = 'The line addresses a model and is withheld from it.';
    return [finding('instruction_line', 'warning', message, number)];
  });
}
