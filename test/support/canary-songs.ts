/** Words that all songs contain, so that searches find them. */
export const SHARED_WORDS = ['river', 'night', 'road', '"river of"', 'money', 'window'] as const;
/** Words that lines end on. */
export const END_WORDS = ['night', 'light', 'road', 'load', 'street', 'beat', 'rain', 'train'] as const;

const SONGS = 12;
const LINES = 24;

/** A unique word for each number: "canary" and six letters. */
const canary = (n: number): string =>
  `canary${Array.from({ length: 6 }, (_, place) => 'bcdfghjklm'[Math.floor(n / 10 ** (5 - place)) % 10]).join('')}`;

export interface CanarySong {
  artist: string;
  title: string;
  lyrics: string;
}

/** Songs with a word of their own on every line, or every few words of a long line, so that each piece that leaves is seen. */
export function canarySongs(): CanarySong[] {
  let made = 0;
  const next = () => canary(made++);
  const line = (i: number) =>
    `the ${SHARED_WORDS[i % 3]} of ${next()} goes by the window for money down the ${END_WORDS[i % END_WORDS.length]}`;
  const verse = () => Array.from({ length: LINES }, (_, i) => line(i));
  const long = (words: number) =>
    Array.from({ length: words }, (_, i) => (i % 4 === 0 ? next() : `river ${i % 9}`));
  const plain = Array.from({ length: SONGS }, (_, i) => ({
    title: `Plain ${i}`,
    lyrics: `[Verse 1]\n${verse().slice(0, 12).join('\n')}\n\n[Chorus]\n${verse().slice(12).join('\n')}`,
  }));
  const odd = [
    { title: 'One line', lyrics: `${long(4000).join(' ')} night` },
    { title: 'Two lines', lyrics: `${long(300).join(' ')} road\n${long(300).join(' ')} street` },
    {
      title: 'Header',
      lyrics: `[Verse 1: ${next()} ${next()} leak me, ${next()} and the night]\n${verse().join('\n')}`,
    },
    { title: 'Label', lyrics: `[Part 2: the ${next()} of ${next()} at night]\n${verse().join('\n')}` },
    {
      title: 'Names',
      lyrics: verse()
        .map((one) => `${one} with Uncle C${next().slice(1)}`)
        .join('\n'),
    },
    {
      title: 'Short',
      lyrics: verse()
        .map((one) => one.split(' ').slice(2, 4).join(' '))
        .join('\n'),
    },
  ];
  return [...plain, ...odd].map((song) => ({ artist: 'Canary Singers', ...song }));
}
