import { isUnspaced } from '../../lib/query-script.ts';
import { MAX_CONFIRMED_TEXTS, MAX_PHRASE_CANDIDATES } from '../../lib/search-limits.ts';
import { join, type Statement, sql } from '../client.ts';
import type { TextLanguage } from './text-languages.ts';

/** Characters between two words, as the content of a bracket expression in a Postgres pattern. */
const SEPARATORS = String.raw`\s.,;:!?"()\[\]{}<>/|*_~–—…“”„«»-`;
const SEPARATOR = new RegExp(`[${SEPARATORS}]+`, 'u');
const APOSTROPHE = /['’‘]/g;
const SPECIAL = /[\\^$+&#%@=`]/g;

/** A pattern for `~*`: these words in sequence with any separators. Linear in the text, because it has no nesting. */
export function phrasePattern(phrase: string): string {
  const words = phrase.split(SEPARATOR).filter((word) => word !== '');
  const escaped = words.map((word) => word.replaceAll(SPECIAL, '\\$&').replaceAll(APOSTROPHE, "['’‘]"));
  const [start, end] = isUnspaced(phrase) ? ['', ''] : [`(?:^|[${SEPARATORS}])`, `(?:$|[${SEPARATORS}])`];
  return `${start}${escaped.join(`[${SEPARATORS}]+`)}${end}`;
}

type ToQuery = 'plainto_tsquery' | 'phraseto_tsquery';

/** All phrases, each in one of the languages, or as characters of a script without blanks. */
function query(name: ToQuery, phrases: readonly string[], languages: readonly TextLanguage[]): Statement {
  const call: Statement = { text: name, params: [] };
  const one = (phrase: string): Statement => {
    const choices = [
      ...languages.map((language) => sql`${call}(${language}::regconfig, ${phrase}::text)`),
      sql`plainto_tsquery('simple', unspaced_pairs(${phrase}::text))`,
    ];
    return sql`(${join(choices, ' || ')})`;
  };
  return join(phrases.map(one), ' && ');
}

export interface PhraseScope {
  phrases: readonly string[];
  languages: readonly TextLanguage[];
  /** A condition on `tracks t`. */
  condition: Statement;
}

/**
 * Common tables that end in `few(id)`: tracks whose lyrics contain every phrase word for word. Each step costs more
 * per track than the one before and has its own limit: the index finds tracks with the words, their stems show whether
 * they are adjacent, and the text itself, unpacked once, confirms the exact words.
 */
export function phraseTables({ phrases, languages, condition }: PhraseScope): Statement {
  const patterns = phrases.map((phrase) => sql`lyrics ~* ${phrasePattern(phrase)}::text`);
  return sql`
    holding as materialized (
      select t.id from tracks t
      where t.search_vector @@ (${query('plainto_tsquery', phrases, languages)}) and ${condition}
      limit ${MAX_PHRASE_CANDIDATES}::int),
    in_a_row as materialized (
      select t.id from holding join tracks t on t.id = holding.id
      where t.search_vector @@ (${query('phraseto_tsquery', phrases, languages)})
      limit ${MAX_CONFIRMED_TEXTS}::int),
    few as materialized (
      select id from (
        -- The concatenation unpacks the text; the offset keeps it from being done again for each pattern.
        select t.id, t.lyrics || '' as lyrics from in_a_row join tracks t on t.id = in_a_row.id offset 0
      ) texts where ${join(patterns, ' and ')})`;
}

/** Whether a limit was reached, so that more tracks may contain the phrases. */
export const PHRASES_CAPPED = sql`((select count(*) from holding) >= ${MAX_PHRASE_CANDIDATES}::int
  or (select count(*) from in_a_row) >= ${MAX_CONFIRMED_TEXTS}::int)`;
