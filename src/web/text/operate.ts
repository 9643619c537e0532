import { formatCount, formatNumber, formatShare, plural, sentenceWords, words } from './format.ts';
import { formatAgo, formatDay, formatMoment, formatSpan } from './moments.ts';
import { givenUp, waitingWork } from './operate-work.ts';

const names: Readonly<Record<string, string>> = {
  database: 'The database',
  redis: 'Redis',
  genius_api: 'The API of Genius',
  genius_web: 'The site of Genius',
  song_pages: 'Reading song pages',
  spotify: 'Spotify',
  spotify_search: 'The search of Spotify',
  spotify_audio_features: 'The audio features of Spotify',
  reccobeats: 'ReccoBeats',
  model: 'The language model',
  model_fallback: 'The second language model',
  embeddings: 'The model of meaning',
};
const name = (component: string): string => names[component] ?? sentenceWords(component);
const stop = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const because = (cause: string | null): string => (cause === null ? '.' : `: ${stop(cause)}`);
/** A reason without the code before it: "blocked: the host refuses us" to what stands behind the colon. */
const reasonText = (reason: string): string => words(reason.replace(/^[a-z_]+: /, ''));

const states = { ok: 'works', degraded: 'works with less', error: 'fails', off: 'is off' } as const;

interface Fault {
  state: keyof typeof states;
  detail: string | null;
  /** When it last failed, and why, if that is known. */
  failedAt: string | null;
  message: string | null;
  nextTry: string | null;
}

/** What the server says of its parts, as a person says it; `ago` begins with a blank where it is known. */
function fault({ state, detail, message }: Fault, ago: string): string {
  if (detail === null) return ` ${states[state]}`;
  if (detail === 'does not answer') return ' does not answer';
  if (detail === 'circuit open after failures')
    return `${message === null ? ` refused or failed${ago}` : ` failed${ago} (${message.replace(/\.$/, '')})`} and is left alone`;
  if (detail.startsWith('refused: HTTP'))
    return ` refused our key${ago}: ${message ?? detail.slice('refused: '.length)}`;
  if (detail.startsWith('refused: ')) return ' does not accept our password or token';
  return `: ${detail}`;
}

function component(key: string, found: Fault, now: number): string {
  const { failedAt, nextTry } = found;
  const text = `${name(key)}${fault(found, failedAt === null ? '' : ` ${formatAgo(failedAt, now)}`)}`;
  if (nextTry === null) return stop(text);
  const next =
    Date.parse(nextTry) > now ? `next try ${formatMoment(nextTry, now)}` : 'the next request tries it again';
  return `${text}; ${next}.`;
}

