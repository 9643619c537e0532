/**
 * Kinds of phrases: what people do, what things do, what people are and have, where, when and how it happens, and who
 * acts.
 */
export const PHRASE_KINDS = ['do', 'thing', 'being', 'having', 'where', 'when', 'how', 'who'] as const;
export type PhraseKind = (typeof PHRASE_KINDS)[number];

/** A few words that belong together and can stand in lines of many kinds. */
export interface Phrase {
  readonly kind: PhraseKind;
  /** As written. A verb comes first and in its base form; "~" is the doer's own: my, your, their. */
  readonly words: readonly string[];
  /** Of a `thing`: what does it; empty for the others. */
  readonly subject: readonly string[];
  /** Whether those who do it, in `thing` and `who`, are many. */
  readonly isPlural: boolean;
  /** How fitting its source is, above 0; 1 is ordinary. */
  readonly weight: number;
}

/** Stands for my, your, his, her, our or their. */
export const OWN = '~';

const split = (text: string): string[] => text.trim().split(/\s+/).filter(Boolean);

/** Reads "the rent = go up" of a kind; "==" where those who do it are many. */
export function readPhrase(kind: PhraseKind, text: string, weight: number): Phrase {
  const isPlural = text.includes('==');
  const [left = '', right = ''] = text.split(/==?/);
  if (kind === 'thing') return { kind, words: split(right), subject: split(left), isPlural, weight };
  return { kind, words: split(left), subject: [], isPlural, weight };
}

/** Phrases as `readPhrases` reads them, each once. */
export function writePhrases(phrases: readonly Phrase[]): string {
  const byKind = Map.groupBy(phrases, ({ kind }) => kind);
  return [...byKind]
    .map(([kind, some]) => `[${kind}]\n${[...new Set(some.map(entryOf))].join(';')}`)
    .join('\n');
}

function entryOf({ kind, words, subject, isPlural }: Phrase): string {
  const mark = isPlural ? '==' : kind === 'thing' || kind === 'who' ? '=' : '';
  const parts = kind === 'thing' ? [...subject, mark, ...words] : [...words, mark];
  return parts.filter(Boolean).join(' ');
}

/** Reads phrases as the general model's file has them: headings in brackets, entries between semicolons, "#" remarks. */
export function readPhrases(text: string, weight: number): Phrase[] {
  const phrases: Phrase[] = [];
  let kind: PhraseKind | undefined;
  for (const line of text.split('\n').map((row) => row.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[')) kind = PHRASE_KINDS.find((one) => line === `[${one}]`);
    else
      for (const entry of line.split(';'))
        if (kind && entry.trim()) phrases.push(readPhrase(kind, entry, weight));
  }
  return phrases;
}

/** Phrases of a kind that say the same, once, with the greatest weight. */
export function distinct(phrases: readonly Phrase[]): Phrase[] {
  const found = new Map<string, Phrase>();
  for (const phrase of phrases) {
    const key = `${phrase.kind} ${phrase.words.join(' ')}`;
    const known = found.get(key);
    if (!known || known.weight < phrase.weight) found.set(key, phrase);
  }
  return [...found.values()];
}
