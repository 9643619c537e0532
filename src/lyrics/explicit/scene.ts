/** What a hit is about, for people who choose what to play: words (profanity, slurs) or what is told (the others). */
export const EXPLICIT_CLASSES = ['profanity', 'slur', 'sexual', 'violence', 'drugs'] as const;

export type ExplicitClass = (typeof EXPLICIT_CLASSES)[number];

export const EXPLICIT_SEVERITIES = ['strong', 'mild'] as const;

export type Severity = (typeof EXPLICIT_SEVERITIES)[number];

/**
 * Phrases that tell of one kind of thing, one a row. `a/b` is either word, CAPITALS a class of words, `a_b` two words, `~2` up to
 * two words in between, `!a` that no `a` follows here, `$` the end of the line.
 */
export interface Scene {
  kind: ExplicitClass;
  severity: Severity;
  /** Classes of words whose presence in the line gives the phrases another meaning. */
  unless?: readonly string[];
  phrases: string;
}
