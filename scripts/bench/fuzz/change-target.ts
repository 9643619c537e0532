import type { Change } from './change.ts';
import { RAW_PATH_VALUES, RAW_QUERY_VALUES, TROUBLE, TROUBLE_NUMBERS } from './trouble.ts';

/** Other values of one parameter of the query, present or not. */
export const changeQuery: Change = (draft, { draw }) => {
  const parameter = draw.maybe(draft.operation.parameters.filter((one) => one.in === 'query'));
  if (parameter === null) {
    draft.query.push(['no_such_field', '1']);
    return;
  }
  const { minimum, maximum, maxLength, enum: names } = parameter.schema;
  const borders = [minimum, maximum].flatMap((one) =>
    one === undefined ? [] : [one - 1, one + 1, one + 0.5],
  );
  const value = draw.pick([
    ...borders.map(String),
    ...(maxLength === undefined
      ? []
      : ['x'.repeat(maxLength + 1), encodeURIComponent('😀'.repeat(maxLength))]),
    ...(names === undefined ? [] : ['none-of-these', encodeURIComponent(`${String(names[0])} `)]),
    draw.pick(RAW_QUERY_VALUES),
    draw.pick(RAW_QUERY_VALUES),
    String(draw.pick(TROUBLE_NUMBERS)),
    encodeURIComponent(draw.pick(TROUBLE).toWellFormed()),
  ]);
  draft.query = [...draft.query.filter(([name]) => name !== parameter.name), [parameter.name, value]];
};

export const repeatParameter: Change = (draft, { draw }) => {
  const pair = draw.maybe(draft.query) ?? ['limit', '1'];
  draft.query.push([pair[0], draw.pick([pair[1], '1', ''])]);
};

export const misspellParameter: Change = (draft, { draw }) => {
  const [name = 'limit', value = '1'] = draw.maybe(draft.query) ?? [];
  draft.query.push([
    draw.pick([`${name}[]`, `${name}.a`, name.toUpperCase(), '__proto__', 'no_such_field']),
    value,
  ]);
};

export const dropParameter: Change = (draft) => {
  draft.query.pop();
};

export const changePath: Change = (draft, { draw }) => {
  const name = draw.maybe(Object.keys(draft.path));
  if (name !== null) draft.path[name] = draw.pick(RAW_PATH_VALUES);
};

export const unknownId: Change = (draft, { draw }) => {
  const name = draw.maybe(Object.keys(draft.path));
  if (name !== null) draft.path[name] = String(draw.int(1_500_000_000, 2_000_000_000));
};

export const changeCursor: Change = (draft, { draw, known }) => {
  if (!draft.operation.parameters.some((one) => one.name === 'cursor')) return;
  const issued = draw.maybe(known.cursors(draft.operation.id)) ?? 'W10';
  // A cursor begins with its check sum.
  const at = draw.int(0, Math.max(0, draw.chance(0.5) ? 8 : issued.length - 1));
  const other = draw.pick(['A', 'z', '9', '-']);
  const changed = draw.pick([
    issued.slice(0, at) + other + issued.slice(at + 1),
    issued.slice(0, -1),
    `${issued}AAAA`,
    'bnVsbA',
    'W10',
    '!!!!',
  ]);
  draft.query = [
    ...draft.query.filter(([name]) => name !== 'cursor'),
    ['cursor', encodeURIComponent(changed)],
  ];
};
