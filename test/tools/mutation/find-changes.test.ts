import { describe, expect, it } from 'vitest';
import { applyChange, findChanges } from '../../../scripts/mutation/code-mutations.ts';

const mutantsOf = (text: string): string[] =>
  findChanges(text, 'x.ts').map((change) => applyChange(text, change));

describe('the faults put into a text', () => {
  it.each([
    ['a < b', ['a <= b']],
    ['a - b', ['a + b']],
    ['a && b', ['a || b']],
    ['a ?? b', ['a']],
    ['!a', ['a']],
    ['x += y', ['x -= y']],
    ['i++', ['i--']],
    ['a ? b : c', ['!(a) ? b : c']],
    ['y = [a]', ['y = []']],
    ['y = 1', ['y = 2']],
    ['y = true', ['y = false']],
    ["y = 'text'", ["y = ''"]],
    ['call(a)', [';']],
    ['await call()', [';', 'call()']],
  ])('%s', (text, expected) => {
    expect(mutantsOf(text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    [`a < \${x} and b`, [`a <= \${x} and b`, `a < \${x} or b`]],
    [`order by a desc limit \${n}::int`, [`order by a asc limit \${n}::int`, 'order by a desc ']],
    [`select coalesce(max(a), \${f(x, y)})`, ['select (max(a))', `select coalesce(min(a), \${f(x, y)})`]],
    ['a between 1 and 2', []],
    ['a is not null', ['a is null']],
    ['not exists (select 1)', ['exists (select 1)']],
  ])('SQL: %s', (text, expected) => {
    const faults = mutantsOf(`y = sql\`${text}\``).filter((one) => one.startsWith('y = sql'));
    expect(faults.toSorted()).toEqual(expected.map((one) => `y = sql\`${one}\``).toSorted());
  });

  it('are none in types, imports, names, logs and errors', () => {
    const text = `import { a } from './a.ts';
type T = 'x' | 1;
const y: T = { 'k': z as Map<1, 'v'> };
ctx.log.warn('words', { a: b < c });
throw new Error('words');
`;
    expect(mutantsOf(text)).toEqual([]);
  });
});
