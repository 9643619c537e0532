import { type ClosedSchemas, isObject } from '../../openapi/closed-schemas.ts';
import type { WireRequest } from './draft.ts';
import { type Fault, fault } from './fault.ts';
import type { Answer } from './send.ts';

interface Body {
  answer: Answer;
  type: string;
  schema: unknown;
  wire: WireRequest;
}

const EVENT = /^event: (?<event>.+)\n(?:id: (?<id>.+)\n)?data: (?<data>.+)$/;

const violation = (what: string): Fault => fault('schema_violations', what);

/** A path in a fault names positions and values that differ; the fault is the same. */
const general = (what: string): string => what.replaceAll(/\/\d+(?=[/ ])/g, '/*').slice(0, 300);

function parse(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Whether the body of a successful answer is what the document says of its type. */
export function checkBody(schemas: ClosedSchemas, { answer, type, schema, wire }: Body): Fault[] {
  const text = answer.body.toString();
  switch (type) {
    case 'application/json': {
      const parsed = parse(text);
      if (parsed === null) return [violation('a body that is no JSON')];
      const why = schemas.faultOf(schema, parsed.value);
      if (why !== null) return [violation(`status ${answer.status}: ${general(why)}`)];
      return checkMeaning(parsed.value, wire);
    }
    case 'text/event-stream':
      return checkEvents(schemas, schema, answer);
    case 'application/x-ndjson':
      return checkLines(text);
    default:
      return text.includes('\ufffd') && type.startsWith('text/')
        ? [violation(`${type} that is no UTF-8`)]
        : [];
  }
}

/** What a list and a single thing have to be, whatever they hold. */
function checkMeaning(value: unknown, { target }: WireRequest): Fault[] {
  if (!isObject(value)) return [];
  const [path = '', query = ''] = target.split('?');
  const limit = new URLSearchParams(query).get('limit');
  const list = value.items ?? value.hits;
  if (limit !== null && Array.isArray(list) && list.length > Number(limit))
    return [violation('a list that is longer than its limit')];
  const id = /\/(\d+)$/.exec(path)?.[1];
  if (id !== undefined && typeof value.id === 'number' && value.id !== Number(id))
    return [violation('another thing than the one that was asked for')];
  return [];
}

function checkLines(text: string): Fault[] {
  const lines = text.split('\n').filter((line) => line !== '');
  const isBroken = lines.some((line) => !isObject(parse(line)?.value));
  return isBroken ? [violation('a line that is no JSON object')] : [];
}

function checkEvents(schemas: ClosedSchemas, schema: unknown, { body, whole }: Answer): Fault[] {
  const blocks = body
    .toString()
    .split('\n\n')
    .filter((block) => block !== '' && !block.startsWith(':') && !block.startsWith('retry:'));
  // The last event of a stream that was left may be half.
  const read = whole ? blocks : blocks.slice(0, -1);
  return read.flatMap((block) => {
    const { event, id, data } = EVENT.exec(block)?.groups ?? {};
    const parsed = data === undefined ? null : parse(data);
    if (parsed === null) return [violation('an event that is none')];
    const why = schemas.faultOf(schema, { event, ...(id === undefined ? {} : { id }), data: parsed.value });
    return why === null ? [] : [violation(`the event ${event}: ${general(why)}`)];
  });
}
