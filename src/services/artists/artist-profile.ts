import type { Count, Mean } from '../../ml/statistics.ts';
import type { ThemesOverYears } from './themes-over-years.ts';

/** Shares among the songs that have a value. */
export interface Shares {
  songs: number;
  shares: Count<string>[];
}

/** Which analysers made the analyses of a profile. */
export interface ProfileAnalyzer {
  analyzer: string;
  model_version: string;
  prompt_version: string;
  songs: number;
  /** Of these, how many were made by a fallback. */
  degraded: number;
}

export interface ProfileRhyme {
  density: Mean;
  malmi: Mean;
  multisyllabic_per_100_syllables: number | null;
  /** Rhyming pairs; the shares are relative to their number. */
  pairs: number;
  end_share: number | null;
  internal_share: number | null;
  chain_share: number | null;
  longest: { track_id: number; title: string; syllables: number; first: string; second: string } | null;
  quatrains: number;
  schemes: Count<string>[];
}

/** The stored profile of an artist. Every figure states how many songs it is based on. */
export interface ArtistProfile {
  songs: number;
  analysed: number;
  is_partial: boolean;
  years: { first: number | null; last: number | null; undated: number };
  analyzers: ProfileAnalyzer[];
  vocabulary: {
    lines: 'once';
    order: 'release';
    tokens: number;
    types_in_first: { tokens: number; types: number | null; reason: 'too_few_tokens' | null }[];
    mtld: Mean;
    mattr: Mean;
  };
  rhyme: ProfileRhyme;
  flow: Record<'syllables_per_line' | 'regularity' | 'stress_regularity' | 'repeated_lines', Mean>;
  sentiment: { score: Mean; labels: Shares };
  explicit: { ratings: Shares; flagged: Mean };
  scores: { complexity: Mean; quality: Mean };
  themes: ThemesOverYears;
}

/** The numbers by which artists are compared; a number without a measurement is left out. */
export type ArtistMeasures = Record<string, number>;
