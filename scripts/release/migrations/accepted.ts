import type { Rule } from './finding.ts';

export interface Acceptance {
  rules: readonly Rule[];
  why: string;
  /** Whether the file may run while a version serves requests. Otherwise a release refuses it: traffic is stopped first. */
  whileServing: boolean;
}

const BEFORE_RELEASES = {
  why: 'written before the first release: no version served requests while it ran',
  whileServing: false,
} as const;

/** Findings that stay, by file. Every entry is used, or the check fails. */
export const ACCEPTED: Readonly<Record<string, Acceptance>> = {
  '0013_batch_items_state.sql': { rules: ['drop', 'write', 'held', 'index'], ...BEFORE_RELEASES },
  '0014_track_facets.sql': { rules: ['unknown'], ...BEFORE_RELEASES },
  '0015_search_indexes.sql': { rules: ['index'], ...BEFORE_RELEASES },
  '0017_analyzer_types.sql': { rules: ['scan'], ...BEFORE_RELEASES },
  '0018_artist_profiles.sql': { rules: ['index'], ...BEFORE_RELEASES },
  '0020_scrape_failures.sql': { rules: ['index'], ...BEFORE_RELEASES },
  '0021_statement_timeout.sql': {
    rules: ['unknown'],
    why: 'sets the default of the database for later connections; touches no table',
    whileServing: true,
  },
  '0022_analysis_origin.sql': {
    rules: ['write', 'held', 'drop', 'scan', 'index', 'unknown'],
    ...BEFORE_RELEASES,
  },
  '0023_vectors_of_standing_analyses.sql': { rules: ['write'], ...BEFORE_RELEASES },
  '0024_embedding_state.sql': { rules: ['write', 'held', 'drop', 'index'], ...BEFORE_RELEASES },
  '0026_artist_aliases.sql': { rules: ['index'], ...BEFORE_RELEASES },
  '0027_retention.sql': { rules: ['index'], ...BEFORE_RELEASES },
  '0028_engine_version.sql': { rules: ['drop', 'index'], ...BEFORE_RELEASES },
  '0029_search_documents.sql': { rules: ['rewrite', 'drop', 'index'], ...BEFORE_RELEASES },
  '0030_artist_keys.sql': { rules: ['write', 'index'], ...BEFORE_RELEASES },
  '0031_name_filters.sql': { rules: ['index'], ...BEFORE_RELEASES },
  '0033_search_labels.sql': { rules: ['drop', 'index', 'unknown'], ...BEFORE_RELEASES },
  '0036_keys.sql': { rules: ['write', 'held', 'scan', 'rewrite', 'index'], ...BEFORE_RELEASES },
  '0037_track_words.sql': { rules: ['held'], ...BEFORE_RELEASES },
  '0039_line_keys.sql': { rules: ['index'], ...BEFORE_RELEASES },
  '0042_takedown_bands.sql': {
    rules: ['held'],
    why: 'copies the bands of the takedowns, a few dozen rows each, while nobody can add a takedown',
    whileServing: true,
  },
  '0047_model_states.sql': {
    rules: ['write', 'index', 'scan', 'held'],
    why: 'model_versions has tens of rows, and only `migrate` writes to it',
    whileServing: true,
  },
};
