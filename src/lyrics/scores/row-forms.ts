/** What the rows of a text are if they are no lines of a verse, told by how they are written. */
export type RowForm = 'code' | 'chat' | 'list';

const CODE = [
  /[{}],?$|^[{}]/,
  /\(\)|\);$|\) ?\{$|\):$/,
  /=>|==|!=|&&|\|\||::|\\n|<\/?[a-z][a-z0-9]{0,20}[\s>]/i,
  /^(?:#!|\/\/|import\s+\w+|from\s+\w+\s+import\s|export\s|return\s*[\w({]*;|const\s+\w+\s*=|let\s+\w+\s*=|def\s+\w+\()/,
  /^"[^"]+" ?:/,
  /^\\[a-z]+|\\[a-z]+\{/,
  /^(?:SELECT|FROM|WHERE|JOIN|GROUP BY|ORDER BY|INSERT INTO|UPDATE|DELETE FROM|HAVING|LIMIT|AND|OR) .*[=<>*();,\d]/,
];
const MIN_CODE = 0.3;

/** A name before what somebody says, with or without the time. */
const SPEAKER =
  /^(?:\[?\d{1,4}[\d:./-]{1,9}(?:,? \d{1,2}:\d{2}(?::\d{2})?)?(?: ?[ap]m)?\]?(?: -)? )?(?:<([\p{L}\d_ .-]{1,24})>|([\p{L}\d_][\p{L}\d_ .'-]{0,23}):)\s/iu;
/** Before what is quoted in a verse. */
const SAYS = /\b(?:said|say|says|saying|asked|ask|asks|told|tell|tells|like|goes|went)$/i;
/** Signs of a chat that no duet has. */
const CHAT_MARK = /^\[?\d{1,4}[:/.-]\d|^<|\b(?:lol|btw|omg|ok|np|idk|brb)\b/i;
const MIN_SPEAKERS = 2;
const MIN_SPOKEN = 0.6;
/** Words from row to row: those who talk change their length more than those who rap. */
const MIN_UNEVEN = 0.3;

/** A mark, number, box or amount before each thing. */
const ITEM = /^(?:[-*•–+]|\[[ x]?\]|\(?\d{1,3}[.)]|☐|☑|✓)\s/i;
const AMOUNT =
  /^(?:\d[\d.,/]*|½|¼|an?|some) ?(?:g|kg|ml|cl|l|oz|lb|cups?|tbsp|tsp|tablespoons?|teaspoons?|slices?|handfuls?|pinch|cloves?|litres?|cans?|x)\b/i;
const MIN_ITEMS = 0.6;
/** Words of a row: numbered or bulleted lines of a verse are longer. */
const MAX_ITEM_WORDS = 8;

/** Code, a chat or a list; null for anything else. */
export function rowFormOf(text: string): RowForm | null {
  const rows = text
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '');
  const share = (is: (row: string) => boolean): number => rows.filter(is).length / Math.max(1, rows.length);
  if (isChat(rows)) return 'chat';
  if (share((row) => CODE.some((mark) => mark.test(row))) >= MIN_CODE) return 'code';
  const words = rows.reduce((sum, row) => sum + wordsOf(row), 0) / Math.max(1, rows.length);
  const items = Math.max(
    share((row) => ITEM.test(row)),
    share((row) => AMOUNT.test(row)),
  );
  return items >= MIN_ITEMS && words <= MAX_ITEM_WORDS ? 'list' : null;
}

const wordsOf = (row: string): number => row.split(/\s+/).length;

/** Two or more take turns, in rows marked as a chat's are, begun in small letters or of very uneven length. */
function isChat(rows: readonly string[]): boolean {
  const spoken = rows.flatMap((row) => {
    const [mark, nick, name] = SPEAKER.exec(row) ?? [];
    return mark === undefined || SAYS.test(name ?? '')
      ? []
      : [{ speaker: nick ?? name ?? '', said: row.slice(mark.length) }];
  });
  if (spoken.length < MIN_SPOKEN * rows.length) return false;
  const turns = Map.groupBy(spoken, ({ speaker }) => speaker);
  const speakers = [...turns.values()].filter(({ length }) => length >= 2).length;
  if (speakers < MIN_SPEAKERS) return false;
  if (rows.some((row) => CHAT_MARK.test(row.trim()))) return true;
  if (spoken.filter(({ said }) => /^\p{Ll}/u.test(said)).length >= MIN_SPOKEN * spoken.length) return true;
  const lengths = spoken.map(({ said }) => wordsOf(said));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const spread = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length);
  return spread >= MIN_UNEVEN * mean;
}
