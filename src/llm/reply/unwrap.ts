import type { JsonObject } from './find-objects.ts';
import { strictObject } from './mend-json.ts';

/** Wrappers inside wrappers that are opened, and objects that are looked at. */
const MAX_DEPTH = 4;
const MAX_OBJECTS = 200;

/** Keys under which servers and models put the answer: calls of tools, envelopes, a copy of the schema. */
const WRAPPING = new Set(
  'analysis,answer,args,arguments,content,data,final,final_answer,function,input,json,output,parameters,params,properties,reply,response,result,results,value'.split(
    ',',
  ),
);
/** Keys that stand beside it. */
const BESIDE = new Set('call_id,error,id,index,name,object,role,status,success,title,tool,type'.split(','));

/** Keys under which models keep what they gave up for the answer beside it. */
const DRAFT = /^(?:first_|rough_)?(?:draft|thoughts?|thinking|reasoning|scratchpad|example)/i;

const FENCED = /^```\w*\s([\s\S]*)```$/;

function asObject(value: unknown): JsonObject | undefined {
  if (typeof value === 'string') {
    const text = FENCED.exec(value.trim())?.[1] ?? value;
    return text.trimStart().startsWith('{') ? strictObject(text) : undefined;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}

function objectsIn(value: unknown): JsonObject[] {
  const inner: unknown[] = Array.isArray(value) ? value : [value];
  return inner.map(asObject).filter((one) => one !== undefined);
}

/** The values of an object, those of drafts last. */
function valuesOf(object: JsonObject): unknown[] {
  const entries = Object.entries(object);
  const isDraft = ([key]: [string, unknown]) => DRAFT.test(key);
  return [...entries.filter((one) => !isDraft(one)), ...entries.filter(isDraft)].map(([, value]) => value);
}

/** The object and those inside it, the outer ones first and drafts last; also objects written as a string. */
export function withInnerObjects(object: JsonObject): JsonObject[] {
  const all = [object];
  let level = [object];
  for (let depth = 0; depth < MAX_DEPTH && all.length < MAX_OBJECTS; depth++) {
    level = level.flatMap((one) => valuesOf(one).flatMap(objectsIn)).slice(0, MAX_OBJECTS);
    all.push(...level);
  }
  return all;
}

/** The object without what only wraps it: a tool call, an envelope of one key. */
export function withoutWrapper(object: JsonObject): JsonObject {
  let inner = object;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const wrapping = Object.keys(inner).filter((key) => !BESIDE.has(key));
    const [key = ''] = wrapping;
    const next = wrapping.length === 1 && WRAPPING.has(key) ? asObject(inner[key]) : undefined;
    if (next === undefined) return inner;
    inner = next;
  }
  return inner;
}
