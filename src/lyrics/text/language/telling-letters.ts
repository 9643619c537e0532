import { indexOf } from './languages.ts';

/** Letters or a spelling, the languages they tell of, and how much. */
export type TellingLetters = readonly (readonly [
  letters: RegExp,
  languages: readonly number[],
  weight: number,
])[];

const telling = (
  rows: readonly (readonly [letters: RegExp, languages: string, weight: number])[],
): TellingLetters =>
  rows.map(([letters, languages, weight]) => [letters, languages.split(' ').map(indexOf), weight] as const);

/** What only some languages of a script have, for scripts of several languages. */
export const TELLING_LETTERS = telling([
  [/[ыэ]/, 'ru be kk ky mn tt', 1],
  [/[ёъ]/, 'ru', 0.7],
  [/ъ/, 'bg', 1.5],
  [/[іїєґ]/, 'uk', 2.5],
  [/і/, 'be kk', 2.5],
  [/ў/, 'be', 4],
  [/[ђћ]/, 'sr', 4],
  [/[јљњџ]/, 'sr mk', 3],
  [/[ѓќѕ]/, 'mk', 4],
  [/[әғқұһ]/, 'kk', 2.5],
  [/[ңүө]/, 'kk ky tt', 2],
  [/[үө]/, 'mn', 2.5],
  [/[әҗһ]/, 'tt', 2.5],
  [/[ҷӣӯҳ]/, 'tg', 4],
  [/[қғ]/, 'tg', 2],
  [/[پچژگ]/, 'fa ur ps ckb', 2.5],
  [/[کی]/, 'fa ur ckb', 1.5],
  [/[ی]/, 'ps', 1],
  [/[ٹڈڑںےھہ]/, 'ur', 3],
  [/[ټډړږښېۍځڅګ]/, 'ps', 4],
  [/[ڕڵۆێە]/, 'ckb', 4],
  [/[يكةىأإؤئ]/, 'ar', 1.5],
  [/[يكئأ]/, 'ps', 0.5],
  [/ळ|(?:च्या|ायला|तो|णं|लं|ला|ले)$/, 'mr', 1.2],
  [/(?:ले|लाई|छु|छौ|छन्|थियो|थियौ|छैन|छैनौ)$/, 'ne', 2],
  [/(?:ता|ती|ना|ूँ|ूं|ोगी|ोगे)$/, 'hi', 0.7],
  [/(?:от|ите)$/, 'mk', 1],
  [/(?:ът|ят|ите)$/, 'bg', 1],
  [/[ৰৱ]/, 'as', 4],
  [/[র]/, 'bn', 1],
  [/[אַאָװױײפֿשׂ][ַָֿ]|[װױײ]/, 'yi', 4],
]);

/** The same for letters and spellings in Latin script. */
export const TELLING_SPELLINGS = telling([
  [/[łśźż]|ą/, 'pl', 1.5],
  [/[ąę]/, 'pl lt', 0.8],
  [/[ėįųū]/, 'lt', 1.2],
  [/[řěů]/, 'cs', 1.5],
  [/[ľĺŕ]/, 'sk', 2],
  [/[őű]/, 'hu', 2],
  [/[ðþ]/, 'is', 1.5],
  [/ð/, 'fo', 1],
  [/[ğı]/, 'tr az', 1.2],
  [/ş/, 'tr az tk ku', 0.7],
  [/ə/, 'az', 2],
  [/ã[oe]|õe/, 'pt', 1.5],
  [/ñ/, 'es gl wo qu gn', 1],
  [/[ơưđ]|[ăâêô][\u0300-\u0323]|[ạảấầẩẫậắằẳẵặẻẽếềểễệỉịỏốồổỗộớờởỡợủụứừửữựỷỹỵ]/, 'vi', 1.5],
  [/[ță]/, 'ro', 1.2],
  [/[ķļņģēī]/, 'lv', 1.2],
  [/å/, 'sv da no nn', 0.8],
  [/[øæ]/, 'da no nn', 0.8],
  [/[äö]/, 'sv de fi et', 0.4],
  [/æ/, 'is fo da', 0.4],
  [/ß|sch/, 'de', 0.8],
  [/[ẹọṣ]/, 'yo ig', 1.5],
  [/[ịụṅ]/, 'ig', 1.2],
  [/[ħġċ]/, 'mt', 2],
  [/[ŵŷ]/, 'cy', 2],
  [/[ŝĝĉĵŭ]/, 'eo', 2],
  [/[ɓɗƙ]/, 'ha', 2],
  [/[āēīōū]/, 'mi lv', 0.6],
  [/ʻ/, 'haw sm', 1.5],
  [/[đćč]/, 'hr sr bs', 0.6],
  [/ij|sje|dje|tje|vje|mje|rje/, 'hr bs', 0.8],
  [/ij(?!e)|oo|ee|uu/, 'nl', 0.3],
  [/ê|ôe?|oo|ee/, 'af', 0.3],
  [/[êîû]/, 'ku', 0.7],
  [/è|ò/, 'it ca ht', 0.4],
  [/l·l|ny$|tx|ç/, 'ca', 0.5],
  [/tx|tz|ak$|ren$/, 'eu', 0.6],
  [/nx|x[aeo]/, 'gl', 0.6],
  [/(?:aa|ii|uu|yy|ää)|ss?a$|lla$/, 'fi', 0.5],
]);

/** Characters of written Cantonese that written Chinese does without. */
export const CANTONESE = /[唔嘅咗冇嚟啲佢哋喺嗰咁乜嘢瞓諗揾攞嘥咩嗌睇噉畀嘞喎啱]/gu;
/** "And so", "now" and "today" of Cantonese in characters that Chinese also has. */
export const CANTONESE_WORDS = /而家|今日|尋日|聽日|點解|邊個|邊度|鍾意/gu;
