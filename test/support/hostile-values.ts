import type { Operation, Parameter } from '../../scripts/openapi/operations.ts';
import { pathOf } from '../../scripts/openapi/valid-request.ts';

/** Hostile values for any parameter, percent-encoded. */
export const HOSTILE_VALUES: Readonly<Record<string, string>> = {
  empty: '',
  blank: '%20',
  'a long whole number': '9'.repeat(400),
  'two to the 31st': String(2 ** 31),
  'two to the 53rd': String(2 ** 53),
  'below the integers': String(-(2 ** 31) - 1),
  'beyond a double': '1e400',
  'a large double': '9e307',
  'a tiny double': '1e-400',
  'below the reals': '1e-50',
  'many decimal places': `0.${'0'.repeat(60)}1`,
  'minus zero': '-0',
  hexadecimal: '0x10',
  binary: '0b1',
  'with a separator': '1_0',
  'with blanks around': '%201%20',
  'with a plus': '%2B1',
  'Arabic digits': '%D9%A1',
  NaN: 'NaN',
  Infinity: 'Infinity',
  null: 'null',
  undefined: 'undefined',
  true: 'true',
  'a NUL': 'a%00b',
  'a lone surrogate, encoded': 'a%ED%A0%80b',
  'an escape that is none': '%',
  'a byte that is no UTF-8': '%FF',
  emoji: encodeURIComponent('🎤👨‍👩‍👧‍👦'),
  'a text from right to left': encodeURIComponent('\u202eabc'),
  'combining marks': encodeURIComponent(`a${'\u0301'.repeat(300)}`),
  '10,000 characters': 'a'.repeat(10_000),
  '500 characters': 'a'.repeat(500),
  'quotation marks': encodeURIComponent('"a" '.repeat(120)),
  'one quotation mark': '%22',
  backslashes: encodeURIComponent('\\'.repeat(50)),
  'search operators': encodeURIComponent('!a & b | (c <-> :*'),
  'only negations': encodeURIComponent('-a -b'),
  'SQL wildcards': encodeURIComponent('%_%\\'),
  SQL: encodeURIComponent("'; drop table tracks; --"),
  'a pattern': encodeURIComponent('(a+)+$ [[:alpha:]'),
  'a list': '1,2,3',
  'a list of the same': '1,1',
  'large numbers in a list': `${'9'.repeat(308)},${'9'.repeat(308)},0`,
  'tiny numbers in a list': `0.${'0'.repeat(300)}1,0,0`,
  commas: ',,,',
  JSON: encodeURIComponent('{"a":[1]}'),
  __proto__: '__proto__',
};

function withQuery(operation: Operation, query: string, replaced: string): string {
  const [path = '', given = ''] = pathOf(operation).split('?');
  const others = given.split('&').filter((pair) => pair !== '' && !pair.startsWith(`${replaced}=`));
  return `${path}?${[...others, query].join('&')}`;
}

function inPath({ path }: Operation, name: string, value: string): string {
  return path.replace(`{${name}}`, value).replaceAll(/\{\w+\}/g, '1');
}

/** Paths that give a parameter each hostile value, and repeat it, and spell it as an array. */
export function hostilePaths(operation: Operation, { name, in: place }: Parameter): [string, string][] {
  const values = Object.entries(HOSTILE_VALUES);
  if (place === 'path') return values.map(([what, value]) => [what, inPath(operation, name, value)]);
  return [
    ...values.map(([what, value]): [string, string] => [
      what,
      withQuery(operation, `${name}=${value}`, name),
    ]),
    ['given twice', withQuery(operation, `${name}=1&${name}=1`, name)],
    ['given a thousand times', withQuery(operation, Array(1000).fill(`${name}=1`).join('&'), name)],
    ['as an array', withQuery(operation, `${name}[]=1&${name}[0]=1`, name)],
    ['as an object', withQuery(operation, `${name}[a]=1&${name}.a=1`, name)],
    ['without a value', withQuery(operation, name, name)],
  ];
}
