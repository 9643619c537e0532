import { readableTitle } from '../readable-title.ts';
import { foldText } from '../text-distance.ts';

/** Marks of a different recording of a song. A hard kind never matches a request without it, and vice versa. */
export type VersionKind =
  | 'acapella'
  | 'acoustic'
  | 'clean'
  | 'cover'
  | 'demo'
  | 'edit'
  | 'instrumental'
  | 'karaoke'
  | 'live'
  | 'mixed'
  | 'remix'
  | 'reprise'
  | 'skit'
  | 'speed';

export interface TrackTitle {
  /** The title as written, without features and version marks. */
  plain: string;
  /** The same, case-folded. */
  base: string;
  versions: ReadonlySet<VersionKind>;
  /** The other words of a remix mark: the remixer. Null if the title is not a remix. */
  remix: string | null;
  /** The other words of a live mark: the place. Null if the title is not live. */
  live: string | null;
}

const FEATURE = /^(?:(?:feat(?:uring)?|ft|with|prod(?:uced)?(?: by)?|con|com|avec|mit)\b[.\s]|w\/)/i;

/** Marks that do not change the recording: the same performance released again. */
const NEUTRAL: readonly RegExp[] = [
  /^(?:\d{4}\s*)?(?:digital(?:ly)?\s*)?re-?master(?:ed)?(?:\s*(?:version|edition|in|\/|-|\d{4}))*$/i,
  /^(?:\d+(?:th|st|nd|rd)? anniversary |\d{4} |mono |stereo |album |single )?(?:digital(?:ly)? )?re-?master/i,
  /^(?:original|album|single|lp|ep|main|explicit|dirty|uncensored|standard|full)(?:\s+(?:album|mix|version))*$/i,
  /^(?:explicit|album|single) version explicit$/i,
  /^(?:mono|stereo)(?:\s*(?:version|mix|\/\s*re-?mastered))?$/i,
  /^(?:[\p{L}.]+ ){0,2}(?:bonus|hidden)(?: (?:track|cd|disc|song|cut))?(?: (?:version|edition|only))?$/iu,
  /^(?:deluxe|expanded|special|limited|collector['’]?s|platinum|target|itunes|spotify)(?: (?:edition|version|exclusive))+$/i,
  /^(?:deluxe|explicit|explicit content|parental advisory|exclusive)$/i,
  /^(?:official |original |exclusive )?(?:(?:music |lyrics? |hd |4k )?(?:video|clip|visuali[sz]er|audio|track)|lyrics?)(?: (?:hd|hq|4k|oficial|officiel))?$/i,
  /^(?:v[ií]deo ?clipe?|v[ií]deo|clip|audio) (?:oficial|officiel|ufficiale)$/i,
  /^(?:hd|hq|4k|uhd|1080p|dolby atmos|spatial audio|hi-?res|vevo)$/i,
  /^(?:music from|from|taken from|theme from)\b/i,
  /(?:^| )(?:soundtrack|ost)(?: version)?$/i,
  /^\d+(?:th|st|nd|rd)? anniversary(?: (?:edition|version))?$/i,
];

const REMASTER = /^(?:digital(?:ly)? )?re-?master/i;

const isNeutral = (mark: string): boolean => NEUTRAL.some((pattern) => pattern.test(mark));

const KINDS: readonly { kind: VersionKind; pattern: RegExp }[] = [
  {
    kind: 'karaoke',
    pattern:
      /karaoke|backing track|sing[- ]?along|(?:originally|as) (?:performed|made famous|recorded|sung) by|made famous by|in the style of|with(?:out)? (?:lead |backing )?vocals/i,
  },
  {
    kind: 'cover',
    pattern:
      /\bcover(?:ed)?\b|tribute|rendition|re-?recorded|re-?recording|piano version|lullaby|8[- ]?bit|string quartet|orchestral/i,
  },
  { kind: 'instrumental', pattern: /instrumental|\bbeat\b$|no vocals/i },
  { kind: 'acapella', pattern: /a\s?cap+el+a/i },
  {
    kind: 'remix',
    pattern:
      /re-?mix|\brmx\b|\brefix\b|\brework\b|bootleg|mash-?up|\bflip\b|\bvip\b|chopped|screwed|\b(?:club|dub|dance|house|extended|street|radio|12"?)\s+mix\b|\bmix\b$/i,
  },
  {
    kind: 'live',
    pattern: /\blive\b|unplugged|\bsession(?:s)?\b|in concert|tiny desk|\bon tour\b|en vivo|ao vivo/i,
  },
  { kind: 'acoustic', pattern: /acoustic|\bstripped\b|unplugged/i },
  {
    kind: 'demo',
    pattern:
      /\bdemo\b|rough (?:cut|mix)|\bouttake\b|alternate (?:take|version)|alternative (?:take|version)|\bwork tape\b|early version|\boriginal version 19/i,
  },
  { kind: 'speed', pattern: /sped[- ]?up|slowed|nightcore|reverb|\b\d+ ?hz\b/i },
  { kind: 'mixed', pattern: /^mixed$|dj mix|continuous mix|\bmegamix\b|\bmedley\b/i },
  {
    kind: 'clean',
    pattern: /^(?:clean|edited|censored|amended)\b|\bclean (?:version|edit)\b|radio version/i,
  },
  { kind: 'edit', pattern: /\bedit\b|short version|extended version|video version/i },
  { kind: 'reprise', pattern: /reprise|\bpart 2 remix\b/i },
  { kind: 'skit', pattern: /\bskit\b/i },
];

/** Kinds that change the lyrics or the length a little, but not the performer. */
const SOFT: ReadonlySet<VersionKind> = new Set(['clean', 'edit']);

export function isSoft(kind: VersionKind): boolean {
  return SOFT.has(kind);
}

/** The kinds named by a mark, or by the name of an album or artist. */
export function versionsIn(text: string): VersionKind[] {
  const read = readableTitle(text);
  return KINDS.filter(({ pattern }) => pattern.test(read)).map(({ kind }) => kind);
}

/** A title, the marks in its brackets and those behind " - ". */
function splitMarks(title: string): { rest: string; marks: { text: string; original: string }[] } {
  const marks: { text: string; original: string }[] = [];
  let rest = title.replace(/\s*[([{]([^()[\]{}]*)[)\]}]/g, (original, text: string) => {
    marks.push({ text: text.trim(), original });
    return ' ';
  });
  // "2011 - Remaster" is one mark.
  const [head = '', ...dashed] = rest.split(/\s+[-–—]\s+/).reduce<string[]>((parts, part) => {
    const last = parts.at(-1) ?? '';
    return parts.length > 1 && /^\d{4}$/.test(last) && REMASTER.test(part)
      ? [...parts.slice(0, -1), `${last} ${part}`]
      : [...parts, part];
  }, []);
  for (const part of dashed) marks.push({ text: part.trim(), original: ` - ${part}` });
  rest = head;
  return { rest: rest.replace(/\s+(?:(?:feat(?:uring)?|ft)\b\.?\s|w\/).*$/i, ''), marks };
}

const ROMAN: Readonly<Record<string, string>> = {
  i: '1',
  ii: '2',
  iii: '3',
  iv: '4',
  v: '5',
  vi: '6',
  vii: '7',
};

/** Writes "pt ii", "part two", a final "ii" and "no 1" of a folded title with plain figures, and "-ing" as "-in". */
function plainSpelling(base: string): string {
  return base
    .replace(/\b(?:pt|part) (i{1,3}|iv|vi{0,2}|\d+|one|two|three)\b/g, (_, number: string) => {
      const spelt = ['one', 'two', 'three'].indexOf(number) + 1;
      return `part ${ROMAN[number] ?? (spelt > 0 ? spelt : number)}`;
    })
    .replace(/(?<=\S )(?:i{2,3}|iv|vi{1,2})$/, (number) => ROMAN[number] ?? number)
    .replace(/\bno (?=\d)/g, 'number ')
    .replace(/(?<=\p{L}{3})ing\b/gu, 'in');
}

const REMIX_WORDS = /\b(?:the|official|extended|re ?mix(?:ed)?|rmx|version|by)\b/g;
const LIVE_WORDS = /\b(?:live|version|session|at|in|from|on|the)\b/g;

/** Splits a title into the song and its version. */
export function readTrackTitle(title: string): TrackTitle {
  const { rest, marks } = splitMarks(readableTitle(title));
  const versions = new Set<VersionKind>();
  const kept: string[] = [];
  let remix: string | null = null;
  let live: string | null = null;
  for (const { text, original } of marks) {
    if (FEATURE.test(text) || isNeutral(text)) continue;
    const kinds = versionsIn(text);
    for (const kind of kinds) versions.add(kind);
    if (kinds.includes('remix')) remix = foldText(text).replace(REMIX_WORDS, ' ').replace(/\s+/g, ' ').trim();
    if (kinds.includes('live')) live = foldText(text).replace(LIVE_WORDS, ' ').replace(/\s+/g, ' ').trim();
    // Text that is not a version mark belongs to the title: "(Part II)", "(I Told You So)".
    if (kinds.length === 0) kept.push(original);
  }
  const written = [rest, ...kept].join(' ').replace(/\s+/g, ' ').trim();
  const plain = foldText(written) === '' ? title : written;
  return { plain, base: plainSpelling(foldText(readableTitle(plain))), versions, remix, live };
}

const GENERIC =
  /^(?:intro(?:duction)?|outro|interlude|skit|prelude|hidden track|untitled|freestyle|bonus|bonus track|the intro|the outro|the interlude|prologue|epilogue|conclusion|segue)(?: \d+| [ivx]+)?$/;

/** Titles that one artist uses repeatedly and that therefore are weak evidence. */
export function isGenericTitle(base: string): boolean {
  return GENERIC.test(base);
}
