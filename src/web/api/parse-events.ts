/** One server-sent event, its data parsed as JSON; undefined where they are not JSON. */
export interface StreamEvent {
  event: string;
  id: string | null;
  data: unknown;
}

function parseBlock(block: string): StreamEvent | null {
  const fields = { event: 'message', id: null as string | null, data: [] as string[] };
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const value = line.slice(colon + 1).replace(/^ /, '');
    const name = line.slice(0, colon);
    if (name === 'event') fields.event = value;
    else if (name === 'id') fields.id = value;
    else if (name === 'data') fields.data.push(value);
  }
  if (fields.data.length === 0) return null;
  let data: unknown;
  try {
    data = JSON.parse(fields.data.join('\n'));
  } catch {
    data = undefined;
  }
  return { event: fields.event, id: fields.id, data };
}

/** Takes the text of a stream as it arrives, in pieces of any size, and gives the events that are whole. */
export function eventParser(): (text: string) => StreamEvent[] {
  let rest = '';
  return (text) => {
    // A carriage return at the end may be half of a line's end.
    const joined = rest + text;
    const whole = joined.endsWith('\r') ? joined.slice(0, -1) : joined;
    const blocks = whole.replaceAll('\r\n', '\n').split('\n\n');
    rest = (blocks.pop() ?? '') + joined.slice(whole.length);
    return blocks.map(parseBlock).filter((event) => event !== null);
  };
}
