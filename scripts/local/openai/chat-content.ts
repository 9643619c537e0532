import type { Step } from './chat-script.ts';

export interface Completion {
  content: string;
  finishReason: 'stop' | 'length';
}

export interface ResponseFormat {
  type: string;
  json_schema?: { schema?: JsonSchema | undefined } | undefined;
}

export interface JsonSchema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  minItems?: number;
  minimum?: number;
  minLength?: number;
}

/** Default content for a request without a script: valid and recognisably simulated. */
export function simulateContent(prompt: string, format: ResponseFormat | undefined): string {
  if (format?.type === 'json_schema') return JSON.stringify(simulateValue(format.json_schema?.schema ?? {}));
  if (format?.type === 'json_object') return JSON.stringify({ simulated: true });
  return `Simulated answer to ${prompt.length} characters.`;
}

/** The smallest value that a JSON schema allows. */
export function simulateValue(schema: JsonSchema): unknown {
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0] ?? null;
  const [alternative] = schema.anyOf ?? [];
  if (alternative) return simulateValue(alternative);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'object': {
      const wanted = Object.entries(schema.properties ?? {}).filter(([name]) =>
        schema.required?.includes(name),
      );
      return Object.fromEntries(wanted.map(([name, property]) => [name, simulateValue(property)]));
    }
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => simulateValue(schema.items ?? {}));
    case 'string':
      return 'simulated'.padEnd(schema.minLength ?? 0, '.');
    case 'number':
    case 'integer':
      return schema.minimum ?? 0;
    case 'boolean':
      return false;
    default:
      return null;
  }
}

/** Applies the step to the content. */
export function applyStep(content: string, step: Step): Completion {
  let text = content;
  if (step.malformed) text = `Sure! Here is the JSON: ${text.replace(/[}\]]/g, '')},`;
  if (step.unclosed_think) return { content: `<think>${step.think ?? 'Let me see'}`, finishReason: 'length' };
  if (step.truncate) text = text.slice(0, Math.ceil(text.length / 2));
  if (step.think !== undefined) text = `<think>\n${step.think}\n</think>\n\n${text}`;
  return { content: text, finishReason: step.truncate ? 'length' : 'stop' };
}
