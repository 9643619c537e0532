import type { Tree } from '../command-tree.ts';

const evaluations: Tree = {
  explicit: {
    description: 'compare which labelled phrases are rated explicit with plain word lists',
    load: async () => (await import('./eval-explicit.ts')).addEvalExplicit,
  },
  features: {
    description: 'show the distribution of every continuous feature over the songs of a file',
    load: async () => (await import('./eval-features.ts')).addEvalFeatures,
  },
  feeling: {
    description: 'compare sentiment and dominant feeling of labelled verses with simple methods',
    load: async () => (await import('./eval-feeling.ts')).addEvalFeeling,
  },
  generate: {
    description: 'compose verses to order without a model and measure them, or rank next lines of real songs',
    load: async () => (await import('./eval-generate.ts')).addEvalGenerate,
  },
  language: {
    description: 'compare the detected language of labelled snippets with simple methods',
    load: async () => (await import('./eval-language.ts')).addEvalLanguage,
  },
  lines: {
    description: 'score syllables, couplets and the rhyme finder on labelled ordinary lines',
    load: async () => (await import('./eval-lines.ts')).addEvalLines,
  },
  match: {
    description: 'measure precision and recall of the Spotify match on labelled pairs',
    load: async () => (await import('./eval-match.ts')).addEvalMatch,
  },
  'model-lines': {
    description:
      'have a simulated model write verses that misses lines, fails or refuses, and check what is sent',
    load: async () => (await import('./eval-model-lines.ts')).addEvalModelLines,
  },
  phonetics: {
    description: 'measure how words are pronounced that the dictionary lacks, on held-out tenths of it',
    load: async () => (await import('./eval-phonetics.ts')).addEvalPhonetics,
  },
  quality: {
    description: 'foresee the ratings of artists that were not seen, beside constants and simple methods',
    load: async () => (await import('./eval-quality.ts')).addEvalQuality,
  },
  refusals: {
    description: 'which labelled texts the quality model tells and does not score',
    load: async () => (await import('./eval-refusals.ts')).addEvalRefusals,
  },
  rhyme: {
    description: 'score the rhyme engine against annotated songs and poems',
    load: async () => (await import('./eval-rhyme.ts')).addEvalRhyme,
  },
  rhymes: {
    description: 'compare the rhyme finder with the perfect rhymes of the whole pronouncing dictionary',
    load: async () => (await import('./eval-rhymes.ts')).addEvalRhymes,
  },
  scores: {
    description: 'which labelled texts get a quality: verses must, gibberish, prose and lists must not',
    load: async () => (await import('./eval-scores.ts')).addEvalScores,
  },
  search: {
    description: 'rank the demo songs for graded queries by words, by meaning and by both',
    load: async () => (await import('./eval-search.ts')).addEvalSearch,
  },
  text: {
    description: 'compare with published outputs of VADER and of lexical diversity',
    load: async () => (await import('./eval-text.ts')).addEvalText,
  },
  themes: {
    description: 'compare the themes of labelled verses with simple methods',
    load: async () => (await import('./eval-themes.ts')).addEvalThemes,
  },
  tone: {
    description: 'compare the tone of labelled verses with simple methods',
    load: async () => (await import('./eval-feeling.ts')).addEvalTone,
  },
  trends: {
    description:
      'power and false positives of the trend tests, and errors of forecasts, on made-up catalogues',
    load: async () => (await import('./eval-trends.ts')).addEvalTrends,
  },
  transfer: {
    description:
      'rewrite verses of each demo artist toward each other, beside doing nothing and a random verse',
    load: async () => (await import('./eval-transfer.ts')).addEvalTransfer,
  },
};

