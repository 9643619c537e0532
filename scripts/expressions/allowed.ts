/** Expressions that the checker does not pass, and why their time is bounded all the same. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  'our own text, not from outside': [
    String.raw`/^'+|'+$/g`,
    String.raw`/\d+ ms/g`,
    String.raw`/ \([^)]*\)$/`,
    String.raw`/\s*\(.*\)$/`,
  ],
  'every repeat is bounded, so that the time grows with the text': [
    String.raw`/[“"‘][^“”"]{2,60}[,.]?[”"’]/`,
    String.raw`/\b(?:ignore|disregard|forget|override|bypass|skip|drop)\b.{0,40}\b(?:instructions?|prompts?|guidelines|directives?|system message)\b/`,
    String.raw`/\b(?:set|make|mark|put|report|return|output|give|rate)\b.{0,40}\b(?:sentiment|emotions?|themes?|quality|confidence|summary|entities|subgenre|wordplay|score|rating)\b.{0,20}(?:\b(?:to|as|of|is|at)\b|[:=]).{0,12}(?:\d|\b(?:max|maximum|positive|negative|neutral|mixed|full|top|perfect)\b)/`,
  ],
  'messages of at most 120 characters': [
    String.raw`/^[[(]?\s*(?:instrumental|instrumentale|strumentale)\s*[:–-]\s*[^\n\]]{1,80}$/i`,
  ],
  'titles and what may stand before them are cut at 1,000 characters': [
    String.raw`/\s(?:feat|ft|featuring|with|w\/|prod)\b\.?\s.*$/`,
    String.raw`/\s*[([][^()[\]]*[)\]]/g`,
  ],
  'a header line has 160 characters at most': [
    String.raw`/^第?[\d一二三四五六七八九十]+[段节節]?|[\d一二三四五六七八九十]+$/gu`,
    String.raw`/[\s|,:;(–—-]+$/`,
    String.raw`/\s*[([]?\s*\b(?:ft|feat|featuring)\b.*$/`,
    String.raw`/\s*[,،、，;；&＆+/／|]\s*|\s+(?:and|with|w\/|feat\.?|ft\.?|featuring|vs\.?|y|con|com|avec|et|e|ed|und|mit|og|och|med|met|en|i|ja|és|ve|và|и|та|×|x)\s+|\s+(?:FEAT\.?|FT\.?|Feat\.?|Ft\.?|And|With|AND)\s+/u`,
    String.raw`/\s+X\s+(?![&+,/x×(]|and\s|feat|ft|with\s)/u`,
    String.raw`/[:,&+]\s*$|^\[\p{L}[\p{L} -]*\d*\s*:/u`,
    String.raw`/\d+$/`,
    String.raw`/<[^>]*>/g`,
  ],
  'a word holds no line break, and up to one the first apostrophe takes the rest': [
    String.raw`/(?:['’].*|y|i)$/`,
  ],
  'titles and credit lines are cut at 500 characters (sources/readable-title.ts)': [
    String.raw`/[([](?:[^()[\]]* )?(?:translation|romanized|romanization|traducción|traduction|tradução|traduzione|übersetzung|traducerea|çeviri|çevirisi|перевод|tłumaczenie|svensk översättning|dansk oversættelse|nederlandse vertaling|ترجمه|翻訳|和訳|번역)(?: [^()[\]]*)?[)\]]/iu`,
    String.raw`/\b(?:live(?: (?:at|in|from|on|version|session).*)?|unplugged|tiny desk.*)$/i`,
    String.raw`/\s[-–—]\s+([^-–—]+)$/`,
    String.raw`/(?:^|[([\-–—:]\s*)(?:[\w' ]+ )?skit(?:\s*#?\d+)?\s*[)\]]?$/i`,
    String.raw`/\s*[([]\s*(?:(?:feat(?:uring)?|ft|with|prod(?:uced)?(?: by)?)\b|w\/)\.?[^)\]]*[)\]]|\s+(?:(?:feat(?:uring)?|ft)\b\.?\s|w\/).*$/giu`,
    String.raw`/\s*\|\s*Genius(?: Lyrics)?\s*$/i`,
    String.raw`/\s+Lyrics$/i`,
    String.raw`/^(.+?)\s[–—]\s(.+)$/`,
    String.raw`/\s*[([{]([^()[\]{}]*)[)\]}]/g`,
    String.raw`/\s+[-–—]\s+/`,
    String.raw`/\s+(?:(?:feat(?:uring)?|ft)\b\.?\s|w\/).*$/i`,
    String.raw`/\s*(?:,|;|&|\+|\/|\s[x×]\s(?![&+,/x×]|and\s|feat|ft\b|with\s)|\band\b|\bwith\b|\bfeat(?:uring)?\b\.?|\bft\b\.?|\bvs\b\.?|\bw\/)\s*/iu`,
    String.raw`/[^\p{L}\p{N}\s]+$/u`,
    String.raw`/^\p{L}+[\p{L}$!]*[*#@%•_]|^\p{L}+[!$]+\p{L}|^[*#@%•_]+\p{L}/u`,
  ],
  'titles that passed the import have 500 characters at most': [
    String.raw`/\s*(?:-\s*|[([])?\b(?:album|clean|dirty|edited|explicit|radio|edit|version)\b.*$/i`,
  ],
  'statements and addresses of our own': [
    String.raw`/set_config\s*\(([^)]*)\)/gi`,
    String.raw`/-pooler\.(?=[^/]*\.neon\.tech)/`,
  ],
};

export const ALLOWED: ReadonlyMap<string, string> = new Map(
  Object.entries(REASONS).flatMap(([reason, written]) => written.map((one) => [one, reason] as const)),
);

/** Files with a `RegExp(...)` of parts that are known only at run time, and why that is safe. */
export const ALLOWED_DYNAMIC: ReadonlyMap<string, string> = new Map([
  ['src/lyrics/text/clean-inserts.ts', 'of constants, and every repeat is bounded'],
  ['src/lyrics/phonetics/spoken/number-tokens.ts', 'sticky, of constants, and every repeat is bounded'],
  ['src/sources/genius/js-string.ts', 'one character class of two characters'],
  ['scripts/bench/worker-memory.ts', 'names of our own, and lines of the kernel'],
  ['scripts/local/sites/spotify-api.ts', 'names of our own; the simulated site serves tests only'],
]);
