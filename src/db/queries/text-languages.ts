/** Text search configurations that lyrics are stemmed by, by ISO 639-1 code: those of `tracks.search_vector`. */
export const TEXT_LANGUAGES = {
  en: 'english',
  ru: 'russian',
  es: 'spanish',
  fr: 'french',
  de: 'german',
  it: 'italian',
  pt: 'portuguese',
} as const;
export type TextLanguage = (typeof TEXT_LANGUAGES)[keyof typeof TEXT_LANGUAGES];

/** What a language's lyrics are stemmed by: English where Postgres has no stemmer of its own in use. */
export const textLanguageOf = (code: string | null): TextLanguage =>
  TEXT_LANGUAGES[(code ?? 'en') as keyof typeof TEXT_LANGUAGES] ?? 'english';
