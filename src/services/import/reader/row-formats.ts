/** What the reader reads. */
export const ROW_FORMATS = ['ndjson', 'json', 'csv'] as const;
export type RowFormat = (typeof ROW_FORMATS)[number];
