import { isObject } from '../../openapi/closed-schemas.ts';
import type { Draw } from './draw.ts';
import { TROUBLE, TROUBLE_NUMBERS } from './trouble.ts';

const DEEP = 60;
const HUGE_TEXT = 20_000;
const LONG_LIST = 1200;

/** A place in a JSON value. */
interface Place {
  holder: Record<string, unknown> | unknown[];
  key: string | number;
}

function placesOf(value: unknown, found: Place[] = []): Place[] {
  const entries = Array.isArray(value)
    ? value.slice(0, 20).map((one, at) => [at, one] as const)
    : Object.entries(isObject(value) ? value : {});
  for (const [key, one] of entries) {
    found.push({ holder: value as Place['holder'], key });
    placesOf(one, found);
  }
  return found;
}

const valueAt = ({ holder, key }: Place): unknown => Reflect.get(holder, key);

/** A value of another kind. */
const OTHER_KINDS: readonly unknown[] = [null, true, 17, 'text', [], {}, [[]], { a: [1] }, '', -1, 0.5];

const nested = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));

function brokenText(draw: Draw, text: string): unknown {
  return draw.pick([
    draw.pick(TROUBLE),
    text + draw.pick(TROUBLE),
    text.slice(0, -1),
    `${text}x`,
    text.toUpperCase(),
    ` ${text} `,
    text.repeat(3),
    'x'.repeat(HUGE_TEXT),
    '',
  ]);
}

function brokenNumber(draw: Draw, value: number): unknown {
  return draw.pick<unknown>([
    draw.pick(TROUBLE_NUMBERS),
    value + 1,
    value - 1,
    value + 0.5,
    -value,
    value * 1000,
    String(value),
    'NaN',
  ]);
}

function brokenValue(draw: Draw, value: unknown): unknown {
  if (draw.chance(0.3)) return draw.pick(OTHER_KINDS);
  if (draw.chance(0.03)) return nested(DEEP);
  if (typeof value === 'string') return brokenText(draw, value);
  if (typeof value === 'number') return brokenNumber(draw, value);
  if (typeof value === 'boolean') return draw.pick<unknown>(['true', 'false', 0, 1, null]);
  if (Array.isArray(value))
    return draw.pick<unknown>([
      [],
      [...value, ...value],
      [...value, null],
      Array(LONG_LIST).fill(value[0] ?? 1),
      value[0],
    ]);
  return draw.pick(OTHER_KINDS);
}

/** A copy of the value with one place of it changed, taken away or added. */
export function breakJson(draw: Draw, json: unknown): unknown {
  const value = structuredClone(json);
  const place = draw.maybe(placesOf(value));
  if (place === null || draw.chance(0.1)) return draw.pick([[value], null, 'text', 17, {}, [], value]);
  const isNamed = !Array.isArray(place.holder);
  if (isNamed && draw.chance(0.2)) Reflect.deleteProperty(place.holder, place.key);
  else if (isNamed && draw.chance(0.15))
    Reflect.set(
      place.holder,
      draw.pick(['no_such_field', 'constructor', '', `${place.key}s`]),
      draw.pick(OTHER_KINDS),
    );
  else Reflect.set(place.holder, place.key, brokenValue(draw, valueAt(place)));
  return value;
}
