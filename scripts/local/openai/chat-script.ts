import { z } from 'zod';

/** What one answer of the chat simulator is like; everything left out is ordinary. */
export const StepSchema = z.strictObject({
  /** Only for requests whose messages contain this text. */
  match: z.string().optional(),
  /** How many requests it answers; 0: every one from now on. */
  times: z.int().min(0).default(1),
  latency_ms: z.number().min(0).max(120_000).optional(),
  /** 400 and above: an error in OpenAI's shape. */
  status: z.int().min(200).max(599).default(200),
  /** Seconds or an HTTP date. */
  retry_after: z.union([z.string(), z.number().transform(String)]).optional(),
  content: z.union([z.string(), z.looseObject({}).transform((value) => JSON.stringify(value))]).optional(),
  /**
   * Writes the verse that the request orders. `miss`: share of its lines, 0-1, that are left out, too long, or end on
   * a word that rhymes with nothing.
   */
  verse: z.strictObject({ miss: z.number().min(0).max(1).default(0) }).optional(),
  /** Put before the content in a `<think>` block. */
  think: z.string().optional(),
  /** Leaves the `<think>` block open, as a model does that runs out of tokens. */
  unclosed_think: z.boolean().default(false),
  /** Stops in the middle of the content with finish_reason `length`. */
  truncate: z.boolean().default(false),
  /** Makes the content no JSON, with finish_reason `stop`. */
  malformed: z.boolean().default(false),
  /** Sent unchanged as the whole HTTP body. */
  raw_body: z.string().optional(),
  /** Closes the connection: before the answer, or in the middle of a stream or of `raw_body`. */
  disconnect: z.boolean().default(false),
  chunk_characters: z.int().min(1).default(12),
  chunk_delay_ms: z.number().min(0).max(10_000).default(0),
});

export type Step = z.infer<typeof StepSchema>;
export type StepInput = z.input<typeof StepSchema>;

/** A queue of steps: each request takes the first one meant for it. */
export class ChatScript {
  #steps: Step[] = [];

  add(steps: Step[]): void {
    this.#steps.push(...steps);
  }

  clear(): void {
    this.#steps = [];
  }

  get length(): number {
    return this.#steps.length;
  }

  take(prompt: string): Step {
    const step = this.#steps.find(({ match }) => match === undefined || prompt.includes(match));
    if (!step) return StepSchema.parse({});
    if (step.times === 1) this.#steps.splice(this.#steps.indexOf(step), 1);
    else if (step.times > 1) step.times -= 1;
    return step;
  }
}
