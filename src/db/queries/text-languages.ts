/** Text search configurations used to stem lyrics, by ISO 639-1 code: the same as in `tracks.search_vector`. */
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

/** The configuration for a language's lyrics: English if Postgres has no stemmer in use for it. */
export const textLanguageOf = (code: string | null): TextLanguage =>
  TEXT_LANGUAGES[(code ?? 'en') as keyof typeof TEXT_LANGUAGES] ?? 'english';
