import { formatCount, formatNumber, formatShare, plural, words } from './format.ts';

/** Who analyses, how often, and at what cost. */
export const modelsText = {
  coverage: 'Who analysed the catalogue',
  coverageCaption: (songs: number) => `Of ${plural(songs, 'song')} with lyrics`,
  calls: 'Calls',
  callsCaption: 'Calls of each model in the last hour, and what it has cost in all',
  columns: {
    model: 'Model',
    songs: 'Songs',
    share: 'Share',
    now: 'In use',
    state: 'State',
    calls: 'Calls',
    errors: 'Failed',
    seconds: 'Half take under',
    cost: 'Cost in the hour',
    total: 'Cost in all',
    analyser: 'Analyser',
    made: 'Analyses',
    degraded: 'By less than asked',
  },
  yes: 'yes',
  no: 'being replaced',
  unmeasured: 'not measured',
  none: 'not configured',
  degraded: 'How often the engine stepped in',
  degradedCaption:
    'Analyses made since counting began, and how many of them the engine made in place of a model',
  noAnalyses: 'No analysis was made since counting began.',
  shareOf: (part: number, whole: number) =>
    `${formatCount(part)} of ${formatCount(whole)} (${formatShare(whole === 0 ? 0 : part / whole)})`,
  drift: 'Agreement and drift',
  noDrift:
    'Not measured yet. The schedule has songs judged again and compares new songs with earlier ones, once there are some hundred.',
  held: (share: number) => `${formatShare(share)} of the songs that were judged again got the same answer.`,
  unanswered: (share: number) => `${formatShare(share)} of them got no answer.`,
  driftCaption:
    'How far what is found in songs now is from what was found before: under 0.1 the same, from 0.25 on far',
  driftColumns: { subject: 'What', songs: 'Songs', index: 'Distance (0 is the same)', state: 'Judged' },
  subject: (subject: string): string =>
    subject.startsWith('judge_')
      ? `Judged: ${words(subject.slice('judge_'.length))}`
      : `In new songs: ${words(subject.replace('input_', ''))}`,
  index: (value: number) => formatNumber(value, 2),
  drifted: { too_few: 'too few songs to tell', stable: 'the same', moderate: 'moved', large: 'far' },
  states: { ready: 'ready', circuit_open: 'left alone for now', refused: 'refuses', off: 'off' },
  analyser: (type: string): string => modelsText.analysers[type] ?? type,
  seconds: (value: number) => `${formatNumber(value, 1)} s`,
  dollars: (value: number) => `${formatNumber(value, 2)} $`,
  analysers: { qwen: 'Language model', algorithmic: 'Lyric engine', hybrid: 'Both together' } as Readonly<
    Record<string, string>
  >,
} as const;
