import type { AnalysisReply } from '../../src/llm/prompts/analysis-reply.ts';

/** A song of our own, and the line that holds each piece of evidence below. */
export const VERSE = `[Verse 1]
I keep the rent in a coffee can and count it when the kettle sings
Mama wore the night shift thin so I could wear these paper wings
Corner store on Halsey Street, the owner lets me pay him late
He says that I look tired, son, I tell him I look wide awake

[Chorus]
Hold on, hold on, the morning is a train we hear
We turned a dollar into dinner and a prayer to a year
Hold on, hold on, the morning is a train we hear
If nobody saves a seat for us we're riding up the rear

[Verse 2]
My brother Dezmond sold his chain to bury what he couldn't mend
We lit a candle by the bus stop, every week we light again
I write my rhymes on pay stubs, turn the numbers into lines
Grief is just a landlord that is knocking all the time
Mama says the Lord is listening, I say turn the volume up
Halsey Street is half a church and half a broken paper cup`;

/** The answer of a correct model: every quote occurs in its line. */
export const SOUND_REPLY: AnalysisReply = {
  sentiment: { label: 'mixed', score: 0.1 },
  emotions: {
    joy: 0.15,
    sadness: 0.6,
    anger: 0.1,
    fear: 0.2,
    love: 0.5,
    pride: 0.35,
    hope: 0.7,
    disgust: 0.05,
  },
  themes: [
    {
      theme: 'hustle',
      strength: 0.8,
      evidence: [
        { line: 2, quote: 'I keep the rent in a coffee can' },
        { line: 16, quote: 'I write my rhymes on pay stubs' },
      ],
    },
    {
      theme: 'loyalty_family',
      strength: 0.6,
      evidence: [{ line: 3, quote: 'Mama wore the night shift thin' }],
    },
    { theme: 'loss_grief', strength: 0.55, evidence: [{ line: 17, quote: 'Grief is just a landlord' }] },
  ],
  style: {
    subgenre: 'conscious rap',
    voice: 'a son who talks of his family',
    storytelling: 'scenes from one street',
    wordplay: { level: 0.5, evidence: [{ line: 17, quote: 'Grief is just a landlord that is knocking' }] },
    tone: 'weary but hopeful',
  },
  quality: 7,
  confidence: 0.8,
  questions: [
    'What is it like to grow up with little money?',
    'How does a family keep hoping after a burial?',
  ],
  summary: 'A son counts what his family gave up and holds on to the hope of a better morning.',
  entities: {
    people: [{ name: 'Dezmond', mentions: [{ line: 14, quote: 'Dezmond' }] }],
    places: [{ name: 'Halsey Street', mentions: [{ line: 4, quote: 'Halsey Street' }] }],
    brands: [],
  },
};
