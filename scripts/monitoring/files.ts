import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { alertsFile } from './alerts-file.ts';
import { dashboardFile } from './dashboard.ts';
import { docsPage } from './docs-page.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What is made from the catalogue of metrics, by path. */
export const MADE_FILES: ReadonlyMap<string, () => string> = new Map([
  [at('alerts.yml'), alertsFile],
  [at('dashboard.json'), dashboardFile],
  [at('../../docs/monitoring.md'), docsPage],
]);

export const ALERTS_PATH = at('alerts.yml');

/** Writes all of them and returns their paths. */
export async function writeMadeFiles(): Promise<string[]> {
  for (const [path, make] of MADE_FILES) await writeFile(path, make());
  return [...MADE_FILES.keys()];
}
