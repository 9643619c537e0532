import { readableTitle } from './readable-title.ts';

// What catalogues mask with signs. Another word is never read into a mask: "B**** Party" is not "Beach Party".
const MASKED = (
  'fuck fucks fucked fucker fuckers fuckin fucking fuckboy fuckboys fucc motherfucker motherfuckers motherfucking motherfuckin mothafucka ' +
  'mothafuckas muthafucka muthafuckas mf shit shits shitty shittin bullshit horseshit bitch bitches bitchin bitchy bish nigga niggas nigger ' +
  'niggers niggaz ass asses asshole assholes badass dumbass jackass pussy pussies dick dicks dickhead cock cocks cunt cunts hoe hoes whore ' +
  'whores slut sluts damn dammit goddamn goddam hell tit tits titty titties bastard bastards fag fags faggot faggots dyke crap piss pissed ' +
  'sex sexy sexual orgasm penis vagina nude porn rape weed drug drugs cocaine coke crack heroin molly blunt blunts joint gun guns glock kill ' +
  'killa killer killers killed killing murder murda die dead death suicide god wank twat prick bollocks arse arsehole puta puto mierda merde ' +
  'pute putain salope scheiss scheisse ficken fick kurwa cazzo porra caralho блядь сука хуй пизда'
).split(' ');
const WORD = /[\p{L}\p{N}*#@%•_$!'’]+/gu;
const MASK = /[*#@%•_$!]+/gu;
const IS_MASKED = /^\p{L}+[\p{L}$!]*[*#@%•_]|^\p{L}+[!$]+\p{L}|^[*#@%•_]+\p{L}/u;
/** A mask may be shorter or longer than what it hides: "F*k", "B*******". */
const MOST_HIDDEN = 8;

/** Two titles with the words that one masks and the other writes out ("F**k That", "Fuck That") written out in both. */
export function revealMasked(left: string, right: string): [string, string] {
  const [a, b] = [readableTitle(left), readableTitle(right)];
  if (!hasMask(a) && !hasMask(b)) return [left, right];
  return [reveal(a, b), reveal(b, a)];
}

const hasMask = (title: string): boolean => /[*#@%•_$!]/u.test(title);
const wordsOf = (title: string): string[] => title.toLowerCase().match(WORD) ?? [];

function reveal(title: string, other: string): string {
  const words = wordsOf(other);
  return title.replace(WORD, (word) => {
    if (!IS_MASKED.test(word)) return word;
    const meant = meaningsOf(word);
    const written = meant.find((one) => words.includes(one));
    // Both may mask it, each in its own way.
    const twice = meant.find((one) => words.some((masked) => IS_MASKED.test(masked) && fits(masked, one)));
    return written ?? twice ?? word;
  });
}

const meaningsOf = (masked: string): string[] => MASKED.filter((word) => fits(masked.toLowerCase(), word));

// The letters around the masks in order, each mask in place of one letter or more.
function fits(masked: string, word: string): boolean {
  const pieces = masked.split(MASK);
  const [first = '', ...others] = pieces;
  const last = others.pop() ?? '';
  if (!word.startsWith(first) || !word.endsWith(last) || word.length <= first.length + last.length)
    return false;
  if (Math.abs(word.length - masked.length) > MOST_HIDDEN) return false;
  let at = first.length + 1;
  for (const piece of others) {
    const found = word.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length + 1;
  }
  return at <= word.length - last.length;
}
