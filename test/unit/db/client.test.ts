import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { join, type Statement, sql } from '../../../src/db/client.ts';

/** The statement with each parameter written in its place, and whether the places are numbered 1, 2, 3 … in order. */
function inline({ text, params }: Statement): { text: string; inOrder: boolean } {
  const numbers = Array.from(text.matchAll(/\$(\d+)/g), ([, n]) => Number(n));
  return {
    text: text.replaceAll(/\$(\d+)/g, (_, n: string) => `<${JSON.stringify(params[Number(n) - 1])}>`),
    inOrder: numbers.length === params.length && numbers.every((n, i) => n === i + 1),
  };
}

/** A statement composed of fragments, and its text with the values in place. */
interface Built {
  statement: Statement;
  expected: string;
}

const value = fc.oneof(
  fc.integer(),
  fc.string().filter((text) => !text.includes('$')),
  fc.constant(null),
);
const leaf = value.map(
  (one): Built => ({ statement: sql`v = ${one}`, expected: `v = <${JSON.stringify(one)}>` }),
);

const { tree } = fc.letrec<{ tree: Built }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.tuple(tie('tree'), value, tie('tree')).map(([a, one, b]) => ({
      statement: sql`(${a.statement} or x = ${one} or ${b.statement})`,
      expected: `(${a.expected} or x = <${JSON.stringify(one)}> or ${b.expected})`,
    })),
    fc.array(tie('tree'), { maxLength: 4 }).map((parts) => ({
      statement: join(
        parts.map((part) => part.statement),
        ' and ',
      ),
      expected: parts.map((part) => part.expected).join(' and '),
    })),
  ),
}));

describe('a statement', () => {
  it('numbers its parameters in order for any composition', () => {
    fc.assert(
      fc.property(tree, ({ statement, expected }) => {
        expect(inline(statement)).toEqual({ text: expected, inOrder: true });
      }),
    );
  });

  it('never inserts a value as SQL text', () => {
    const statement = sql`select ${"'; drop table tracks; --"}::text, ${'$1'}::text`;
    expect(statement).toEqual({
      text: 'select $1::text, $2::text',
      params: ["'; drop table tracks; --", '$1'],
    });
  });

  it('passes an array or an object as one parameter', () => {
    const list = [1, 2];
    const object = { text: 'select 1' };
    expect(sql`any(${list}) ${object}`).toEqual({ text: 'any($1) $2', params: [list, object] });
  });

  it('numbers more than nine parameters', () => {
    const values = Array.from({ length: 12 }, (_, i) => sql`${i}`);
    const { text } = sql`${'first'}, ${join(values, ', ')}, ${'last'}`;
    expect(text).toBe(Array.from({ length: 14 }, (_, i) => `$${i + 1}`).join(', '));
  });

  it('joined from an empty list is empty', () => {
    expect(sql`where ${join([], ' and ')}`).toEqual({ text: 'where ', params: [] });
  });
});
