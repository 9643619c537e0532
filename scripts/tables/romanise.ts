const CYRILLIC: Record<string, string> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ё: 'yo', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k' },
  ...{ л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts' },
  ...{ ч: 'ch', ш: 'sh', щ: 'shch', ъ: '', ы: 'y', ь: '', э: 'e', ю: 'yu', я: 'ya' },
};
const UKRAINIAN: Record<string, string> = { ...CYRILLIC, г: 'h', и: 'y', і: 'i', ї: 'yi', є: 'ye', ґ: 'g' };
const BULGARIAN: Record<string, string> = { ...CYRILLIC, х: 'h', щ: 'sht', ъ: 'a' };
const GREEK: Record<string, string> = {
  ...{ α: 'a', β: 'v', γ: 'g', δ: 'd', ε: 'e', ζ: 'z', η: 'i', θ: 'th', ι: 'i', κ: 'k', λ: 'l', μ: 'm' },
  ...{
    ν: 'n',
    ξ: 'x',
    ο: 'o',
    π: 'p',
    ρ: 'r',
    σ: 's',
    ς: 's',
    τ: 't',
    υ: 'y',
    φ: 'f',
    χ: 'h',
    ψ: 'ps',
    ω: 'o',
  },
};
const INITIALS = 'g kk n d tt r m b pp s ss _ j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = '_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

/** Text in Latin letters as listeners spell it: simple tables, and for Korean the Revised Romanization by syllables. */
export function romanise(text: string, language: 'ru' | 'uk' | 'bg' | 'el' | 'ko'): string {
  if (language === 'ko') return [...text.normalize('NFC')].map(romaniseSyllable).join('');
  const plain = language === 'el' ? text.normalize('NFD').replace(/\p{M}/gu, '') : text;
  const letters = { ru: CYRILLIC, uk: UKRAINIAN, bg: BULGARIAN, el: GREEK }[language];
  const spelled = [...plain.toLowerCase()].map((letter) => letters[letter] ?? letter).join('');
  return language === 'el' ? spelled.replaceAll('oy', 'ou').replaceAll('ay', 'af') : spelled;
}

function romaniseSyllable(char: string): string {
  const code = char.charCodeAt(0);
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return char;
  const at = code - FIRST_SYLLABLE;
  const parts = [
    INITIALS[Math.floor(at / (VOWELS.length * FINALS.length))],
    VOWELS[Math.floor(at / FINALS.length) % VOWELS.length],
    FINALS[at % FINALS.length],
  ];
  return parts.join('').replaceAll('_', '');
}
