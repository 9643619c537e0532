import { memoizeByWord } from './word-memo.ts';

// Runs of one letter are shortened to a single letter first: "yeahhh", "brrr" and "ooh" stand here as "yeah", "br", "oh".
const INTERJECTIONS: ReadonlySet<string> = new Set(
  (
    'yeah yea yah yuh yup yep yes yesir ay aye ey eyo ayo yo uh huh hey hay ha hah haha hahaha heh hehe skrt skr skrp skirt ' +
    'br brap brat bla blat blatat blaka rah ra gra grah gr graow prah pra bah buh wo woah whoa wow whew wah oh o oho oy oi ' +
    'ok okay nah na no nope la da dum hum hm hmh m mh mhm um umh ugh ah ahah aha aw ow ouch ew phew pew psh pst tsk sh ' +
    'shesh go lets gang bang pow bow bop bom boom boya splash swag drip facts damn dang han haan hun whop whup yurp yerp jeah ' +
    'eh heyo hup hut bih bet word sir'
  ).split(' '),
);

/** Whether a word is a cry or an ad-lib ("yeah", "skrrt", "woo") and says nothing else. */
export const isInterjection = memoizeByWord((word: string): boolean => {
  const letters = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  return INTERJECTIONS.has(letters.replace(/(\p{L})\1+/gu, '$1'));
});
