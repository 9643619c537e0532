import { formatCount, plural } from './format.ts';

/** What the page says on which a text is read. */
export const readText = {
  title: 'Read',
  lead: 'Paste a verse and see how it rhymes. It stays in this page: nothing is sent unless you ask.',
  label: 'A verse or a song',
  placeholder: 'Paste lyrics here, each line in a row of its own.',
  name: 'Title, if it has one',
  read: 'Read it',
  example: 'Read an example',
  pick: 'or pick a song from the search',
  /** Under the text area. */
  room: (left: number) => `Room for ${formatCount(left)} more characters.`,
  tooLong: (over: number) => `${formatCount(over)} characters too many. Read it in parts.`,
  change: 'Change the text',
  untitled: 'A verse',
  unpacking: 'Opening the text…',
  damaged: {
    title: 'This address does not hold a whole text',
    text: 'It was cut off or changed on its way. Ask for it again, or paste the text itself.',
    again: 'Paste a text',
  },
  looking: 'Looking for feelings, themes and craft…',
  ask: {
    title: 'Ask the server',
    offer:
      'So far everything was worked out in this page and nothing was sent. The server can add a language model’s reading and a rating with its interval.',
    ask: 'Send the text and ask',
    asking: 'The language model reads the text…',
    rating: 'The rating is worked out…',
    compareTitle: 'Side by side',
    compareOffer: 'Has the engine and the language model read the text apart, and shows how far they agree.',
    compare: 'Compare the analysers',
    comparing: 'Both analysers read the text…',
    sentLines: (lines: number) =>
      `Only the first ${plural(lines, 'line')} were sent: the server reads 5,000 characters.`,
    ratedLines: (lines: number) => `Of the first ${plural(lines, 'line')}: 2,000 characters are rated.`,
    agree: (share: string) => `They agree by ${share}.`,
    noAnswer: 'no answer',
    measure: 'Measure',
    rows: {
      sentiment: 'Feeling',
      dominant: 'Strongest',
      themes: 'Themes',
      tone: 'Tone',
      quality: 'Quality',
    },
    none: 'none',
  },
  /** Written for this page. */
  exampleTitle: 'Ledger of the weather',
  exampleText: `[Verse 1]
I keep a ledger of the weather and a letter from my mother
Every summer in the gutter had a number and a colour
Got a pocket full of copper and a rocket for a temper
Never proper, never sober, always talking through December

[Chorus]
They said the penmanship is medicine, the rhythm is adrenaline
I let it in, I settle in, the devil is a gentleman (a gentleman)
The penmanship is medicine, whatever state the pen is in
I let it win, I let it spin, and then I let the end begin

[Verse 2]
I was floating on the motorway, quoting from a notebook
Hoping for an opening, the ocean in a boat look
Midnight on the riverside, diving in the lights of it
Writing with the lights out, finding out I’m fighting it
My sister kept the kitchen lit, the window and the winter in it
I missed the bus, I miss her voice, I’d give the world a minute in it
`,
} as const;
