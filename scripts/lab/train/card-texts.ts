import type { ModelName } from './trainer.ts';

/** What a card says that no measurement can. Each is Markdown. */
export interface CardTexts {
  title: string;
  use: string;
  outOfScope: string;
  factors: string;
  ethics: string;
  caveats: string;
  /** What is counted as a loss, with its unit. */
  loss: string;
  /** What an artist is where the texts have none. */
  unit: string;
  /** Why no importance of features is measured; null: it is. */
  noImportance: string | null;
  /** From what weights were made that are older than the training command. */
  inherited: string;
  /** The command that measures the weights in use. */
  evaluation: string;
}

export const CARD_TEXTS: Readonly<Record<ModelName, CardTexts>> = {
  quality: {
    title: 'The quality of a rap text',
    use: '`POST /predict-quality` foresees the rating from 1 to 10 that a language model would give, with an interval. It is meant for comparing texts of one writer or catalogue by `rank`.',
    outOfScope:
      'It is no judge of people, of single lines, or of texts unlike the songs it learned from: those get `not_scored` ([docs/quality.md](../quality.md)). It foresees no popularity.',
    factors:
      'The rating itself, because most of the labels are alike; the artist, because songs of one artist resemble one another; the length, because short texts are measured less well and their features count less.',
    ethics:
      'The labels are opinions of a language model, which may prefer what it has read about. Most songs are by famous men in American English: other dialects are judged by rules learned from these. Do not use it to decide about pay, release or removal.',
    caveats:
      'No text rated below 7 was ever shown to it, so it cannot tell that a text is bad. Look at the interval, and at the gain over the constant above, before a difference between two texts is believed.',
    loss: 'absolute error of the median, in points of ten',
    unit: 'artist',
    noImportance: null,
    inherited: 'Rated songs.',
    evaluation: 'barline eval quality',
  },
  themes: {
    title: 'The themes of a verse or song',
    use: 'The analysis names up to five of the known themes, each with the lines that say it. The model weighs what the words of a theme add up to; the words themselves are a lexicon (`src/lyrics/themes/`).',
    outOfScope:
      'It knows the themes of the list and English only. That no theme is named does not mean that there is none, and a theme says nothing about what the writer approves of.',
    factors: 'The kind of verse, because themes are said plainly in some and by images in others.',
    ethics:
      'Themes such as violence or drugs are what a text speaks of, not what its writer does. Do not use them as evidence about a person.',
    caveats:
      'The verses were written for this project, so that they may speak more plainly than songs do. Six weights over a lexicon cannot hear irony; verses with it are a group of their own above.',
    loss: 'number of wrong themes of a verse (left out or named too much), before the rule that a theme needs two lines that say it',
    unit: 'artist; verses without one, as those written for this project, count as one each',
    noImportance: null,
    inherited:
      'The tuning half of `scripts/eval/data/theme-verses.json`, verses written for this project, as that file stood then; the lexicon has changed since.',
    evaluation: 'barline eval themes',
  },
  tone: {
    title: 'Tone, mood and dominant feeling',
    use: 'The analysis names the tone of voice, the mood and the dominant feeling of English texts. Regressions over word vectors and a lexicon of feelings (`src/lyrics/feeling/`).',
    outOfScope:
      'It hears the words only: no voice, no beat. It says nothing about how a person feels, and it knows English only.',
    factors:
      'The tone itself, because playful and melancholic songs are few among the labelled ones; verse or whole song, because a song is judged by its parts.',
    ethics:
      'A tone called aggressive is a way of speaking. Labels of songs come from a language model; those of verses were written with the verses.',
    caveats:
      'Tones of songs that are few in the data are named from verses. Verses that were in view when the lexicon was written are learned from always and judged never. Lines of all songs, without labels, shape the word vectors, also those of artists that are judged. Irony and role play are heard as meant.',
    loss: 'share of wrong answers about a text (mood, dominant feeling and tone of a verse, tone of a song)',
    unit: 'artist; verses, which were written for this project, count as one each',
    noImportance:
      'not measured, because the features are sums over some 5,000 word vectors that each training learns anew, so that no feature is the same in two models.',
    inherited:
      'The tuning half of `scripts/eval/data/feeling-verses.json`, verses written for this project; songs whose tone a language model had labelled, and sung lines, for the vectors of words. The songs are not part of the project, and which they were was not noted: a comparison with weights trained on songs of the same artists favours the weights in use.',
    evaluation: 'barline eval tone',
  },
};
