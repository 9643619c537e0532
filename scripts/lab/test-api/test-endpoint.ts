import type { Config } from '../../../src/config.ts';
import { describeError } from '../../../src/lib/errors.ts';
import { CAPABILITIES, type Finding } from './capabilities.ts';

export interface TestedCapability extends Omit<Finding, 'verdict'> {
  capability: string;
  verdict: Finding['verdict'] | 'failed';
}

export interface EndpointReport {
  chat_model: string | null;
  embeddings_model: string | null;
  capabilities: TestedCapability[];
}

interface TestOptions {
  /** How often the latency is measured. */
  calls: number;
  onCapability?: (tested: TestedCapability) => void;
}

/** Tests each capability in turn; one that fails does not end the others. No secret is in the report. */
export async function testEndpoint(
  { llm: chat, embeddings, redact }: Pick<Config, 'llm' | 'embeddings' | 'redact'>,
  { calls, onCapability }: TestOptions,
): Promise<EndpointReport> {
  const capabilities: TestedCapability[] = [];
  for (const { name, test } of CAPABILITIES) {
    const tested = await test({ chat, embeddings }, calls).then(
      (finding): TestedCapability => ({ capability: name, ...finding }),
      (error: unknown): TestedCapability => ({
        capability: name,
        verdict: 'failed',
        detail: describeError(error),
      }),
    );
    const told = { ...tested, detail: redact(tested.detail) };
    capabilities.push(told);
    onCapability?.(told);
  }
  return { chat_model: chat?.model ?? null, embeddings_model: embeddings?.model ?? null, capabilities };
}