/** Looking after the server: the frame, and what needs a hand now. */
export const operateText = {
  title: 'Operate',
  needsKey: 'This part looks after the server and needs the key of an operator.',
  useKey: 'Use a key',
  parts: 'Parts of the server',
  tabs: {
    now: 'Now',
    failures: 'Failures',
    songs: 'Songs',
    models: 'Models',
    keys: 'Keys',
    backups: 'Backups',
    settings: 'Settings',
  },
  loading: 'Looking…',
  asOf: (iso: string) => `As of ${formatMoment(iso)}`,
  refresh: 'Look again',
  more: 'Show more',
  moment: formatMoment,
  now: {
    title: 'Needs a hand',
    none: 'Nothing needs a hand.',
    component,
    givenUp: (count: number, type: string, message: string | null) =>
      `${givenUp(count, type)}${because(message)}`,
    replay: 'Send again',
    replayed: (count: number) => `${plural(count, 'job')} sent again.`,
    step: (step: string, message: string | null) =>
      `The step “${words(step)}” of the schedule did not finish${because(message)}`,
    late: (type: string, count: number, seconds: number) =>
      `${waitingWork(type, count)}; the oldest for ${formatSpan(seconds * 1000)}.`,
    parked: (artist: string, reason: string | null, next: string | null) =>
      `The songs of ${artist} wait${because(reason === null ? null : reasonText(reason))}${next === null ? '' : ` Next try ${formatMoment(next)}.`}`,
    failedRun: (artist: string, reason: string | null) =>
      `Fetching the songs of ${artist} was stopped${because(reason === null ? null : reasonText(reason))}`,
    spend: (spent: number, cap: number, resets: string) =>
      `The language models have spent what they may today (${formatNumber(spent, 2)} of ${formatNumber(cap, 2)} dollars). They go on at ${formatMoment(resets)}.`,
    variables: (list: readonly string[]) => `These settings cannot be used: ${list.join(', ')}.`,
    missing: (list: readonly string[]) => `These settings are missing: ${list.join(', ')}.`,
    replica: (region: string, detail: string | null) =>
      `The copy of the database in ${region} is not read${because(detail)}`,
    noBackup: (seconds: number) => `No backup was made in ${formatSpan(seconds * 1000)}.`,
    oldBackup: (seconds: number) => `The newest backup is ${formatSpan(seconds * 1000)} old.`,
    failedBackup: 'The last backup failed.',
    failedDrill: 'The last trial restore of a backup failed.',
    expiring: (key: string, iso: string) => `The key “${key}” ends on ${formatDay(iso)}.`,
    look: { keys: 'See the keys', backups: 'See the backups', settings: 'See the settings' },
    resume: 'Resume now',
    resumed: 'What was waiting goes on.',
  },
  well: {
    title: 'The rest',
    parts: (working: number, used: number, off: number) =>
      `${formatCount(working)} of ${plural(used, 'part')} in use ${working === 1 ? 'works' : 'work'}${off === 0 ? '' : `; ${formatCount(off)} ${off === 1 ? 'is' : 'are'} off`}`,
    caption: 'Each part of the server and what it talks to',
    name,
    columns: { part: 'Part', state: 'State', latency: 'Answers in', last: 'Last answer', why: 'Why' },
    states: { ok: 'works', degraded: 'less than usual', error: 'fails', off: 'off' },
    breaker: 'left alone',
    why: (detail: string | null): string =>
      detail === 'circuit open after failures' ? 'it refused or failed' : (detail ?? ''),
    milliseconds: (ms: number) => `${formatNumber(ms, 0)} ms`,
  },
  schedule: {
    summary: (done: number, all: number, last: string) =>
      `${formatCount(done)} of ${plural(all, 'step')} of the schedule went well, the last at ${formatMoment(last)}`,
    none: 'The schedule has not run yet.',
    caption: 'The last run of each step; the schedule runs every 15 minutes',
    columns: { step: 'Step', state: 'State', begun: 'Begun', took: 'Took' },
    states: { ok: 'done', failed: 'failed', running: 'running', cut_off: 'cut off' },
    name: sentenceWords,
    took: (ms: number) => `${formatNumber(ms / 1000, 1)} s`,
  },
  caches: {
    summary: (hits: number, lookUps: number) =>
      lookUps === 0
        ? 'No cache was asked in the last hour'
        : `The caches answered ${formatShare(hits / lookUps)} of ${plural(lookUps, 'look-up')} in the last hour`,
    off: 'There is no cache: Redis is not configured.',
    caption: 'Look-ups of each cache',
    columns: { cache: 'Cache of', hour: 'Last hour', total: 'In all' },
    names: {
      analysis: 'Analyses',
      embedding: 'Meanings of questions',
      'artist-songs': 'Lists of songs at Genius',
      'spotify-token': 'Permissions of Spotify',
      'spotify-miss': 'Songs that Spotify lacks',
      coverage: 'Who analysed the catalogue',
      writing: 'Written verses',
    } as Readonly<Record<string, string>>,
    name: (cache: string): string => operateText.caches.names[cache] ?? sentenceWords(cache),
    rate: (hits: number, misses: number) =>
      hits + misses === 0
        ? 'not asked'
        : `${formatShare(hits / (hits + misses))} of ${formatCount(hits + misses)}`,
  },
  figures: {
    title: 'Figures',
    songs: 'Songs',
    analysed: 'Songs with lyrics that are analysed',
    embedded: 'Songs with lyrics found by meaning',
    waiting: 'Songs that wait to be analysed',
    spend: 'Spent on models today',
    of: (part: number, whole: number) => `${formatCount(part)} of ${formatCount(whole)}`,
    dollars: (spent: number, cap: number) => `${formatNumber(spent, 2)} of ${formatNumber(cap, 2)} dollars`,
  },
} as const;
