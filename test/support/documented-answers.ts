import { closeSchemas, isObject, type Json } from '../../scripts/openapi/closed-schemas.ts';
import { document, type Operation } from '../../scripts/openapi/operations.ts';

/** A path whose Accept header selects the answer of another path, which documents it. */
const STREAMS = new Map([['/analyze text/event-stream', '/analyze/stream']]);

const { root, faultOf } = closeSchemas(document);

const PATHS = Object.entries(document.paths).map(([path, methods]) => ({
  pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  isFixed: !path.includes('{'),
  path,
  methods,
}));

/** The media types of a documented status; null: the operation or the status is not in the document. */
function responseOf(path: string, method: string, status: number): Json | null {
  const found = PATHS.filter(({ pattern }) => pattern.test(path)).sort(
    (a, b) => Number(b.isFixed) - Number(a.isFixed),
  )[0];
  const names = ['paths', found?.path ?? '', method.toLowerCase(), 'responses', String(status)];
  const response = names.reduce<unknown>((node, name) => (isObject(node) ? node[name] : undefined), root);
  return isObject(response) ? response : null;
}

const isKnown = (path: string, method: string): boolean =>
  PATHS.some(({ pattern, methods }) => pattern.test(path) && method.toLowerCase() in methods);

/** The text of an answer, unpacked as a client would: inside the runtime nothing else does. */
export async function textOf(response: Response): Promise<string> {
  const isPacked = response.headers.get('content-encoding') === 'gzip';
  if (!isPacked || response.body === null) return await response.text();
  return await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).text();
}

/** What an answer has that the document does not say of it; null: nothing. Streams are read by their own tests. */
export async function undocumented(request: Request, response: Response): Promise<string | null> {
  const { pathname } = new URL(request.url);
  const { method } = request;
  // A client that has disconnected does not read the answer.
  if (response.status === 499 || !isKnown(pathname, method)) return null;
  const at = `${method} ${pathname} answered ${response.status}`;
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const documented = responseOf(STREAMS.get(`${pathname} ${type}`) ?? pathname, method, response.status);
  if (documented === null) return `${at}, which is not documented`;
  if (documented.content === undefined && type === '' && response.body === null) return null;
  const media = isObject(documented.content) ? documented.content[type] : undefined;
  if (!isObject(media)) return `${at} with the type "${type}", which is not documented`;
  if (type !== 'application/json' && type !== 'application/problem+json') return null;
  const fault = faultOf(media.schema, JSON.parse(await textOf(response.clone())));
  return fault === null ? null : `${at}, not as documented: ${fault}`;
}

const EVENT = /^event: (?<event>.+)\n(?:id: (?<id>.+)\n)?data: (?<data>.+)$/;

/** Properties of a stream's events that the document does not describe. */
export function eventFaults({ path, method }: Operation, response: Response, text: string): string[] {
  if (response.headers.get('content-type') !== 'text/event-stream') return [];
  const content = responseOf(path, method, response.status)?.content;
  const media = isObject(content) ? content['text/event-stream'] : undefined;
  const blocks = text.split('\n\n').filter((block) => block !== '' && !block.startsWith(':'));
  if (blocks.length === 0 || !isObject(media)) return [`${path} has no documented events: ${text}`];
  return blocks.flatMap((block) => {
    const { event, id, data = 'null' } = EVENT.exec(block)?.groups ?? {};
    const fault = faultOf(media.schema, {
      event,
      ...(id === undefined ? {} : { id }),
      data: JSON.parse(data),
    });
    return fault === null ? [] : [`${path} sent the event ${event}, not as documented: ${fault}`];
  });
}
