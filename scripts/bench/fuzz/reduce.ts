import { isObject } from '../../openapi/closed-schemas.ts';
import type { Exchange } from './check-answer.ts';
import { copyDraft, type Draft } from './draft.ts';

const MAX_TRIES = 25;
const SHORT = 20;

/** Smaller copies of a request, each without one part or with a shorter one. */
function* smallerCopies(draft: Draft): Generator<Draft> {
  for (const [at] of draft.query.entries()) {
    const copy = copyDraft(draft);
    copy.query.splice(at, 1);
    yield copy;
  }
  for (const name of Object.keys(draft.headers)) {
    const copy = copyDraft(draft);
    delete copy.headers[name];
    yield copy;
  }
  const json = draft.body?.json;
  if (!isObject(json)) return;
  for (const name of Object.keys(json)) {
    const { [name]: value, ...rest } = json;
    yield { ...copyDraft(draft), body: { json: rest } };
    if (Array.isArray(value) && value.length > 1)
      yield { ...copyDraft(draft), body: { json: { ...json, [name]: value.slice(0, 1) } } };
    if (typeof value === 'string' && value.length > SHORT)
      yield { ...copyDraft(draft), body: { json: { ...json, [name]: value.slice(0, value.length / 2) } } };
  }
}

/** The smallest request found in a few tries that still shows the fault, which `shows` decides by sending it. */
export async function reduce(
  exchange: Exchange,
  shows: (draft: Draft) => Promise<Exchange | null>,
): Promise<Exchange> {
  let best = exchange;
  let tries = 0;
  for (let improved = true; improved && tries < MAX_TRIES; ) {
    improved = false;
    for (const draft of smallerCopies(best.draft)) {
      if (tries++ >= MAX_TRIES) break;
      const smaller = await shows(draft);
      if (smaller === null) continue;
      best = smaller;
      improved = true;
      break;
    }
  }
  return best;
}
