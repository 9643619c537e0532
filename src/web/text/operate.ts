import { formatCount, formatNumber, formatShare, plural, sentenceWords, words } from './format.ts';

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** A moment as an operator says it: the time of a moment within a day, else the date. */
function moment(iso: string | null): string {
  if (iso === null) return '';
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const isNear = Math.abs(Date.now() - date.getTime()) < 86_400_000;
  return isNear ? clock.format(date) : day.format(date);
}

const names: Readonly<Record<string, string>> = {
  database: 'The database',
  redis: 'Redis',
  genius_api: 'The interface of Genius',
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

const states = { ok: 'works', degraded: 'works with less', error: 'fails', off: 'is off' } as const;

/** Looking after the server. */
export const operateText = {
  title: 'Operate',
  needsKey: 'This part looks after the server and needs the key of an operator.',
  useKey: 'Use a key',
  parts: 'Parts of the server',
  tabs: { now: 'Now', songs: 'Songs', models: 'Models', keys: 'Keys', backups: 'Backups' },
  loading: 'Looking…',
  asOf: (iso: string) => `As of ${moment(iso)}`,
  refresh: 'Look again',
  moment,
  now: {
    title: 'Needs a hand',
    none: 'Nothing needs a hand.',
    component: (key: string, state: keyof typeof states, detail: string | null, next: string | null) =>
      `${name(key)} ${states[state]}${detail === null ? '.' : `: ${stop(detail)}`}${next === null ? '' : ` Next try ${moment(next)}.`}`,
    letters: (count: number, type: string, message: string | null) =>
      `${plural(count, 'job')} of the kind “${words(type.replaceAll('.', ' '))}” failed for good${message === null ? '.' : `: ${stop(message)}`}`,
    replay: 'Send again',
    replayed: (count: number) => `${plural(count, 'job')} sent again.`,
    step: (step: string, message: string | null) =>
      `The step “${words(step)}” of the schedule did not finish${message === null ? '.' : `: ${stop(message)}`}`,
    parked: (artist: string, reason: string | null, next: string | null) =>
      `The songs of ${artist} wait${reason === null ? '.' : `: ${stop(words(reason))}`}${next === null ? '' : ` Next try ${moment(next)}.`}`,
    failedRun: (artist: string, reason: string | null) =>
      `Fetching the songs of ${artist} was stopped${reason === null ? '.' : `: ${stop(words(reason))}`}`,
    spend: (spent: number, cap: number, resets: string) =>
      `The language models have spent what they may today (${formatNumber(spent, 2)} of ${formatNumber(cap, 2)} dollars). They go on at ${moment(resets)}.`,
    variables: (list: readonly string[]) => `These settings cannot be used: ${list.join(', ')}.`,
    expiring: (key: string, iso: string) => `The key “${key}” ends on ${day.format(new Date(iso))}.`,
    toKeys: 'See the keys',
    resume: 'Resume now',
    resumed: 'What was waiting goes on.',
  },
  well: {
    title: 'Parts',
    caption: 'Each part of the server and what it talks to',
    name,
    columns: { part: 'Part', state: 'State', latency: 'Answers in', last: 'Last answer' },
    states: { ok: 'works', degraded: 'less than usual', error: 'fails', off: 'off' },
    milliseconds: (ms: number) => `${formatNumber(ms, 0)} ms`,
  },
  figures: {
    title: 'Figures',
    songs: 'Songs',
    analysed: 'Analysed',
    waiting: 'Waiting to be analysed',
    hits: 'Answered from the cache in the last hour',
    spend: 'Spent on models today',
    of: (part: number, whole: number) => `${formatCount(part)} of ${formatCount(whole)}`,
    share: (share: number | null) => (share === null ? 'nothing asked yet' : formatShare(share)),
    dollars: (spent: number, cap: number) => `${formatNumber(spent, 2)} of ${formatNumber(cap, 2)} dollars`,
  },
  songs: {
    watch: 'Watch an artist',
    name: 'Name',
    submit: 'Watch and fetch now',
    watching: 'Asking…',
    watched: (artist: string) => `The songs of ${artist} are being fetched.`,
    runs: 'Runs',
    caption: 'What was fetched, the latest first',
    none: 'Nothing was fetched yet. Watch an artist above, and the songs come by themselves.',
    more: 'Earlier runs',
    columns: {
      artist: 'Artist',
      state: 'State',
      added: 'New',
      updated: 'Changed',
      failed: 'Failed',
      when: 'Begun',
    },
    states: {
      listing: 'listing songs',
      running: 'fetching',
      parked: 'waiting',
      done: 'done',
      failed: 'stopped',
    },
  },
  models: {
    coverage: 'Who analysed the catalogue',
    coverageCaption: (songs: number) => `Of ${plural(songs, 'song')} with lyrics`,
    calls: 'Calls',
    callsCaption: 'Calls of each model in the last hour',
    columns: {
      model: 'Model',
      songs: 'Songs',
      share: 'Share',
      now: 'In use',
      state: 'State',
      calls: 'Calls',
      errors: 'Failed',
      seconds: 'Half take under',
      cost: 'Cost',
    },
    yes: 'yes',
    no: 'being replaced',
    unmeasured: 'not measured',
    none: 'not configured',
    states: { ready: 'ready', circuit_open: 'left alone for now', refused: 'refuses', off: 'off' },
    seconds: (value: number) => `${formatNumber(value, 1)} s`,
    dollars: (value: number) => `${formatNumber(value, 2)} $`,
    analysers: { qwen: 'Language model', algorithmic: 'Lyric engine', hybrid: 'Both together' } as Readonly<
      Record<string, string>
    >,
  },
  keys: {
    make: 'Make a key',
    name: 'Who or what it is for',
    role: 'May',
    roles: {
      reader: 'read',
      analyst: 'read and analyse',
      operator: 'look after the server',
      admin: 'do everything',
    },
    submit: 'Make it',
    making: 'Making…',
    made: 'The new key',
    madeText: 'Copy it now: it is not shown again.',
    copy: 'Copy',
    copied: 'The key was copied.',
    caption: 'Keys, the latest first',
    none: 'No key was made yet. The one in use is that of the server itself.',
    more: 'Earlier keys',
    revoke: 'Revoke',
    revokeTitle: (key: string) => `Revoke “${key}”?`,
    revokeText: 'Whoever uses it is refused within half a minute, for good.',
    revoked: 'The key was revoked.',
    keep: 'Keep it',
    columns: { name: 'Name', role: 'May', state: 'State', ends: 'Ends', used: 'Last used', action: 'Do' },
    states: {
      active: 'works',
      in_grace: 'works, and is replaced',
      replaced: 'replaced',
      expired: 'has ended',
      revoked: 'revoked',
    },
    never: 'never',
  },
  backups: {
    caption: 'Backups, the latest first',
    none: 'No backup was made yet. The schedule makes one a day where storage for it is set up.',
    make: 'Begin one now',
    making: 'Beginning…',
    states: {
      idle: 'None is due.',
      busy: 'One is being made.',
      running: 'One is being made; the schedule goes on with it.',
      complete: 'The backup is complete.',
      failed: 'The backup failed.',
    },
    noDatabase: 'The database does not answer: backups that run or failed are not listed.',
    columns: {
      id: 'Backup',
      state: 'State',
      rows: 'Rows',
      size: 'Size',
      ended: 'Ended',
      why: 'What went wrong',
    },
    itemStates: { running: 'being made', complete: 'complete', failed: 'failed' },
    megabytes: (bytes: number) => `${formatNumber(bytes / 1e6, 1)} MB`,
  },
} as const;
