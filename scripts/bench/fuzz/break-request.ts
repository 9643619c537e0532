import type { BreakParts, Change } from './change.ts';
import { addBody, changeBytes, changeJson, changeType, dropType, packBody } from './change-body.ts';
import { addConditions, changeAccept, changeMethod } from './change-headers.ts';
import {
  changeCursor,
  changePath,
  changeQuery,
  dropParameter,
  misspellParameter,
  repeatParameter,
  unknownId,
} from './change-target.ts';
import type { Draft } from './draft.ts';

/** What is done to a request, and how often in relation to the others. */
const CHANGES: readonly (readonly [string, Change, number])[] = [
  ['query value', changeQuery, 6],
  ['parameter twice', repeatParameter, 1],
  ['unknown parameter', misspellParameter, 1],
  ['parameter missing', dropParameter, 1],
  ['path value', changePath, 3],
  ['unknown id', unknownId, 2],
  ['cursor', changeCursor, 2],
  ['body value', changeJson, 8],
  ['body bytes', changeBytes, 2],
  ['content type', changeType, 1],
  ['no content type', dropType, 1],
  ['packed body', packBody, 1],
  ['unwanted body', addBody, 1],
  ['method', changeMethod, 2],
  ['accept', changeAccept, 2],
  ['headers', addConditions, 2],
];

/** Whether there is something in the request that the change is about. */
function applies(name: string, { operation, path }: Draft): boolean {
  if (name.startsWith('body') || name === 'packed body') return operation.bodies.size > 0;
  if (name === 'path value' || name === 'unknown id') return Object.keys(path).length > 0;
  if (name === 'cursor') return operation.parameters.some((one) => one.name === 'cursor');
  return name !== 'query value' || operation.parameters.some((one) => one.in === 'query');
}

/** Makes one change to the request, sometimes two. What it then is, valid or not, others decide. */
export function breakRequest(draft: Draft, parts: BreakParts): void {
  const fitting = CHANGES.filter(([name]) => applies(name, draft)).flatMap((one) => Array(one[2]).fill(one));
  const count = parts.draw.chance(0.15) ? 2 : 1;
  for (let n = 0; n < count; n++) {
    const [name, change] = parts.draw.pick<(typeof CHANGES)[number]>(fitting);
    change(draft, parts);
    draft.changes.push(name);
  }
}
