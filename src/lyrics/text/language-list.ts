/** The names of languages that a page lists, without spaces, between the counter and the title of a song. */
const NAMES = (
  'Translation,Translations,Traduções,Traducciones,Traductions,Romanization,Romanizations,English,Español,Português,Deutsch,Français,' +
  'Italiano,Polski,Türkçe,Русский,Українська,Беларуская,Български,Српски,Srpski,Hrvatski,Bosanski,Македонски,Slovenščina,Slovenčina,' +
  'Čeština,Magyar,Română,Ελληνικά,Nederlands,Vlaams,Afrikaans,Svenska,Dansk,Norsk,Íslenska,Suomi,Eesti,Latviešu,Lietuvių,Shqip,' +
  'Català,Galego,Euskara,Gaeilge,Cymraeg,Azərbaycan,Azərbaycanca,Qazaqşa,Қазақша,Кыргызча,Oʻzbek,Oʻzbekcha,O‘zbekcha,Türkmençe,Татарча,' +
  'Հայերեն,ქართული,العربية,فارسی,اردو,کوردی,Kurdî,עברית,हिन्दी,मराठी,नेपाली,বাংলা,ਪੰਜਾਬੀ,ગુજરાતી,தமிழ்,తెలుగు,ಕನ್ನಡ,മലയാളം,සිංහල,ไทย,ภาษาไทย,' +
  'ລາວ,မြန်မာ,ខ្មែរ,Tiếng Việt,Bahasa Indonesia,Bahasa Melayu,Filipino,Tagalog,日本語,한국어,中文,简体中文,繁體中文,粵語,Esperanto,Latina,Kiswahili,Монгол,Lëtzebuergesch,Malti,' +
  'Português (Brasil),Español (Latinoamérica)'
).split(',');
/** "(English)", and a name followed by its English name: "Shqip (Albanian)". Each matches in one way only. */
const SPACE = /\s/uy;
const PATTERNS = [/\([\p{L} ]{2,20}\)/uy, /\p{Lu}\p{L}+ \([\p{L} ]+\)/uy, SPACE];

/**
 * Whether a text consists only of names of languages, with or without spaces between them. A name can be the beginning
 * of another, so every position that a list can reach is tried once; trying all lists would take exponential time. `known`: no name but
 * those listed here, because "Marlow (yeah)" is a sung line.
 */
export function isLanguageList(text: string, { known = false } = {}): boolean {
  const reached = new Uint8Array(text.length + 1);
  reached[0] = 1;
  for (let at = 0; at < text.length; at++) {
    if (reached[at] === 0) continue;
    for (const name of NAMES) if (text.startsWith(name, at)) reached[at + name.length] = 1;
    for (const pattern of known ? [SPACE] : PATTERNS) {
      pattern.lastIndex = at;
      if (pattern.test(text)) reached[pattern.lastIndex] = 1;
    }
  }
  return reached[text.length] === 1;
}
