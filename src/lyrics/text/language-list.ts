/** The names of languages that a page lists, without spaces, between the counter and the title of a song. */
const NAMES = [
  ...[
    'Translation',
    'Translations',
    'Romanization',
    'Traduções',
    'English',
    'Español',
    'Português',
    'Deutsch',
  ],
  ...['Français', 'Italiano', 'Polski', 'Türkçe', 'Русский', 'Русский (Russian)', 'Українська', 'العربية'],
  ...[
    'فارسی',
    'עברית',
    'हिन्दी',
    '日本語',
    '한국어',
    '中文',
    'Ελληνικά',
    'Nederlands',
    'Svenska',
    'Dansk',
    'Norsk',
  ],
  ...[
    'Suomi',
    'Magyar',
    'Čeština',
    'Română',
    'Српски',
    'Azərbaycan',
    'Bahasa Indonesia',
    'Tiếng Việt',
    'ภาษาไทย',
  ],
];
/** "(English)", and a name followed by its English name: "Shqip (Albanian)". Each matches in one way only. */
const PATTERNS = [/\([\p{L} ]{2,20}\)/uy, /\p{Lu}\p{L}+ \([\p{L} ]+\)/uy, /\s/uy];

/**
 * Whether a text consists only of names of languages, with or without spaces between them. A name can be the beginning
 * of another, so every position that a list can reach is tried once; trying all lists would take exponential time.
 */
export function isLanguageList(text: string): boolean {
  const reached = new Uint8Array(text.length + 1);
  reached[0] = 1;
  for (let at = 0; at < text.length; at++) {
    if (reached[at] === 0) continue;
    for (const name of NAMES) if (text.startsWith(name, at)) reached[at + name.length] = 1;
    for (const pattern of PATTERNS) {
      pattern.lastIndex = at;
      if (pattern.test(text)) reached[pattern.lastIndex] = 1;
    }
  }
  return reached[text.length] === 1;
}
