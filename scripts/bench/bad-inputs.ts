const ONSETS = 'b c d f g h k l m n p r s t v z br cl dr gl st tr'.split(' ');
const VOWELS = 'a e i o u ai ee oo ou'.split(' ');
const CODAS = ['', 'b', 'ck', 'ft', 'l', 'm', 'nd', 'ng', 'p', 'rt', 's', 'st'];

/** Invented words that are in no dictionary, all different within and between rounds. */
function strangeWords(count: number, round: number): string[] {
  const pick = (parts: readonly string[], index: number): string => parts[index % parts.length] ?? '';
  return Array.from({ length: count }, (_, at) => {
    const seed = round * count + at;
    const syllable = (step: number): string =>
      pick(ONSETS, Math.floor(seed / 7 ** step) + step) +
      pick(VOWELS, seed * (step + 2)) +
      pick(CODAS, seed + step * 5);
    return `${syllable(0)}${syllable(1)}${syllable(2)}`;
  });
}

const WORDS = 'money love the gun I you never but happy kettle Brooklyn rolling no not'.split(' ');
const spoken = (count: number, join: string): string =>
  Array.from({ length: count }, (_, at) => WORDS[(at * 7) % WORDS.length] ?? '').join(join);

/** Texts that a scraper or a client may send, by fault; `round` varies those that a cache would speed up. */
export const BAD_INPUTS: Readonly<Record<string, (round: number) => string>> = {
  empty: () => '',
  one_word: () => 'word',
  line_of_5000_characters: () => spoken(1200, ' ').slice(0, 5000),
  word_of_5000_letters: () => 'a'.repeat(5000),
  one_word_lines_5000: () => spoken(5000, '\n'),
  strange_one_word_lines_5000: (round) => strangeWords(5000, round).join('\n'),
  emoji: () => '🔥🔥 💯 👩‍👩‍👧‍👦 🏳️‍🌈\n'.repeat(300),
  right_to_left: () => 'אני כותב את השיר הזה בלילה\nوأنا أكتب هذه الأغنية\n'.repeat(150),
  cyrillic: () => 'Я пишу эти строки ночью в тишине\n'.repeat(300),
  japanese: () => '夜の街でこの歌を書いている\n'.repeat(300),
  punctuation_only: () => '!!! ... ,,, ??? --- (((\n'.repeat(300),
  line_1000_times: () => 'hold the rope and never let it go\n'.repeat(1000),
};