const benches: Tree = {
  analyze: {
    description:
      'time /analyze relative to a minimal route, and measure and fill its cache (needs redis-server)',
    load: async () => (await import('./bench-analyze.ts')).addBenchAnalyze,
  },
  backup: {
    description: 'back up a synthetic catalogue through the Worker, restore it and compare every row (Linux)',
    load: async () => (await import('./bench-backup.ts')).addBenchBackup,
  },
  batch: {
    description: 'analyse a batch with a simulated model at its rate limit, then with each fault',
    load: async () => (await import('./bench-batch.ts')).addBenchBatch,
  },
  dedupe: {
    description: 'time the duplicate check through Redis and through Postgres on the songs of a data folder',
    load: async () => (await import('./bench-dedupe.ts')).addBenchDedupe,
  },
  engine: {
    description: 'time the lyric engine in workerd on songs of realistic lengths',
    load: async () => (await import('./bench-engine.ts')).addBenchEngine,
  },
  export: {
    description:
      'export a synthetic catalogue through the Worker; measures rows per second and memory (Linux)',
    load: async () => (await import('./bench-export.ts')).addBenchExport,
  },
  faults: {
    description:
      'mixed traffic while each upstream fails in turn: errors, what degraded, what was lost, time to recover',
    load: async () => (await import('./bench-faults.ts')).addBenchFaults,
  },
  fuzz: {
    description: 'send requests of every kind, valid and broken, to every operation and check each answer',
    load: async () => (await import('./bench-fuzz.ts')).addBenchFuzz,
  },
  hostile: {
    description:
      'measure what an anonymous client can extract without public lyrics: lines, Postgres time, bytes',
    load: async () => (await import('./bench-hostile.ts')).addBenchHostile,
  },
  import: {
    description: 'read large song files of each kind; measures rows per second and memory',
    load: async () => (await import('./bench-import.ts')).addBenchImport,
  },
  ingest: {
    description:
      'scrape a synthetic artist from a local Genius site and compare with the allowed rate; or with every fault of the sites',
    load: async () => (await import('./bench-ingest.ts')).addBenchIngest,
  },
  killed: {
    description:
      'kill a Worker at every call of every pipeline, go on with a new one, and compare the database',
    load: async () => (await import('./bench-killed.ts')).addBenchKilled,
  },
  live: {
    description: 'compare /health/live with a bare route in the same runtime, over 16 connections',
    load: async () => (await import('./bench-live.ts')).addBenchLive,
  },
  metrics: {
    description:
      'compare the counters of two Workers with the requests sent, also while Redis fails (needs redis-server)',
    load: async () => (await import('./bench-metrics.ts')).addBenchMetrics,
  },
  request: {
    description:
      'measure what a request of every route costs: CPU, round trips, Redis commands, bytes, dollars a million (Linux)',
    load: async () => (await import('./bench-request.ts')).addBenchRequest,
  },
  scorecard: {
    description: 'put each published figure beside ours, by running the commands that measure it',
    load: async () => (await import('./bench-scorecard.ts')).addBenchScorecard,
  },
  search: {
    description: 'time searches of synthetic songs through the Worker and as SQL alone',
    load: async () => (await import('./bench-search.ts')).addBenchSearch,
  },
  startup: {
    description:
      'size of the uploaded Worker and the time in which an isolate loads it; fails over 1.5 MB or 400 ms',
    load: async () => (await import('./bench-startup.ts')).addBenchStartup,
  },
  trends: {
    description:
      'time answers about trends over synthetic songs, the build of clusters, and what storing a song costs more',
    load: async () => (await import('./bench-trends.ts')).addBenchTrends,
  },
  web: {
    description:
      'measure the page in a browser: first load, paints, keystrokes to colours and results, frames of the map',
    load: async () => (await import('./bench-web.ts')).addBenchWeb,
  },
  write: {
    description: 'time the composer in workerd, the first verse of an isolate apart',
    load: async () => (await import('./bench-write.ts')).addBenchWrite,
  },
};

