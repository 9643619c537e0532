import { z } from 'zod';

const RunnerSchema = z.object({ database: z.int(), liveVars: z.record(z.string(), z.string()) });

/** What the test world gives to a process that runs integration tests: its database and its live Worker's variables. */
export async function openRunner(worldUrl: string): Promise<z.infer<typeof RunnerSchema>> {
  const response = await fetch(`${worldUrl}/runners`, { method: 'POST' });
  if (!response.ok) throw new Error(`The test world did not answer: ${await response.text()}`);
  return RunnerSchema.parse(await response.json());
}
