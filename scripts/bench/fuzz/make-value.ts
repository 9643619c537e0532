import { isObject, type Json } from '../../openapi/closed-schemas.ts';
import type { JsonSchema } from '../../openapi/operations.ts';
import type { Api } from './api-document.ts';
import type { Draw } from './draw.ts';
import type { KnownValues } from './known-values.ts';
import { TROUBLE, VERSE_WORDS } from './trouble.ts';

const OPTIONAL_SHARE = 0.3;
const MANY_ITEMS_SHARE = 0.05;
const FEW_ITEMS = 3;
const LONG_TEXT = 1000;
/** One character of two UTF-16 units. */
const EMOJI = '\u{1f600}';
const DEFAULT_LENGTH = 40;
/** A text without a documented maximum may have as many characters. */
const UNBOUNDED = 4000;
/** Names whose values are ids of songs. */
const TRACK_IDS = new Set(['liked', 'disliked']);
const RENAMED: Readonly<Record<string, string>> = {
  style: 'artist',
  source_artist: 'artist',
  target_artist: 'artist',
  name: 'artist',
};

const characters = (text: string): number => [...text].length;

/** The text, repeated or cut to have from `min` to `max` characters. */
export function fitLength(text: string, min: number, max: number): string {
  const unit = text === '' && min > 0 ? 'x' : text;
  const long = characters(unit) < min ? unit.repeat(Math.ceil(min / characters(unit))) : unit;
  return [...long].slice(0, Math.max(min, Math.min(max, characters(long)))).join('');
}

/** Makes values that fit a schema: examples, learnt values, borders, and texts that are hard to handle. */
export class ValueMaker {
  readonly #draw: Draw;
  readonly #known: KnownValues;
  readonly #api: Pick<Api, 'resolve' | 'schemas'>;

  constructor(draw: Draw, known: KnownValues, api: Pick<Api, 'resolve' | 'schemas'>) {
    this.#draw = draw;
    this.#known = known;
    this.#api = api;
  }

  make(unresolved: JsonSchema, name: string): unknown {
    const schema = this.#api.resolve(unresolved);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices !== undefined) return this.make(this.#draw.pick(choices), name);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return this.#draw.pick(schema.enum);
    const given = schema.example ?? schema.examples?.[0] ?? schema.default;
    if (given !== undefined && this.#draw.chance(0.3)) return given;
    const type = Array.isArray(schema.type) ? this.#draw.pick(schema.type) : schema.type;
    switch (type) {
      case 'string':
        return this.#text(schema, name);
      case 'integer':
        return this.#integer(schema, name);
      case 'number':
        return this.#number(schema);
      case 'boolean':
        return this.#draw.chance(0.5);
      case 'array':
        return this.#list(schema, name);
      case 'object':
        return this.#object(schema);
      default:
        return null;
    }
  }

  /** Several lines of made-up words that no other text has. */
  verse(min: number, max: number): string {
    const words = Array.from({ length: this.#draw.int(8, 40) }, (_, at) => {
      const word = this.#draw.pick(VERSE_WORDS);
      return at % 7 === 6 ? `${word}\n` : `${word} `;
    });
    return fitLength(words.join('').trim(), min, max);
  }

  #text(schema: JsonSchema, name: string): string {
    if (schema.pattern !== undefined || schema.format !== undefined) return this.#patterned(schema, name);
    const unbounded = this.#draw.chance(0.1) ? UNBOUNDED : DEFAULT_LENGTH;
    const { minLength: min = 0, maxLength: max = Math.max(unbounded, schema.minLength ?? 0) } = schema;
    const kind = this.#draw.int(1, 10);
    const known = this.#draw.maybe(this.#known.named(RENAMED[name] ?? name));
    if (kind <= 4 && typeof known === 'string' && max < LONG_TEXT) return fitLength(known, min, max);
    if (kind === 5) return fitLength(this.#draw.pick(TROUBLE), min, max);
    if (kind === 6) return fitLength(this.#draw.pick(TROUBLE), max, max);
    if (kind === 8) return this.#draw.pick([EMOJI.repeat(min), EMOJI.repeat(max)]);
    if (kind === 7) return fitLength(this.verse(min, max), min, min);
    return this.verse(min, max);
  }

  #patterned({ pattern, format, example, examples, default: usual }: JsonSchema, name: string): string {
    const known = this.#known.named(name);
    const fits = (one: unknown): one is string =>
      typeof one === 'string' &&
      (pattern === undefined || this.#api.schemas.faultOf({ pattern }, one) === null);
    const drawn =
      format === 'uuid' ? [this.#uuid()] : [this.#letters(2), this.#letters(3), this.#letters(12)];
    const candidates = [example, ...(examples ?? []), usual, ...known, ...drawn].filter(fits);
    return this.#draw.maybe(candidates) ?? '';
  }

  #letters(count: number): string {
    return Array.from({ length: count }, () => String.fromCharCode(this.#draw.int(97, 122))).join('');
  }

  #uuid(): string {
    const hex = Array.from({ length: 32 }, () => this.#draw.int(0, 15).toString(16)).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  #integer(schema: JsonSchema, name: string): number {
    const known = this.#draw.maybe(TRACK_IDS.has(name) ? this.#known.ids('/tracks') : []);
    if (typeof known === 'number' && this.#draw.chance(0.8)) return known;
    const low = schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1;
    const high = schema.maximum ?? 2 ** 31 - 1;
    const step = schema.multipleOf ?? 1;
    const near = Math.min(high, low + this.#draw.int(0, 40));
    const value = this.#draw.pick([low, high, near, near, this.#draw.int(low, high)]);
    return value - (((value % step) + step) % step);
  }

  #number({ minimum = 0, maximum = 1000 }: JsonSchema): number {
    const between = Number(this.#draw.number(minimum, maximum).toFixed(this.#draw.int(1, 6)));
    return this.#draw.pick([minimum, maximum, between, between]);
  }

  #list({ items = {}, minItems = 0, maxItems = 20 }: JsonSchema, name: string): unknown[] {
    const many = this.#draw.chance(MANY_ITEMS_SHARE);
    const count = many ? maxItems : this.#draw.int(minItems, Math.min(maxItems, minItems + FEW_ITEMS));
    return Array.from({ length: count }, () => this.make(items, name));
  }

  #object({ properties = {}, required = [], additionalProperties }: JsonSchema): Json {
    const wanted = Object.entries(properties).filter(
      ([name]) => required.includes(name) || this.#draw.chance(OPTIONAL_SHARE),
    );
    const made = wanted.map(([name, schema]): [string, unknown] => [name, this.make(schema, name)]);
    const extra = isObject(additionalProperties) || additionalProperties === true;
    if (extra && this.#draw.chance(OPTIONAL_SHARE)) made.push(['extra', this.#draw.pick(TROUBLE)]);
    return Object.fromEntries(made);
  }
}
