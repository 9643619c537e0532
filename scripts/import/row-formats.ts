/** What `import` reads. */
export const ROW_FORMATS = ['ndjson', 'json', 'csv'] as const;
