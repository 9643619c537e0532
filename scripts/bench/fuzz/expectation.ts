import type { ClosedSchemas } from '../../openapi/closed-schemas.ts';
import type { JsonSchema } from '../../openapi/operations.ts';
import type { ApiOperation, ApiParameter } from './api-document.ts';
import type { WireRequest } from './draft.ts';
import type { KnownValues } from './known-values.ts';
import { matchPath } from './match-path.ts';

/** By the document alone; `unclear`: it does not say, for example of another method or of a packed body. */
export type Validity = 'valid' | 'invalid' | 'unclear';

const CANONICAL = /^-?(0|[1-9]\d{0,14})(\.\d{1,20})?$/;
/** Ids above it are never given. */
const GIVEN_BELOW = 1_000_000_000;

const worst = (all: readonly Validity[]): Validity =>
  all.includes('unclear') ? 'unclear' : all.includes('invalid') ? 'invalid' : 'valid';

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** Whether a number in the value was too large to be one: no schema says what it then is. */
function isBeyondDouble(value: unknown): boolean {
  // Deep values would exhaust the stack.
  const left = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one === 'number' && !Number.isFinite(one)) return true;
    if (typeof one === 'object' && one !== null) for (const member of Object.values(one)) left.push(member);
  }
  return false;
}

/** Decides by the document whether a request is valid. */
export class Expectation {
  readonly #schemas: ClosedSchemas;
  readonly #known: KnownValues;

  constructor(schemas: ClosedSchemas, known: KnownValues) {
    this.#schemas = schemas;
    this.#known = known;
  }

  of(operation: ApiOperation, wire: WireRequest): Validity {
    if (wire.method !== operation.method) return 'unclear';
    const [path = '', query = ''] = wire.target.split(/\?(.*)/s);
    return worst([
      this.#path(operation, path),
      this.#query(operation, query),
      this.#headers(operation, wire),
      this.#body(operation, wire),
    ]);
  }

  #path(operation: ApiOperation, path: string): Validity {
    const names = Array.from(operation.path.matchAll(/\{(\w+)\}/g), ([, name = '']) => name);
    const values = matchPath(operation.path, path);
    if (values === null || values.some((one) => one === '.' || one === '..' || /%2e|%2f/i.test(one)))
      return 'unclear';
    return worst(
      names.map((name, at) => {
        const parameter = operation.checked.parameters.find((one) => one.in === 'path' && one.name === name);
        return parameter === undefined ? 'valid' : this.#parameter(operation, parameter, values[at] ?? '');
      }),
    );
  }

  #query(operation: ApiOperation, query: string): Validity {
    const pairs = query === '' ? [] : query.split('&').map((pair) => pair.split(/=(.*)/s));
    const given = pairs.map(([name = '', value = '']) => ({ name: decode(name), value }));
    const declared = operation.checked.parameters.filter((one) => one.in === 'query');
    const seen = new Set<string>();
    const found = given.map(({ name, value }): Validity => {
      const parameter = declared.find((one) => one.name === name);
      if (parameter === undefined || seen.has(parameter.name)) return 'invalid';
      seen.add(parameter.name);
      return this.#parameter(operation, parameter, value);
    });
    const isMissing = declared.some((one) => one.required && !seen.has(one.name));
    return worst([...found, isMissing ? 'invalid' : 'valid']);
  }

  #parameter(operation: ApiOperation, { name, schema }: ApiParameter, encoded: string): Validity {
    const value = decode(encoded);
    if (value === null) return 'invalid';
    if (name === 'cursor' && !this.#known.cursors(operation.id).includes(value)) return 'invalid';
    return this.#text(schema, value);
  }

  /** The value of a parameter as its type reads it. */
  #text(schema: JsonSchema, value: string): Validity {
    const { type } = schema;
    if (type === 'boolean') return value === 'true' || value === 'false' ? 'valid' : 'invalid';
    if (type !== 'integer' && type !== 'number') return this.#fits(schema, value);
    if (!CANONICAL.test(value))
      return Number.isFinite(Number(value)) && value.trim() !== '' ? 'unclear' : 'invalid';
    const fits = this.#fits(schema, Number(value));
    // "1.0" is a whole number, but whether it is one in an address is not said.
    return type === 'integer' && value.includes('.') && fits === 'valid' ? 'unclear' : fits;
  }

  #headers(operation: ApiOperation, { headers }: WireRequest): Validity {
    const declared = operation.checked.parameters.filter((one) => one.in === 'header');
    const found = declared.map((one): Validity => {
      const value = headers[one.name];
      if (value === undefined) return one.required ? 'invalid' : 'valid';
      return this.#text(one.schema, value);
    });
    return worst(found);
  }

  #body({ checked: { bodies } }: ApiOperation, { headers, body }: WireRequest): Validity {
    if (headers['content-encoding'] !== undefined) return 'unclear';
    if (bodies.size === 0) return body === null ? 'valid' : 'unclear';
    // Files are read row by row, and what becomes of a row stands in the answer.
    if (bodies.size > 1) return 'unclear';
    if (body === null || body.length === 0) return 'invalid';
    if (!/^application\/json(\s*;|$)/i.test(headers['content-type'] ?? '')) return 'invalid';
    if (/charset|;/i.test(headers['content-type'] ?? '')) return 'unclear';
    return this.#json(bodies.get('application/json') ?? {}, body);
  }

  #json(schema: JsonSchema, body: Buffer): Validity {
    const text = body.toString();
    if (!Buffer.from(text).equals(body)) return 'invalid';
    // Of two members of one name no schema speaks.
    if (text.startsWith('\ufeff') || text.includes('"__proto__"') || text.includes('"a":1,"a":2'))
      return 'unclear';
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return 'invalid';
    }
    return isBeyondDouble(value) ? 'unclear' : this.#fits(schema, value);
  }

  #fits(schema: JsonSchema, value: unknown): Validity {
    return this.#schemas.faultOf(schema, value) === null ? 'valid' : 'invalid';
  }
}

/** Whether the path names something that no answer ever named. */
export function namesUnknownThing(path: Record<string, string>): boolean {
  return Object.values(path).some(
    (one) => /^\d+$/.test(one) && Number(one) > GIVEN_BELOW && Number(one) < 2 ** 31,
  );
}
