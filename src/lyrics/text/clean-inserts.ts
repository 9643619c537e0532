import type { Note } from './clean.ts';

const SYMBOL = String.raw`(?:[A-Z]{1,3})?[$€£¥₹₽₺₴₩₪₫₱₦฿]|R\$|zł|kr\.?|Kč|Ft|lei|лв\.?|din|CHF|Fr\.`;
const CODES =
  'USD|EUR|GBP|AUD|CAD|NZD|PLN|BRL|MXN|SEK|NOK|DKK|CHF|CZK|HUF|RON|JPY|INR|TRY|ZAR|ILS|ARS|CLP|COP|SGD|HKD|KRW|UAH|RUB';
const AMOUNT = String.raw`\d{1,7}(?:[.,]\d{1,3}){0,2}`;
const PRICE = String.raw`(?:(?:${SYMBOL}|${CODES}|S\/|Rp|RM|R)[ \u00a0]?${AMOUNT}|${AMOUNT}(?:[ \u00a0]?(?:${SYMBOL}|(?:${CODES})(?![a-z])))?)`;
const OFFERS = [
  'Get tickets as low as',
  'Tickets as low as',
  'Get tickets from',
  'Consigue entradas desde',
  'Obtén boletos desde',
  'Obtenez des billets à partir de',
  'Billets à partir de',
  'Tickets ab',
  'Ingressos a partir de',
  'Biglietti a partire da',
  'Bilety już od',
  'Bilety od',
  'Kaartjes vanaf',
  'Билеты от',
];
const LIVE = String.raw`(?:See|Ver a|Ver|Voir|Veja|Vedi|Zobacz|Bekijk) [^\n]{1,80}? (?:Live|en vivo|en concert|ao vivo|dal vivo|na żywo)`;
const TICKETS = new RegExp(
  String.raw`(?:${LIVE}[ \n]{0,3})?(?:${OFFERS.join('|')}) ?${PRICE}(?: ?\n)?`,
  'gu',
);
// Alone on a line, or joined to the text before or after it. A sentence that goes on is a lyric.
const ALSO_LIKE =
  /(?:(?<=\S)|^)You might also like(?= *$| ?["“”'‘’„«([{*<¿¡…~#$\p{So}\p{Pd}]|\p{Lu}|\p{Lo}|\d|(?!s\b|d\b|ly\b|n\b|wise\b)\p{Ll})(?: ?\n)?/gmu;
const ALSO_LIKE_LINES: ReadonlySet<string> = new Set([
  'También te puede gustar',
  'Quizás también te guste',
  'Você também pode gostar',
  'Você também pode gostar de',
  'Vous aimerez aussi',
  'Vous pourriez aussi aimer',
  'Das könnte dir auch gefallen',
  'Potrebbe piacerti anche',
  'Może ci się też spodobać',
  'Может вам понравиться',
  'Вам также может понравиться',
  'Misschien vind je dit ook leuk',
]);
const EMBED_TAIL = /(?:Embed|EmbedShare URLCopyEmbedCopy|Share URLCopyEmbedCopy)$/;
const COUNTER = /^\d[\d.,]{0,6}K?$/;
// "back in 1995", "number 1", "Glock 40": what the number of a line belongs to.
const BEFORE_NUMBERS: ReadonlySet<string> = new Set(
  (
    'a an the at in on of to for from with by since til till until like about bout around over under past before after and or plus ' +
    'minus times number numbers no nr route area level page line lane part chapter verse psalm channel section block floor room gate top ' +
    'age aged turn turned turning hit be is was am are were im its hes shes theyre were my your his her our their this that these those ' +
    'another every each all only just got get have had has need want count one two three x vs versus club street ave highway unit model glock mac ak'
  ).split(' '),
);

/** Replaces the page's ticket offer and its "You might also like" block in the text with a line break. */
export function dropInserts(text: string, note: Note): string {
  let result = text;
  if (OFFERS.some((offer) => result.includes(offer))) {
    result = result.replace(TICKETS, (_, at: number, whole: string) => {
      note('tickets');
      return breakAt(whole, at);
    });
  }
  if (result.includes('You might also like')) {
    result = result.replace(ALSO_LIKE, (_, at: number, whole: string) => {
      note('you_might_also_like');
      return breakAt(whole, at);
    });
  }
  const lines = result.split('\n');
  const kept = lines.filter((line) => !ALSO_LIKE_LINES.has(line.trim()));
  if (kept.length === lines.length) return result;
  note('you_might_also_like', lines.length - kept.length);
  return kept.join('\n');
}

// What was joined to a line ends it; a line of its own leaves none.
const breakAt = (text: string, at: number): string => (at === 0 || text[at - 1] === '\n' ? '' : '\n');

/**
 * Removes "Embed" and its counter from the end. Digits directly after a letter or a punctuation mark are the counter, and
 * so is a short number after a word that needs none; "back in 1995", "the '90", "number 1", "$45" are lyrics and stay.
 */
export function dropTail(lines: readonly string[], note: Note): string[] {
  const kept = withoutBlankEnd(lines);
  const last = (kept.at(-1) ?? '').trimEnd();
  const body = last.replace(EMBED_TAIL, '');
  if (body === last || !isEmbed(body, last)) return kept;
  note('embed');
  kept.pop();
  const text = withoutCounter(body).trimEnd();
  if (text !== '') return [...kept, text];
  const rest = withoutBlankEnd(kept);
  const isAlone = body === '' && rest.length > 1 && COUNTER.test((rest.at(-1) ?? '').trim());
  return isAlone ? withoutBlankEnd(rest.slice(0, -1)) : rest;
}

function withoutBlankEnd(lines: readonly string[]): string[] {
  const kept = [...lines];
  while (kept.length > 0 && (kept.at(-1) ?? '').trim() === '') kept.pop();
  return kept;
}

// A sung line may end with the word "embed". The page's "Embed" is alone on its line or joined to the text or counter.
function isEmbed(body: string, last: string): boolean {
  return body === '' || !/\s$/.test(body) || last.includes('URLCopy');
}

function withoutCounter(body: string): string {
  const start = counterStart(body);
  const before = body.slice(0, start);
  if (before === '' || !/[\s'’$€£#.,:-]$/.test(before)) return before;
  return start < body.length && before.endsWith(' ') && isSpacedCounter(before, body.slice(start))
    ? before
    : body;
}

// "the marble answers 12Embed": a number of two digits behind a small word, or one in thousands.
function isSpacedCounter(before: string, counter: string): boolean {
  if (counter.endsWith('K')) return true;
  const words = before.trimEnd();
  const word = words.slice(words.lastIndexOf(' ') + 1);
  const plain = word.replace(/['’]/g, '');
  return counter.length <= 3 && /^\p{Ll}{3,}$/u.test(plain) && !BEFORE_NUMBERS.has(plain);
}

// The position at which the number at the end ("12", "3.4K") begins; the length of the text if there is none.
function counterStart(text: string): number {
  const end = text.endsWith('K') ? text.length - 1 : text.length;
  const start = digitsStart(text, end);
  if (start === end) return text.length;
  if (end - start > 1 || text[start - 1] !== '.') return start;
  const whole = digitsStart(text, start - 1);
  return whole === start - 1 ? start : whole;
}

function digitsStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') start -= 1;
  return start;
}
