import { seededRandom } from '../local/sites/stable-random.ts';

/** A song as a listener names it. */
interface Named {
  artist: string;
  title: string;
  guest: string | null;
}

const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '');
const LETTER = /[a-z]/i;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The text with one letter swapped with the next, doubled, left out or replaced; always the same one for a text. */
function withOneError(text: string): string {
  const random = seededRandom(`error in ${text}`);
  const pick = (count: number): number => Math.floor(random() * count);
  const places = [...text].flatMap((_, i) =>
    LETTER.test(text[i] ?? '') && LETTER.test(text[i + 1] ?? '') ? [i] : [],
  );
  const at = places[pick(places.length)];
  if (at === undefined) return text;
  const [head, letter, tail] = [text.slice(0, at), text.charAt(at), text.slice(at + 1)];
  const errors = [
    head + tail.charAt(0) + letter + tail.slice(1),
    head + letter + letter + tail,
    head + tail,
    head + LETTERS.charAt(pick(LETTERS.length)) + tail,
  ];
  return errors[pick(errors.length)] ?? text;
}

/** What somebody types who stops after 60 % of a name, but not before its fourth character. */
const begun = (text: string): string => text.slice(0, Math.max(4, Math.ceil(text.length * 0.6)));

/** The ways of naming a song that have to bring it first. With the artist, the name is one song's. */
export const NAME_FORMS: Readonly<Record<string, { hasArtist: boolean; ask: (song: Named) => string }>> = {
  lower_case: { hasArtist: false, ask: ({ title }) => title.toLowerCase() },
  without_accents: { hasArtist: false, ask: ({ title }) => withoutAccents(title) },
  artist_before: { hasArtist: true, ask: ({ artist, title }) => `${artist} ${title}` },
  artist_after: { hasArtist: true, ask: ({ artist, title }) => `${title} ${artist}` },
  by_artist: { hasArtist: true, ask: ({ artist, title }) => `${title} by ${artist}`.toLowerCase() },
  with_guest: { hasArtist: false, ask: ({ title, guest }) => `${title} feat. ${guest ?? 'Nobody Known'}` },
  one_error: { hasArtist: false, ask: ({ title }) => withOneError(title) },
  error_in_artist: { hasArtist: true, ask: ({ artist, title }) => `${withOneError(artist)} ${title}` },
  partly_typed: { hasArtist: false, ask: ({ title }) => begun(title) },
  partly_typed_with_artist: { hasArtist: true, ask: ({ artist, title }) => `${artist} ${begun(title)}` },
};
