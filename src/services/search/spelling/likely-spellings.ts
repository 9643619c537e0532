const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** In a longer word one error leaves enough of it for its trigrams to be alike. */
const MAX_FULL = 8;

/** Spellings of one sound: what is typed, what may be meant. */
const SOUNDS: readonly (readonly [string, string])[] = (
  'f ph,ph f,k c,k ch,k ck,c k,ck k,c s,s c,z s,s z,j g,g j,ite ight,ight ite,oo u,u oo,oo ough,ew ough,i y,y i,ee ea,ea ee,' +
  'ie ei,ei ie,er or,or er,er ar,ur ir,ir ur,ur er,ar er,n kn,r wr,w wh,h wh,x cks,cks x,shun tion,sion tion,kw qu,qu kw,' +
  'ay ei,ai ei,a ay,e ea,o ow,o oa,ow ou,ou ow,aw au,au aw,f gh,t ght,m mb,s ps,ks x,sh ch,ch sh,ch tch,j dge,el le,le el'
)
  .split(',')
  .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)]);

function* oneErrorFrom(word: string): Generator<string> {
  for (let i = 0; i <= word.length; i++) {
    const [head, tail] = [word.slice(0, i), word.slice(i)];
    if (tail.length > 1) yield head + tail.charAt(1) + tail.charAt(0) + tail.slice(2);
    if (tail !== '') yield head + tail.slice(1);
    if (head !== '') yield head + head.charAt(head.length - 1) + tail;
    if (word.length > MAX_FULL) continue;
    for (const letter of LETTERS) {
      yield head + letter + tail;
      if (tail !== '') yield head + letter + tail.slice(1);
    }
  }
}

function* soundingLike(word: string): Generator<string> {
  for (const [typed, meant] of SOUNDS)
    for (let at = word.indexOf(typed); at >= 0; at = word.indexOf(typed, at + 1))
      yield word.slice(0, at) + meant + word.slice(at + typed.length);
}

/** The wrong letter of a word is doubled: "tommorow". */
function* doubledElsewhere(word: string): Generator<string> {
  for (let i = 1; i < word.length; i++) {
    if (word[i] !== word[i - 1]) continue;
    const plain = word.slice(0, i) + word.slice(i + 1);
    for (let at = 1; at <= plain.length; at++) yield plain.slice(0, at) + plain.slice(at - 1);
  }
}

/** Lower-case spellings that are one error or one other spelling of a sound away from a word; hundreds, each once. */
export function likelySpellings(word: string): string[] {
  const found = new Set([...oneErrorFrom(word), ...soundingLike(word), ...doubledElsewhere(word)]);
  found.delete(word);
  found.delete('');
  return [...found];
}

/** Neither half of a word that lacks its blank is shorter. */
const MIN_PART = 2;

/** The two words that a word may be without its blank: "nightbus" night bus. */
export const splitsOf = (word: string): [string, string][] =>
  Array.from({ length: Math.max(0, word.length + 1 - 2 * MIN_PART) }, (_, i) => [
    word.slice(0, i + MIN_PART),
    word.slice(i + MIN_PART),
  ]);
