/** Integration tests that cover a source file; they reach it over HTTP, so the import graph does not show it. */
export const SUBJECTS: readonly { sources: RegExp; tests: readonly string[] }[] = [
  { sources: /queries\/artist-(?:profiles|pairs|songs|list)/, tests: tests('artists', 'artist-pages') },
  { sources: /queries\/(?:artist-watch|artists)\.ts/, tests: tests('runs', 'pipeline') },
  { sources: /queries\/(?:artist-identity|merge-track|relations|scrape-failures)/, tests: tests('pipeline') },
  { sources: /queries\/(?:store-song|track-writes)/, tests: tests('pipeline') },
  { sources: /queries\/bars/, tests: tests('reading') },
  { sources: /queries\/batch/, tests: tests('batches') },
  {
    sources: /queries\/(?:catalogue-analyses|analyses)/,
    tests: tests('ad-hoc-analyses', 'models', 'similar'),
  },
  { sources: /queries\/(?:cron|due-runs|health)/, tests: tests('schedule', 'runs', 'faults', 'worker') },
  { sources: /queries\/(?:dead-letters|job-failures|track-failures)/, tests: tests('messages') },
  { sources: /queries\/(?:embedding|next-embeddings)/, tests: tests('faults', 'similar', 'pipeline') },
  { sources: /queries\/enrichments/, tests: tests('schedule') },
  { sources: /queries\/(?:export-rows|facet-counts)/, tests: tests('export') },
  { sources: /queries\/(?:lexical-matches|phrases|text-languages)/, tests: tests('search', 'phrases') },
  { sources: /queries\/near-/, tests: tests('similar', 'search') },
  { sources: /queries\/(?:recommend|similar)\.ts/, tests: tests('similar') },
  { sources: /queries\/(?:search|track-filters|track-scope)/, tests: tests('search', 'similar', 'reading') },
  { sources: /queries\/tracks\.ts/, tests: tests('reading') },
  { sources: /queries\/(?:runs|run-items)/, tests: tests('runs', 'pipeline') },
  { sources: /queries\/retention/, tests: tests('ad-hoc-analyses') },
  { sources: /services\/analysis\/[a-z-]+\.ts/, tests: tests('models', 'ad-hoc-analyses') },
  { sources: /analyzers\/(?:registry|hybrid|agreement|algorithmic)/, tests: tests('models') },
  { sources: /resilience\/(?:shared-state|single-flight|heartbeat)/, tests: tests('redis', 'models') },
];

function tests(...names: string[]): string[] {
  return names.map((name) => `test/integration/${name}.test.ts`);
}
