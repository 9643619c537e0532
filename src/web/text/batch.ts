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
    paste: 'Or paste texts here',
    pastedName: 'Pasted text',
    read: 'Read it',
    another: 'Another file',
    rowId: (row: number) => `row ${row}`,
    columnOf: (number: number) => `column ${number}`,
    tooLarge: (megabytes: number) =>
      `This file has ${formatNumber(megabytes, 0)} MB. A batch takes 1,000 texts of 5,000 characters, which is 5 MB: split it and send one part after the other.`,
    noFile: 'Nothing was dropped that could be read. Drop a file, or paste the texts.',
    oneFile: (files: number) =>
      `${plural(files, 'file')} were dropped. Give one at a time, or put their texts into one.`,
    unopened: (name: string) =>
      `“${name}” could not be opened. A folder has no text of its own; a file may have been moved or locked.`,
    noText: {
      archive:
        'This is a spreadsheet, a document or an archive, which this page cannot open. Save it as CSV or plain text, or unpack it, and try again.',
      old_office:
        'This is an office file, which this page cannot open. Save it as CSV or plain text and try again.',
      pdf: 'This is a PDF, which this page cannot open. Save it as plain text and try again.',
      packed: 'This file is packed. Unpack it and try again.',
      binary: 'This is no text file. Save it as CSV, JSON or plain text and try again.',
    },
    empty: 'This file is empty. No text was found in it.',
    onlyNames: 'This file has the names of columns and nothing under them.',
    brokenJson:
      'This JSON cannot be read: a bracket, a quote or a comma is missing or too many, or the file breaks off. Export it again, or send the texts as CSV or plain text.',
    nothing: 'No text was found in this file. A CSV needs a line of names above, one of them “lyrics”.',
    encodings: {
      'utf-8': '',
      'utf-16le': ', as UTF-16',
      'utf-16be': ', as UTF-16',
      'windows-1252': ', as Windows Western (Latin-1)',
    },
    damaged: (count: number) =>
      `${plural(count, 'character')} of it cannot be read and ${count === 1 ? 'shows' : 'show'} as �. If that is many, save the file as UTF-8.`,
    unnamed: 'Its first line holds a text and no names of columns, so it counts as a row.',
    parting: 'Between the texts stands',
    partings: {
      none: 'nothing: it is one text',
      blank: 'an empty line',
      gap: 'two empty lines or more',
      dashes: 'a line of dashes',
    },
    repeated: (count: number) =>
      `${texts(count)} ${count === 1 ? 'stands' : 'stand'} in it before; each is sent all the same.`,
    formats: { csv: 'CSV', json: 'JSON', ndjson: 'NDJSON', text: 'plain text' },
    summary: (name: string, format: string, rows: number, encoding: string) =>
      `${name}: ${format}, ${plural(rows, 'row')}${encoding}`,
    column: 'The texts stand in',
    first: 'The first texts',
    ready: (count: number) => `${texts(count)} will be sent.`,
    none: 'None of the texts can be sent.',
    wrong: (count: number) => `${plural(count, 'row')} will not be sent`,
    faults: {
      unreadable: 'cannot be read',
      open_quote:
        'opens a quote that is never closed, so that it holds all that follows: close it and give the file again',
      uneven: 'has more cells than there are names: put texts with the delimiter into quotes',
      short: 'has fewer than 10 characters',
      long: 'has more than 5,000 characters: part it and give the file again',
      damaged: 'holds characters that are no text',
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
    asking: (count: number) => `${texts(count)}. Asking what they cost…`,
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
