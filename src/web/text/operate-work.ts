import { formatCount, formatShare, plural, sentenceWords } from './format.ts';
import { formatSpan } from './moments.ts';

interface WorkWords {
  /** What waits or failed, as one and as many. */
  one: string;
  many: string;
  /** "12 songs wait to be analysed" */
  wait: string;
  /** "12 songs could not be analysed" */
  failed: string;
}

const song = { one: 'song', many: 'songs' };
const KINDS: Readonly<Record<string, WorkWords>> = {
  'artist.list': {
    one: 'list of songs',
    many: 'lists of songs',
    wait: 'to be fetched',
    failed: 'be fetched',
  },
  'song.scrape': { ...song, wait: 'to be fetched', failed: 'be fetched' },
  'run.resume': { one: 'run', many: 'runs', wait: 'to go on', failed: 'go on' },
  'track.enrich': { ...song, wait: 'to be looked up on Spotify', failed: 'be looked up on Spotify' },
  'track.embed': { ...song, wait: 'to be found by meaning', failed: 'be made findable by meaning' },
  'track.analyze': { ...song, wait: 'to be analysed', failed: 'be analysed' },
  'analysis.embed': { one: 'analysis', many: 'analyses', wait: 'to be compared', failed: 'be compared' },
  'artist.profile': { one: 'artist', many: 'artists', wait: 'to be described', failed: 'be described' },
  'batch.item': {
    one: 'text of a batch',
    many: 'texts of batches',
    wait: 'to be worked on',
    failed: 'be worked on',
  },
};
const OTHER: WorkWords = {
  one: 'message',
  many: 'messages',
  wait: 'to be handled',
  failed: 'be understood',
};
const kindOf = (type: string): WorkWords => KINDS[type] ?? OTHER;

/** Work of a type that waits, as the beginning of a sentence. */
export function waitingWork(type: string, count: number): string {
  const { one, many, wait } = kindOf(type);
  return `${plural(count, one, many)} ${count === 1 ? 'waits' : 'wait'} ${wait}`;
}

/** Work of a type that is not tried again, as the beginning of a sentence. */
export function givenUp(count: number, type: string): string {
  const { one, many, failed } = kindOf(type);
  return `${plural(count, one, many)} could not ${failed} and ${count === 1 ? 'was' : 'were'} given up`;
}

/** What waits. */
export const workText = {
  title: 'Waits to be done',
  none: 'No work waits.',
  caption: 'Work that is due',
  columns: { work: 'Work', count: 'Waiting', oldest: 'The oldest for' },
  name: (type: string) => sentenceWords(`${kindOf(type).many} ${kindOf(type).wait}`),
  span: (seconds: number) => formatSpan(seconds * 1000),
} as const;

const UPSTREAMS: Readonly<Record<string, string>> = {
  'genius-api': 'the API of Genius',
  'genius-web': 'the site of Genius',
  spotify: 'Spotify',
  reccobeats: 'ReccoBeats',
  llm: 'the language model',
  'llm-fallback': 'the second language model',
  embeddings: 'the model of meaning',
};

/** What failed. */
export const failuresText = {
  letters: 'Given up',
  lettersCaption: 'Jobs that failed for good, the latest first; each can be sent again once',
  none: 'No job was given up.',
  columns: { job: 'Job', why: 'What went wrong', tries: 'Tries', when: 'When', action: 'Do' },
  job: (type: string | null) => {
    if (type === null) return 'Something that is no job';
    const { one, wait } = kindOf(type);
    return sentenceWords(`${one} ${wait}`);
  },
  subject: {
    song: 'see the song',
    artist: 'see the artist',
    batch: 'see the batch',
    run: (id: number) => `of run ${id}`,
  },
  unknown: 'The cause was not kept.',
  again: 'Send again',
  againFor: (id: number) => `Send again job ${formatCount(id)}`,
  sent: 'The job was sent again.',
  counted: 'Failures since counting began',
  countedCaption: 'Of what the server was asked, did, and asked of others',
  noCounted: 'Nothing has failed since counting began.',
  countedColumns: { what: 'What', failed: 'Failed', of: 'Of', share: 'Share' },
  request: (route: string) => `Requests for ${route}`,
  jobs: (type: string) => `Jobs: ${kindOf(type).many} ${kindOf(type).wait}`,
  upstream: (upstream: string) => `Requests to ${UPSTREAMS[upstream] ?? upstream}`,
  database: 'Requests to the database',
  share: (failed: number, all: number) => {
    const share = failed / Math.max(1, all);
    return failed > 0 && share < 0.01 ? 'less than 1 %' : formatShare(share);
  },
} as const;
