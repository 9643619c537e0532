import { formatCount, formatNumber, plural } from './format.ts';

/** What the parts say that set a text as verse and tell of its rhymes. */
export const verseText = {
  text: 'Lyrics',
  findings: 'Analysis',
  bar: (number: number) => `Bar ${number}`,
  band: 'The verse as a picture, a column for each line',
  chosen: {
    label: (from: number, to: number) => (from === to ? `Line ${from}` : `Lines ${from} to ${to}`),
    copy: (count: number) => (count === 1 ? 'Copy it' : 'Copy them'),
    copied: (count: number) => (count === 1 ? 'The line is copied.' : 'The lines are copied.'),
    refused: 'This browser does not let the page copy. Select the words and copy them yourself.',
  },
  /** Told when a group is lit: its first words, and how many there are. */
  lit: (words: readonly string[], count: number) =>
    `${plural(count, 'word')} that rhyme: ${words.join(', ')}${count > words.length ? ' and more' : ''}`,
  strip: (lines: number, groups: number) =>
    `The verse as a picture: ${plural(lines, 'line')}, a dot for each syllable, coloured in ${plural(groups, 'rhyme group')}`,
  sureness: {
    label: 'What counts as a rhyme',
    sure: 'only sure rhymes',
    echo: 'every echo',
    /** The places of the slider, from every echo to sure ones. */
    steps: [
      'every echo',
      'nearly every echo',
      'faint rhymes too',
      'a little more than usual',
      'as the engine hears it',
      'a little surer than usual',
      'clear rhymes',
      'nearly only sure rhymes',
      'only sure rhymes',
    ],
  },
  margins: {
    legend: 'In the margin',
    letters: 'Letters',
    syllables: 'Syllables',
    stresses: 'Stresses',
  },
  key: {
    end: 'ends a line',
    inside: 'inside a line',
    multi: 'two syllables or more',
    mosaic: 'across words',
    label: 'How rhymes are drawn',
    samples: { end: 'day', inside: 'say', multi: 'ocean', mosaic: 'in it' },
  },
  groups: {
    title: (count: number) => plural(count, 'rhyme group'),
    none: 'No rhyme is heard at this setting; “every echo” hears the faintest.',
    more: (count: number) => `${formatCount(count)} more`,
    hint: 'Point at a word, or press [ and ], to see what it rhymes with.',
  },
  scheme: {
    title: 'Scheme',
    lines: (first: number, last: number) => (first === last ? `Line ${first}` : `Lines ${first}–${last}`),
    none: 'No line ends rhyme.',
    unheard: 'not heard: its language has no sounds here',
    notHeard: 'The engine does not know the sounds of this language, so its rhymes are not told.',
  },
  longest: {
    title: 'Longest rhyme',
    none: 'No two syllables in a row rhyme.',
    syllables: (count: number) => plural(count, 'syllable'),
    mosaic: 'across words',
    with: 'with',
  },
  flow: {
    title: 'Flow',
    syllables: (mean: number, low: number, high: number) =>
      low === high
        ? `${plural(low, 'syllable')} a line`
        : `${formatNumber(mean, 1)} syllables a line, from ${low} to ${high}`,
    spark: (count: number) => `Syllables of ${plural(count, 'line')}, from the first to the last`,
    stresses: (mean: number) => `${formatNumber(mean, 1)} of them stressed`,
    breath: (mean: number) => `${formatNumber(mean, 1)} between two breaths`,
  },
  evidence: {
    places: (count: number) => `from ${plural(count, 'place')} in the text`,
    more: (count: number) => `and ${formatCount(count)} more`,
  },
  feeling: {
    title: 'Feeling',
    unjudged: 'Not judged: the words of feeling are known in English only.',
    noLanguage: 'Not judged: it has no words, or too few that a dictionary knows.',
    noWord: 'No word shows a feeling.',
    noneStandsOut: 'Of the feelings none stands out.',
    arc: 'The mood in tenths of the song',
    tenth: (from: number, to: number, score: string) =>
      `${from === to ? `Line ${from}` : `Lines ${from} to ${to}`}: mood ${score}, of −1 to 1`,
  },
  themes: {
    title: 'Themes',
    none: 'None found with enough evidence.',
    unjudged: 'Not judged: the words of themes are known in English only.',
  },
  craft: {
    title: 'Craft',
    note: 'The mark on a line shows how many of the reference songs lie below: at the left few, at the right nearly all.',
    unmeasured: 'not measured',
    onTen: (value: string) => `${value} of 10`,
    onOne: (value: string) => `${value} of 1`,
    unrated: {
      language: 'the reference songs are in English',
      unknown_words: 'many of its words are in no dictionary',
      no_sentences: 'it lists names, things or cries',
      refrain: 'it is only a refrain',
      short: 'it is too short',
      prose: 'it is prose, or not written in lines',
    },
    notRated: (reason: string) => `Its quality is not rated: ${reason}.`,
    names: {
      complexity: 'Complexity',
      quality: 'Quality',
      density: 'Syllables that rhyme',
      internal: 'Rhymes inside lines',
      multi: 'Of two syllables or more',
      syllables: 'Syllables a line',
      evenness: 'Evenness of lines',
      words: 'Different words',
      mtld: 'Words before they repeat',
      letters: 'Letters a word',
    },
  },
  explicit: {
    title: 'Language of the text',
    ratings: {
      clean: 'Clean',
      mild: 'Mild',
      explicit: 'Explicit',
      unknown: 'Not rated in this language',
    },
  },
  style: {
    title: 'Style',
    names: {
      subgenre: 'Subgenre',
      voice: 'Voice',
      tone: 'Tone',
      storytelling: 'Storytelling',
      wordplay: 'Wordplay',
    },
  },
  names: { title: 'Names', people: 'People', places: 'Places', brands: 'Brands' },
  quality: {
    title: 'Quality',
    onTen: (value: string) => `${value} of 10`,
    between: (low: string, high: string, level: string) => `between ${low} and ${high} in ${level} of cases`,
    moved: 'What moved it',
    notScored: 'Not rated.',
    miss: (miss: string) => `It misses by ${miss} of a point on artists it has not seen.`,
  },
  who: {
    title: 'Who said so',
    engine: 'Barline’s lyric engine, in this page',
    analyzers: {
      qwen: 'A language model',
      algorithmic: 'Barline’s lyric engine',
      hybrid: 'A language model and Barline’s lyric engine',
    },
    by: (who: string, model: string | null) => (model === null ? `By ${who}.` : `By ${who} (${model}).`),
    confidence: (value: string, reasons: readonly string[]) =>
      `Confidence ${value}${reasons.length > 0 ? `: ${reasons.join(', ')}` : ''}.`,
    degraded: (reason: string) =>
      `The language model did not answer: ${reason}. What you see is the engine’s.`,
    reasons: {
      not_configured: 'none is set up on this server',
      config_invalid: 'none is set up on this server',
      no_words: 'the text has no words',
      circuit_open: 'it failed a moment ago and is left alone for now',
      timed_out: 'it took too long',
      rate_limited: 'it was asked too often',
      upstream_unavailable: 'it is out of reach',
      upstream_rejected: 'it refused the text',
      budget_spent: 'its budget for now is spent',
      unusable_answer: 'its answer could not be used',
    },
    unknownReason: 'it gave nothing that could be used',
    retry: 'Ask again',
  },
  picture: {
    svg: 'Save as SVG',
    png: 'Save as PNG',
    failed: 'The picture could not be drawn here. Save it as SVG instead.',
    file: 'verse',
  },
  engine: {
    opening: 'The engine listens to the text…',
    lexicon: 'The word list did not come, so no rhymes are shown.',
    unloaded: 'The engine did not come, so its findings are not shown. Check the connection.',
    slow: 'The engine took too long on this text, so no rhymes are shown.',
    broken: 'The engine failed on this text, so no rhymes are shown.',
    again: 'Try again',
    partial:
      'Only the first part was heard: the text has more than 2,000 words, or too many that no dictionary has.',
    unheard: (lines: number) =>
      `${plural(lines, 'line')} in a language whose sounds the engine does not know ${lines === 1 ? 'was' : 'were'} not heard.`,
  },
} as const;
