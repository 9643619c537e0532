const QUOTED = /["“”„‟«»‹›「」『』《》〈〉].*["“”„‟«»‹›「」『』《》〈〉]/u;
const WORDS = /[\p{L}\p{M}ʻʼ’']+/gu;

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Words for the text of a song, and for its translation. A quoted title beside one of them is a title line. */
const TERMS = set(
  'lyrics lyric letra letras lletra paroles parole testo testi songtext liedtext text texty tekst teksten teksti tekstas tekstur текст текстът ' +
    'слова szöveg szövege dalszöveg dalszövege magyarul fordítás sanat sanoitus sanoitukset sõnad laulusõnad söngtextar söngtexti texti ' +
    'žodžiai vārdi teksts songtekst songteksten liedtekst versuri versurile стихове στίχοι sözleri sözü sözləri matni matn мәтіні ' +
    'lời lirik ' +
    'เนื้อเพลง เนื้อร้อง 歌詞 歌词 가사 노랫말 كلمات متن آهنگ מילים מילות बोल hitzak geiriau letrak lirieke besedilo riječi reči ' +
    'traducción tradução traduzione traduction traducció traducere übersetzung перевод переклад пераклад превод tłumaczenie překlad preklad ' +
    'prijevod prevod oversettelse oversættelse översättning vertaling käännös suomennos tõlge tulkojums vertimas çeviri çevirisi tərcümə ' +
    'μετάφραση terjemahan คำแปล 翻訳 和訳 翻译 翻譯 번역 ترجمة ترجمه תרגום अनुवाद translation translated romanized romanization përkthim përkthimi',
);

const START =
  /^(?:letra (?:de|da|do|completa|traducida)|lletra de|paroles (?:de|du|d['’])|testo (?:di|del|della)|(?:deutscher )?songtext (?:zu|von)|lyrics (?:zu|von|to|for|from snippet|of)|tekst (?:piosenki|pjesme|pesme|til)|текст (?:песни|пісні|песме|за песната)|текст на песента|songtekst van|text (?:skladby|piesne|písně|k písni)|teksti i|dainos žodžiai|söngtextar (?:fyrir|við)|lời (?:bài hát|dịch)|versuri|lirik(?: lagu)?|şarkı sözü|στίχοι|เนื้อเพลง|كلمات (?:أغنية|اغنية)|متن آهنگ|מילים לשיר)(?![\p{L}])/u;
const END =
  /(?:^|\s)(?:şarkı sözleri|mahnı sözləri|laulusõnad|dalszöveg|magyarul|sanat|sanoitukset|qoshigi matni|lyrics|songtext|songtekst|şarkı sözü)$|(?:歌詞|歌词|가사)\s*$/u;
const FEATURE = /\s*[([]?\s*\b(?:ft|feat|featuring)\b.*$/;

/** Whether what stands in square brackets names the song and says that its words follow: `[Letra de "Título" ft. X]`. */
export function isTitleLine(content: string): boolean {
  const text = content.toLowerCase().replaceAll('\u0307', '');
  const plain = text.replace(/[ʻʼ]/g, '').replace(FEATURE, '').trim();
  if (START.test(text) || END.test(plain)) return true;
  if (!QUOTED.test(text)) return false;
  return (text.match(WORDS) ?? []).some((word) => TERMS.has(word)) || /歌詞|歌词|가사/u.test(text);
}