/** Every command by its words. */
export const COMMANDS: Tree = {
  analyze: {
    description: 'analyse a text file with the lyric engine and print one JSON object',
    load: async () => (await import('./analyze.ts')).addAnalyze,
  },
  drift: {
    description:
      "whether the judge's answers and the songs that come are still as they were, and accepting that they are not",
    load: async () => (await import('./drift.ts')).addDrift,
  },
  backup: {
    description: 'list backups, make one now, or copy one into a folder',
    load: async () => (await import('./backup.ts')).addBackup,
  },
  batch: {
    description: 'analyse or check the texts of a file in the background, in batches of a thousand',
    load: async () => (await import('./batch.ts')).addBatch,
  },
  bench: { description: 'measure speed on this machine', commands: benches },
  config: {
    description: 'inspect the configuration',
    commands: {
      check: {
        description: 'list every variable, where it is set and what is missing; values are never shown',
        load: async () => (await import('./config.ts')).addConfigCheck,
      },
    },
  },
  costs: {
    description: 'compute what a month costs at list prices, for a size or for those of the docs',
    load: async () => (await import('./costs.ts')).addCosts,
  },
  'dead-letters': {
    description: 'list permanently failed messages that were not replayed, by cause or of one cause',
    load: async () => (await import('./dead-letters.ts')).addDeadLetters,
  },
  enrich: {
    description: 'search Spotify for songs now, instead of waiting for the schedule',
    load: async () => (await import('./enrich.ts')).addEnrich,
  },
  eval: { description: 'measure quality on labelled data from your files', commands: evaluations },
  export: {
    description: 'write the catalogue as a dataset',
    commands: {
      tracks: {
        description: 'songs, with the columns of GET /export/tracks',
        load: async () => (await import('./export.ts')).addExportTracks,
      },
      analyses: {
        description: 'analyses, with the columns of GET /export/analyses',
        load: async () => (await import('./export.ts')).addExportAnalyses,
      },
    },
  },
  genius: {
    description: 'inspect Genius pages',
    commands: {
      parse: {
        description: 'parse a saved song page and print one JSON object',
        load: async () => (await import('./genius.ts')).addGeniusParse,
      },
    },
  },
  import: {
    description: 'clean and store the songs of a file; importing it again changes nothing',
    load: async () => (await import('./import.ts')).addImport,
  },
  keys: {
    description: 'make, list, replace and revoke API keys',
    commands: {
      create: {
        description: 'make a key and print it; it cannot be shown again',
        load: async () => (await import('./keys.ts')).addCreateKey,
      },
      list: {
        description: 'list all keys without their secrets, or those that expire soon',
        load: async () => (await import('./keys.ts')).addListKeys,
      },
      matrix: {
        description: 'show who may use each operation: callers without a key, and each role',
        load: async () => (await import('./key-matrix.ts')).addKeyMatrix,
      },
      revoke: {
        description: 'revoke a key for good, in every isolate within 30 seconds',
        load: async () => (await import('./keys.ts')).addRevokeKey,
      },
      rotate: {
        description: 'replace a key, or all that expire soon; old and new work together for a while',
        load: async () => (await import('./keys.ts')).addRotateKeys,
      },
    },
  },
  lab: {
    description:
      'make data sets, judge predictions, train and promote models, and make songs for scale tests',
    commands: {
      card: {
        description: 'write the card of weights in use that are older than the training commands',
        load: async () => (await import('./lab-promote.ts')).addLabCard,
      },
      synthesize: {
        description:
          'write made-up songs with the lengths, words and vectors of real ones, as NDJSON for scale tests',
        load: async () => (await import('./lab.ts')).addSynthesize,
      },
      learn: {
        description: 'learn the parameters of the generator from real songs (NDJSON with `lyrics`, `artist`)',
        load: async () => (await import('./lab.ts')).addLearn,
      },
      evaluate: {
        description:
          'score predictions with intervals and baselines, or say why they allow no headline figure',
        load: async () => (await import('./lab-evaluate.ts')).addLabEvaluate,
      },
      all: {
        description: 'make a data set, evaluate, compare models and write the report; goes on after a kill',
        load: async () => (await import('./lab-all.ts')).addLabAll,
      },
      report: {
        description: 'write one HTML file about a run, which opens without a network',
        load: async () => (await import('./lab-report.ts')).addLabReport,
      },
      'compare-models': {
        description:
          'set the error of every configured model against its cost, with prices of models not called',
        load: async () => (await import('./lab-compare-models.ts')).addLabCompareModels,
      },
      'prepare-dataset': {
        description: 'draw a data set from the catalogue, split by artist, with its hash and datasheet',
        load: async () => (await import('./lab-prepare-dataset.ts')).addLabPrepareDataset,
      },
      'export-finetune': {
        description: 'write conversations that fine-tune a model on a data set, and how to start that',
        load: async () => (await import('./lab-export-finetune.ts')).addLabExportFinetune,
      },
      promote: {
        description: 'bring a trained model into use if it beats the one in use on unseen artists',
        load: async () => (await import('./lab-promote.ts')).addLabPromote,
      },
      rollback: {
        description: 'bring the version of a model back that was in use before',
        load: async () => (await import('./lab-promote.ts')).addLabRollback,
      },
      simulate: {
        description: 'how often equal models are promoted, better ones found, and intervals hold the truth',
        load: async () => (await import('./lab-simulate.ts')).addLabSimulate,
      },
      'test-api': {
        description: 'test what the configured model endpoint can do, one verdict a capability',
        load: async () => (await import('./lab-test-api.ts')).addLabTestApi,
      },
      'train-quality': {
        description:
          'train the model of /predict-quality from labelled songs, with learning curve, importance and card',
        load: async () => (await import('./lab-train.ts')).addTrainQuality,
      },
      'train-themes': {
        description:
          'train the weights of themes from labelled verses, with learning curve, importance and card',
        load: async () => (await import('./lab-train.ts')).addTrainThemes,
      },
      'train-tone': {
        description:
          'train mood, feeling and tone from labelled songs and verses, with learning curve and card',
        load: async () => (await import('./lab-train.ts')).addTrainTone,
      },
    },
  },
  llm: {
    description: 'inspect replies of language models',
    commands: {
      parse: {
        description: 'extract the JSON object from saved replies; prints one JSON object per reply',
        load: async () => (await import('./llm.ts')).addLlmParse,
      },
    },
  },
  migrate: {
    description: 'apply pending migrations to the database',
    load: async () => (await import('./migrate.ts')).addMigrate,
  },
  monitor: {
    description: 'run Prometheus with the alerts against the running Worker, or write alerts and dashboard',
    load: async () => (await import('./monitor.ts')).addMonitor,
  },
  pairs: {
    description: 'list pairs of nearly identical songs in the whole catalogue, as NDJSON',
    load: async () => (await import('./pairs.ts')).addPairs,
  },
  profile: {
    description: 'measure what a request of one route costs; the same as bench request (Linux)',
    load: async () => (await import('./bench-request.ts')).addBenchRequest,
  },
  reindex: {
    description: 'rebuild data derived from Postgres',
    commands: {
      embeddings: {
        description: 'embed every text with another model, and switch to it when all are done',
        load: async () => (await import('./reindex.ts')).addReindexEmbeddings,
      },
      hashes: {
        description: 'rebuild the duplicate check in Redis',
        load: async () => (await import('./reindex.ts')).addReindexHashes,
      },
    },
  },
  restore: {
    description: 'fill an empty database with a backup, and compare every row',
    load: async () => (await import('./restore.ts')).addRestore,
  },
  rhymes: {
    description: 'find rhymes for a word or phrase, without a stack or with lines of a catalogue',
    load: async () => (await import('./rhymes.ts')).addRhymes,
  },
  scrape: {
    description: 'watch an artist and scrape the songs now, through the running Worker or a new one',
    load: async () => (await import('./scrape.ts')).addScrape,
  },
  search: {
    description: 'search the stored songs',
    load: async () => (await import('./search.ts')).addSearch,
  },
  shots: {
    description: 'take pictures of the views of the page at widths, in themes and states',
    load: async () => (await import('./shots.ts')).addShots,
  },
  takedown: {
    description: 'remove songs for good, and keep them from coming back',
    commands: {
      track: {
        description: 'remove a song with its versions',
        load: async () => (await import('./takedown.ts')).addTakeDownTrack,
      },
      artist: {
        description: 'remove all songs of an artist, who is not watched again',
        load: async () => (await import('./takedown.ts')).addTakeDownArtist,
      },
      list: {
        description: 'list the latest takedowns',
        load: async () => (await import('./takedown.ts')).addListTakedowns,
      },
      lift: {
        description: 'let the songs of a takedown be stored again',
        load: async () => (await import('./takedown.ts')).addLiftTakedown,
      },
    },
  },
  transfer: {
    description: 'rewrite the lyrics of a file in the measured style of an artist',
    load: async () => (await import('./write.ts')).addTransfer,
  },
  trends: {
    description: 'what changes in the songs over the years',
    commands: {
      build: {
        description: 'build clusters and map of all songs from their vectors, as the next version',
        load: async () => (await import('./trends-build.ts')).addTrendsBuild,
      },
      current: {
        description: 'what rises and falls: themes, feelings, rhyme, vocabulary, explicitness, repetition',
        load: async () => (await import('./trends.ts')).addTrendsCurrent,
      },
      forecast: {
        description: 'how each series goes on, with intervals and a back-test',
        load: async () => (await import('./trends.ts')).addTrendsForecast,
      },
      words: {
        description: 'how often words and phrases are sung over the years',
        load: async () => (await import('./trends-words.ts')).addTrendsWords,
      },
    },
  },
  watch: {
    description: 'add artists to the watch list, to be scraped by the schedule',
    load: async () => (await import('./watch.ts')).addWatch,
  },
  write: {
    description: 'write a verse to order: scheme, syllables, subject, style of an artist',
    load: async () => (await import('./write.ts')).addWrite,
  },
};
