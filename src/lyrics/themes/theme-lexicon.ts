import { PhraseNet } from '../feeling/phrase-net.ts';
import { plainForm } from '../feeling/word-forms.ts';
import { baseForms } from '../text/base-forms.ts';
import { memoizeByWord } from '../text/word-memo.ts';
import { THEME_IDIOMS } from './theme-idioms.ts';
import { THEMES, type Theme } from './theme-names.ts';
import { HEART_TERMS } from './theme-terms-heart.ts';
import { HINT_TERMS } from './theme-terms-hints.ts';
import { MONEY_TERMS } from './theme-terms-money.ts';
import { STREET_TERMS } from './theme-terms-street.ts';
import { WORLD_TERMS } from './theme-terms-world.ts';

/** How plainly words speak of a theme: 1 only beside others, 3 by themselves. */
export interface Speaking {
  theme: Theme;
  weight: number;
}

export interface WordForms {
  /** The plain form first. */
  forms: readonly string[];
  /** Whether some phrase begins with one of them. */
  opensPhrase: boolean;
}

export interface ThemeLexicon {
  /** Phrases of themes, and idioms, which speak of none. */
  phrases: PhraseNet<readonly Speaking[]>;
  /** What a single word in any inflection speaks of. */
  word: (norm: string) => readonly Speaking[];
  /** The spellings under which the phrases may hold a word. */
  forms: (norm: string) => WordForms;
}

const TABLES = [MONEY_TERMS, STREET_TERMS, HEART_TERMS, WORLD_TERMS, HINT_TERMS];
const NOTHING: readonly Speaking[] = [];
let built: ThemeLexicon | undefined;

/** The lexicon, built on first use. */
export function themeLexicon(): ThemeLexicon {
  built ??= buildLexicon();
  return built;
}

/** The single words that speak of a theme. */
export function themeWords(theme: Theme): string[] {
  return TABLES.flatMap(readTerms)
    .filter(({ speaking }) => speaking.some((one) => one.theme === theme))
    .flatMap(({ terms }) => terms.filter((term) => !isPhrase(term)));
}

function buildLexicon(): ThemeLexicon {
  const words = new Map<string, readonly Speaking[]>();
  const phrases = new PhraseNet<readonly Speaking[]>(merge);
  const endings = new Set<string>();
  const add = (term: string, speaking: readonly Speaking[]): void => {
    if (!isPhrase(term)) words.set(term, merge(words.get(term) ?? NOTHING, speaking));
    else {
      phrases.add(term, speaking);
      for (const part of term.split(/[\s()/]+/)) if (part.endsWith('ing')) endings.add(part);
    }
  };
  for (const { terms, speaking } of TABLES.flatMap(readTerms)) for (const term of terms) add(term, speaking);
  for (const idiom of split(THEME_IDIOMS)) phrases.add(idiom, NOTHING);
  return {
    phrases,
    word: memoizeByWord((norm) => {
      const plain = plainForm(norm);
      const form = [plain, ...baseForms(plain)].find((candidate) => words.has(candidate));
      return (form === undefined ? undefined : words.get(form)) ?? NOTHING;
    }),
    forms: memoizeByWord((norm) => {
      const forms = formsOf(norm, endings);
      return { forms, opensPhrase: forms.some((form) => phrases.opens(form)) };
    }),
  };
}

// "killin" is "killing" where the phrases know only that; "heart's" may be "heart is".
function formsOf(norm: string, endings: ReadonlySet<string>): string[] {
  const plain = plainForm(norm);
  const forms = [plain];
  if (plain.endsWith('in') && endings.has(`${plain}g`)) forms.push(`${plain}g`);
  if (plain.endsWith("'s")) forms.push(plain.slice(0, -2));
  return forms;
}

function merge(before: readonly Speaking[], more: readonly Speaking[]): readonly Speaking[] {
  const weights = new Map<Theme, number>();
  for (const { theme, weight } of [...before, ...more])
    weights.set(theme, Math.max(weight, weights.get(theme) ?? 0));
  return Array.from(weights, ([theme, weight]) => ({ theme, weight }));
}

function readTerms(table: string): { terms: string[]; speaking: readonly Speaking[] }[] {
  const groups: { terms: string[]; speaking: readonly Speaking[] }[] = [];
  for (const row of table.split('\n')) {
    if (row.startsWith('= '))
      groups.push({ terms: [], speaking: readSpeaking(row.slice(2).replace(' ', '')) });
    else groups.at(-1)?.terms.push(...split(row));
  }
  return groups;
}

const isPhrase = (term: string): boolean => term.includes(' ') || term.includes('(');

const split = (rows: string): string[] =>
  rows
    .split(/[;\n]/)
    .map((term) => term.trim())
    .filter((term) => term !== '');

/** Reads "wealth2 boast1"; `-` is nothing. */
export function readSpeaking(text: string): readonly Speaking[] {
  if (text.trim() === '-') return NOTHING;
  return text
    .trim()
    .split(' ')
    .map((part) => {
      const theme = THEMES.find((known) => known === part.slice(0, -1));
      if (theme === undefined) throw new Error(`"${part}" is not a theme and its weight`);
      return { theme, weight: Number(part.slice(-1)) };
    });
}
