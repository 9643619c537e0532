import type { Tree } from '../command-tree.ts';

const evaluations: Tree = {
  features: {
    description: 'show how every continuous feature spreads over the songs of a file',
    load: async () => (await import('./eval-features.ts')).addEvalFeatures,
  },
  match: {
    description: 'precision and recall of the Spotify match, on labelled pairs written for this project',
    load: async () => (await import('./eval-match.ts')).addEvalMatch,
  },
  rhyme: {
    description: 'score the rhyme engine against annotated songs and poems',
    load: async () => (await import('./eval-rhyme.ts')).addEvalRhyme,
  },
  search: {
    description: 'rank the demo songs for graded queries: by words, by meaning, by both',
    load: async () => (await import('./eval-search.ts')).addEvalSearch,
  },
  text: {
    description: 'reproduce published outputs: VADER sentences and measures of lexical diversity',
    load: async () => (await import('./eval-text.ts')).addEvalText,
  },
};

const benches: Tree = {
  analyze: {
    description: 'time /analyze against a bare route, measure its cache and fill it (needs redis-server)',
    load: async () => (await import('./bench-analyze.ts')).addBenchAnalyze,
  },
  batch: {
    description: 'analyse a batch with a simulated model at its rate, then with each fault in turn',
    load: async () => (await import('./bench-batch.ts')).addBenchBatch,
  },
  dedupe: {
    description: 'time the duplicate check through Redis and through Postgres on the songs of a data folder',
    load: async () => (await import('./bench-dedupe.ts')).addBenchDedupe,
  },
  engine: {
    description: 'time the lyric engine in workerd over songs of real lengths',
    load: async () => (await import('./bench-engine.ts')).addBenchEngine,
  },
  export: {
    description: 'export a made-up catalogue through the Worker: rows a second and its memory (Linux)',
    load: async () => (await import('./bench-export.ts')).addBenchExport,
  },
  faults: {
    description:
      'scrape and enrich made-up artists while the sites misbehave in every way they can, one after another',
    load: async () => (await import('./bench-faults.ts')).addBenchFaults,
  },
  hostile: {
    description: 'what an anonymous client takes while lyrics are not public: lines, time of Postgres, bytes',
    load: async () => (await import('./bench-hostile.ts')).addBenchHostile,
  },
  ingest: {
    description: 'scrape a made-up artist from a loopback Genius and compare with what the rate allows',
    load: async () => (await import('./bench-ingest.ts')).addBenchIngest,
  },
  search: {
    description: 'time searches of made-up songs through the Worker, and the bare SQL beside them',
    load: async () => (await import('./bench-search.ts')).addBenchSearch,
  },
  startup: {
    description:
      'size of the uploaded Worker and the time in which an isolate loads it; fails over 1.5 MB or 400 ms',
    load: async () => (await import('./bench-startup.ts')).addBenchStartup,
  },
};

/** Every command by its words. */
export const COMMANDS: Tree = {
  analyze: {
    description: 'analyse a text file with the lyric engine and print one JSON object',
    load: async () => (await import('./analyze.ts')).addAnalyze,
  },
  batch: {
    description: 'analyse or check the texts of a file in the background, a thousand to a batch',
    load: async () => (await import('./batch.ts')).addBatch,
  },
  bench: { description: 'measure speed on this machine', commands: benches },
  config: {
    description: 'look at the configuration',
    commands: {
      check: {
        description: 'list every variable, where it is set and what is missing; values are never shown',
        load: async () => (await import('./config.ts')).addConfigCheck,
      },
    },
  },
  'dead-letters': {
    description: 'messages that failed for good and were not replayed: by cause, or those of one cause',
    load: async () => (await import('./dead-letters.ts')).addDeadLetters,
  },
  enrich: {
    description: 'look for songs on Spotify now, as the schedule does bit by bit',
    load: async () => (await import('./enrich.ts')).addEnrich,
  },
  eval: { description: 'measure against labelled data that you name', commands: evaluations },
  export: {
    description: 'write the catalogue as a dataset',
    commands: {
      tracks: {
        description: 'songs; their columns are those of GET /export/tracks',
        load: async () => (await import('./export.ts')).addExportTracks,
      },
      analyses: {
        description: 'what the analyses counted; their columns are those of GET /export/analyses',
        load: async () => (await import('./export.ts')).addExportAnalyses,
      },
    },
  },
  genius: {
    description: 'look at Genius pages',
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
  lab: {
    description: 'make data for scale tests',
    commands: {
      synthesize: {
        description:
          'write made-up songs with the lengths, words and vectors of real ones, as NDJSON for scale tests',
        load: async () => (await import('./lab.ts')).addSynthesize,
      },
      learn: {
        description: 'learn the numbers of the generator from real songs (NDJSON with `lyrics`, `artist`)',
        load: async () => (await import('./lab.ts')).addLearn,
      },
    },
  },
  llm: {
    description: 'look at replies of language models',
    commands: {
      parse: {
        description: 'find the JSON object in saved replies; prints one JSON object a reply',
        load: async () => (await import('./llm.ts')).addLlmParse,
      },
    },
  },
  migrate: {
    description: 'apply the migrations that the database has not had',
    load: async () => (await import('./migrate.ts')).addMigrate,
  },
  pairs: {
    description: 'list pairs of songs of the whole catalogue that are nearly alike, as NDJSON',
    load: async () => (await import('./pairs.ts')).addPairs,
  },
  reindex: {
    description: 'rebuild what is derived from Postgres',
    commands: {
      embeddings: {
        description: 'give every text a vector of another model, and let it take over when all have one',
        load: async () => (await import('./reindex.ts')).addReindexEmbeddings,
      },
      hashes: {
        description: 'rebuild the duplicate check in Redis',
        load: async () => (await import('./reindex.ts')).addReindexHashes,
      },
    },
  },
  scrape: {
    description: 'watch an artist and scrape the songs now, through the running Worker or one of its own',
    load: async () => (await import('./scrape.ts')).addScrape,
  },
  search: {
    description: 'search the stored songs',
    load: async () => (await import('./search.ts')).addSearch,
  },
  watch: {
    description: 'put artists on the watch list, to be scraped when the schedule comes to them',
    load: async () => (await import('./watch.ts')).addWatch,
  },
};
