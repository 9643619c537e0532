import { formatCount, formatNumber, plural } from './format.ts';

const texts = (count: number): string => plural(count, 'text');

function duration(seconds: number): string {
  if (seconds < 60) return 'less than a minute';
  return `about ${plural(Math.ceil(seconds / 60), 'minute')}`;
}

/** A file to try the batch with. */
const EXAMPLE_CSV = `id,title,lyrics
porch,Porch Light,"I left the porch light burning for the late shift crew
They walk in quiet when the sky goes blue"
kettle,Kettle,"Kettle on the burner and the rent on the table
Mama said we make it while the landlord ain't able"
short,Too Short,Hey
`;

/** Sending a file, in three steps. */
export const batchText = {
  title: 'Batch',
  lead: 'Have up to 1,000 texts analysed at once. Nothing is sent before you say so.',
  give: {
    title: 'What you give',
    drop: 'Drop a CSV, JSON, NDJSON or text file here, or',
    choose: 'choose a file',
    example: 'Try an example',
    exampleName: 'example.csv',
    exampleFile: EXAMPLE_CSV,
    another: 'Another file',
    tooLarge: (megabytes: number) =>
      `This file has ${formatNumber(megabytes, 0)} MB. A batch takes 1,000 texts of 5,000 characters, which is 5 MB: split it and send one part after the other.`,
    notText: 'This is no text file. Save it as CSV, JSON or plain text and try again.',
    nothing: 'No text was found in this file. A CSV needs a line of names above, one of them “lyrics”.',
    formats: { csv: 'CSV', json: 'JSON', ndjson: 'NDJSON', text: 'plain text' },
    summary: (name: string, format: string, rows: number) => `${name}: ${format}, ${plural(rows, 'row')}`,
    column: 'The texts stand in',
    first: 'The first texts',
    ready: (count: number) => `${texts(count)} will be sent.`,
    none: 'None of the texts can be sent.',
    wrong: (count: number) => `${plural(count, 'row')} will not be sent`,
    faults: {
      unreadable: 'cannot be read',
      short: 'has fewer than 10 characters',
      long: 'has more than 5,000 characters',
      same_id: 'has the id of a row above',
      too_many: 'is beyond the 1,000 of a batch',
    },
    row: (rows: readonly number[], more: number) =>
      `${rows.length === 1 && more === 0 ? 'Row' : 'Rows'} ${rows.map(formatCount).join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`,
  },
  cost: {
    title: 'What it costs',
    operation: 'Do',
    operations: { analyze: 'Analyse', validate: 'Only check' },
    check: (count: number) =>
      `${texts(count)} checked for what would disturb an analysis; no model is asked.`,
    engine: (count: number) =>
      `${texts(count)} analysed by the lyric engine, in seconds and free: no language model is configured here.`,
    model: (count: number, perMinute: number | null) =>
      `Up to ${plural(count, 'call')} of the language model${perMinute === null ? '' : `, ${duration((count / perMinute) * 60)} at ${formatCount(perMinute)} calls a minute`}.`,
    price: (dollars: number) => ` About ${formatNumber(dollars, 2)} dollars.`,
    unknown: (count: number) => `${texts(count)}. The server does not say now what a call costs.`,
    send: (count: number) => `Send ${texts(count)}`,
    sending: 'Sending…',
  },
  came: {
    title: 'What came',
    opening: 'Looking for the batch…',
    progress: 'Texts done',
    lost: 'The connection was lost; asking again.',
    cancel: 'Cancel the rest',
    cancelled: 'What had not begun was cancelled.',
    states: {
      queued: 'Waiting for its turn',
      running: 'Being worked on',
      completed: 'Done',
      completed_with_errors: 'Done, and some texts failed',
      failed: 'All texts failed',
      cancelled: 'Cancelled',
    } as Readonly<Record<string, string>>,
    degraded: (count: number) => `${texts(count)} analysed by the engine, because the model did not answer.`,
    results: 'Results',
    caption: 'The result of each text, in the order of the file',
    show: 'Show',
    filters: { all: 'All', failed: 'Failed only' },
    columns: {
      row: 'Text',
      status: 'State',
      sentiment: 'Sentiment',
      themes: 'Themes',
      rhyme: 'Syllables that rhyme',
      problem: 'What went wrong',
    },
    itemStates: {
      queued: 'waiting',
      running: 'running',
      done: 'done',
      failed: 'failed',
      cancelled: 'cancelled',
    },
    valid: 'nothing wrong',
    noFailed: 'None failed.',
    more: 'More results',
    loading: 'Loading…',
    downloadCsv: 'Download as CSV',
    downloadLines: 'Download as NDJSON',
    missing: 'There is no batch at this address. Batches are kept for some weeks; send the file again.',
    again: 'Send another file',
  },
} as const;
