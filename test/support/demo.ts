import { inject } from 'vitest';
import { z } from 'zod';

const DemoSchema = z.object({ url: z.string(), adminToken: z.string() });

async function waitForDemo(): Promise<z.infer<typeof DemoSchema>> {
  const response = await fetch(inject('demoUrl'));
  if (!response.ok) throw new Error(`The demo did not load: ${await response.text()}`);
  return DemoSchema.parse(await response.json());
}

/** The running demo with its whole catalogue: its origin, without a slash at the end, and its admin token. */
export const demo = await waitForDemo();
