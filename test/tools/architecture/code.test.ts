import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesMatching, ROOT, texts } from './source.ts';
import { promisingNames, unawaitedReturns } from './unawaited.ts';

describe('source code', () => {
  it('reads clock and random numbers only through the context', () => {
    const allowed = /^src\/(?:lib|redis|web)\/|^src\/worker\.ts$|^src\/http\/middleware\/observe\.ts$/;
    expect(linesMatching(/\bDate\.now\(\)|\bMath\.random\(\)/, (file) => allowed.test(file))).toEqual([]);
  });

  it('in lyrics and ml is pure: no I/O and nothing asynchronous', () => {
    const isPure = (file: string) => /^src\/(?:lyrics|ml)\//.test(file) && !file.endsWith('-lexicon.ts');
    const impure = /\basync\b|\bawait\b|\bfetch\(|\bset(?:Timeout|Interval)\(|\bcrypto\.|\bconsole\./;
    expect(linesMatching(impure, (file) => !isPure(file))).toEqual([]);
  });

  it('never reads the environment of a process', () => {
    expect(linesMatching(/\bprocess\.env\b/, (file) => file.endsWith('vite.config.ts'))).toEqual([]);
  });

  it('writes jsonb only through the helper that escapes what Postgres rejects', () => {
    const allowed = (file: string) => !file.startsWith('src/db/') || file === 'src/db/storable.ts';
    expect(linesMatching(/JSON\.stringify/, allowed)).toEqual([]);
  });

  it('casts rows to their type in one place', () => {
    expect(linesMatching(/\bas unknown as\b/, (file) => file === 'src/db/rows.ts')).toEqual([]);
  });

  it('reads what is stored through a schema, not by casting a column', () => {
    const outside = (file: string) => !/^src\/(?:services|jobs)\//.test(file);
    expect(linesMatching(/^[^*]*\w\.\w+ as (?:unknown|[A-Z{])/, outside)).toEqual([]);
  });

  it('declares the results of services instead of inferring them from functions', () => {
    const inferred = /\bReturnType<typeof (?!set(?:Timeout|Interval)\b)/;
    expect(linesMatching(inferred, (file) => !file.startsWith('src/services/'))).toEqual([]);
  });
});

/** Routes that choose between two representations of one answer by what the client accepts. */
const REPRESENTATIONS = ['src/http/routes/analysis.ts', 'src/http/routes/batches.ts'];

describe('route handlers', () => {
  it('contain no branches; decisions belong in services', () => {
    const faults = linesMatching(/\bif \(|\bswitch \(/, (file) => !file.startsWith('src/http/routes/'));
    expect(faults.map((fault) => fault.replace(/:\d+$/, ''))).toEqual(REPRESENTATIONS);
  });
});

describe('a try block', () => {
  const promising = promisingNames(texts);

  it('awaits the promises that it returns', () => {
    expect([...texts].flatMap(([file, text]) => unawaitedReturns(file, text, promising))).toEqual([]);
  });

  it.each([
    ['a function of ours', 'return load(1);', 1],
    ['a method, whatever is called on it', 'return this.client.load<number>(1);', 1],
    ['either end of a condition', 'return ready ? null : load(1);', 1],
    ['a return in an if of it', 'if (ready) { return load(1); }', 1],
    ['but not what is awaited', 'return await load(1);', 0],
    ['nor what a function inside it returns', 'const later = () => { return load(1); };', 0],
    ['nor what is no promise', 'return count(1);', 0],
  ])('is checked for every return: %s', (_, statement, faults) => {
    const text = `async function load(n: number): Promise<number> { return n; }
      function count(n: number) { return n; }
      async function use() { try { ${statement} } finally { done(); } }`;
    const names = promisingNames(new Map([['a.ts', text]]));
    expect(unawaitedReturns('a.ts', text, names)).toHaveLength(faults);
  });
});

/** Longer than 250 lines, since they are data: trained models. */
const TABLES = [
  'src/lyrics/rhyme/end-words/end-word-model.ts',
  'src/lyrics/rhyme/line-end-model.ts',
  'src/lyrics/rhyme/pair-model.ts',
];

describe('files', () => {
  it('have at most 250 lines, except data tables', () => {
    const long = [...texts].filter(([, text]) => text.split('\n').length > 251).map(([file]) => file);
    expect(long.toSorted()).toEqual(TABLES);
  });

  it('are not the only file in their folder', () => {
    const folders = Map.groupBy(texts.keys(), (file) => dirname(file));
    const lonely = [...folders].filter(
      ([folder, files]) => files.length === 1 && readdirSync(join(ROOT, folder)).length === 1,
    );
    expect(lonely.map(([folder]) => folder)).toEqual([]);
  });
});
