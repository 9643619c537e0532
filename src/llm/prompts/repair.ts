const OPENING = 'Your answer cannot be used, for these reasons:';

/** The message to a model whose answer had faults; its words are part of every prompt's version. */
export function repairPrompt(faults: readonly string[]): string {
  const list = faults.map((fault) => `- ${fault}`).join('\n');
  return `${OPENING}\n${list}\nAnswer again with the whole JSON object, corrected, and nothing else.`;
}
