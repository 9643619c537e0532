/**
 * Identifies the fields of an analysis and their types. The cache sends an analysis without reading it, so one that was
 * kept under another contract must not be found; a test compares this with the schema and says what to write here.
 */
export const ANALYSIS_CONTRACT = '848aad4b';
