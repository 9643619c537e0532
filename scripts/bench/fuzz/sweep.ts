import { isObject } from '../../openapi/closed-schemas.ts';
import type { JsonSchema } from '../../openapi/operations.ts';
import type { Api } from './api-document.ts';
import { copyDraft, type Draft } from './draft.ts';

const EMOJI = '\u{1f600}';
const UNKNOWN_ID = 1_900_000_000;
const OTHER_KINDS: readonly unknown[] = [null, 'text', 17, true, [], {}];

const pad = (value: unknown, length: number): string =>
  typeof value === 'string' && value !== ''
    ? value.repeat(Math.ceil(length / value.length)).slice(0, length)
    : 'x'.repeat(length);

/** A list of ids such as `1,2` with ids that nothing has; other texts stay as they are. */
function unknownIds(sample: string): string {
  const ids = sample.split(',');
  const isList = ids.length > 1 && ids.every((one) => /^\d+$/.test(one));
  return isList ? ids.map((_, at) => String(UNKNOWN_ID + at)).join(',') : sample;
}

/** Values at the borders of a schema and just beyond them; `sample` is one within. */
function borderValues(schema: JsonSchema, sample: unknown): unknown[] {
  const { minimum, maximum, exclusiveMinimum, minLength, maxLength, minItems, maxItems } = schema;
  const numbers = [minimum, maximum, exclusiveMinimum].filter((one) => one !== undefined);
  const lists = Array.isArray(sample) && sample.length > 0 ? sample : [1];
  const listOf = (count: number) => Array.from({ length: count }, (_, at) => lists[at % lists.length]);
  return [
    ...numbers.flatMap((one) => [one - 1, one, one + 1]),
    ...(minLength === undefined ? [] : [pad(sample, minLength), pad(sample, Math.max(0, minLength - 1))]),
    ...(maxLength === undefined
      ? []
      : [pad(sample, maxLength), pad(sample, maxLength + 1), EMOJI.repeat(maxLength)]),
    ...(minItems === undefined || minItems === 0 ? [] : [listOf(minItems - 1)]),
    ...(maxItems === undefined ? [] : [listOf(maxItems), listOf(maxItems + 1)]),
    ...(schema.enum === undefined ? [] : [`${String(schema.enum[0])}x`, '']),
    ...(schema.pattern === undefined && schema.format === undefined
      ? []
      : [`${String(sample)}!`, '', unknownIds(String(sample))]),
    ...(typeof sample === 'number' ? [String(sample)] : []),
  ];
}

const shown = (value: unknown): string => encodeURIComponent(String(value).toWellFormed());

/** The request with each parameter of its query at each border, and given as none of its kind. */
function sweepQuery(draft: Draft): Draft[] {
  return draft.operation.parameters
    .filter((one) => one.in === 'query' && one.name !== 'cursor')
    .flatMap(({ name, schema }) => {
      const sample = schema.example ?? schema.examples?.[0] ?? schema.default ?? schema.enum?.[0] ?? 'a';
      const values = [...borderValues(schema, sample), 'none-of-these', ''];
      return values.map((value): Draft => {
        const others = draft.query.filter(([other]) => other !== name);
        return {
          ...copyDraft(draft),
          query: [...others, [name, shown(value)]],
          changes: [`border of ${name}`],
        };
      });
    });
}

/** The request with each member of its body at each border, of another kind, missing, and one too many. */
function sweepBody(draft: Draft, api: Pick<Api, 'resolve'>): Draft[] {
  const json = draft.body?.json;
  const schema = draft.operation.bodies.get('application/json');
  if (!isObject(json) || schema === undefined) return [];
  const withJson = (changed: object, what: string): Draft => ({
    ...copyDraft(draft),
    body: { json: structuredClone(changed) },
    changes: [what],
  });
  const members = Object.entries(schema.properties ?? {}).flatMap(([name, unresolved]) => {
    const member = api.resolve(unresolved);
    const sample = json[name] ?? member.example ?? member.examples?.[0] ?? member.default;
    const { [name]: _, ...rest } = json;
    return [
      withJson(rest, `without ${name}`),
      ...[...borderValues(member, sample), ...OTHER_KINDS].map((value) =>
        withJson({ ...json, [name]: value }, `border of ${name}`),
      ),
    ];
  });
  return [...members, withJson({ ...json, no_such_field: 1 }, 'unknown member')];
}

/** One change at a time of a valid request, at every border that the document names. */
export const sweep = (draft: Draft, api: Pick<Api, 'resolve'>): Draft[] => [
  { ...copyDraft(draft), query: [...draft.query, ['no_such_field', '1']], changes: ['unknown parameter'] },
  ...sweepQuery(draft),
  ...sweepBody(draft, api),
];
