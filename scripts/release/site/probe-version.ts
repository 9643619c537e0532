import { z } from 'zod';
import { describeError } from '../../../src/lib/errors.ts';
import type { SiteClient } from './site-client.ts';

const LiveSchema = z.looseObject({ status: z.literal('live'), deployment: z.string() });

/** Paths that answer 200 in every environment, without and with the database. */
const CHECKS = ['/health/ready', '/openapi.json', '/tracks?limit=1'] as const;
const PAGES = ['/', '/docs/'] as const;
const FILE = /(?:src|href)="(\/assets\/[^"]+)"/g;

/** A new deployment takes some seconds to be known everywhere. */
const TRIES = 12;
const BETWEEN_MS = 5000;

export interface ProbeOptions {
  site: SiteClient;
  versionId: string;
  adminToken: string;
  sleep: (ms: number) => Promise<void>;
}

/** Waits until a request with the override reaches the version; answers why it does not. */
async function reach({ site, versionId, sleep }: ProbeOptions): Promise<string | null> {
  let why = '';
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (attempt > 0) await sleep(BETWEEN_MS);
    try {
      const response = await site.fetch('/health/live', { versionId });
      const { data } = LiveSchema.safeParse(await response.json());
      if (response.status === 200 && data?.deployment === versionId) return null;
      why = `/health/live: ${response.status}, answered by ${data?.deployment ?? 'a version that does not tell its id'}`;
    } catch (error) {
      why = `/health/live: ${describeError(error)}`;
    }
  }
  return why;
}

async function checkPath(
  { site, versionId, adminToken }: ProbeOptions,
  path: string,
): Promise<string | null> {
  const response = await site.fetch(path, { versionId, token: adminToken });
  const text = await response.text();
  return response.status === 200 ? null : `${path}: ${response.status} ${text.slice(0, 300)}`;
}

/** The page and every file that it names. */
async function checkPage({ site, versionId }: ProbeOptions, path: string): Promise<string | null> {
  const page = await site.fetch(path, { versionId });
  const html = await page.text();
  if (page.status !== 200) return `${path}: ${page.status}`;
  const files = Array.from(html.matchAll(FILE), ([, file = '']) => file);
  if (files.length === 0) return `${path} names no files`;
  for (const file of files) {
    const response = await site.fetch(file, { versionId });
    await response.arrayBuffer();
    if (response.status !== 200) return `${file} of ${path}: ${response.status}`;
  }
  return null;
}

/** Why a version must not get traffic; null: it is configured, answers, and its pages have their files. */
export async function probeVersion(options: ProbeOptions): Promise<string | null> {
  const unreached = await reach(options);
  if (unreached !== null) return unreached;
  for (const path of CHECKS) {
    const fault = await checkPath(options, path);
    if (fault !== null) return fault;
  }
  for (const path of PAGES) {
    const fault = await checkPage(options, path);
    if (fault !== null) return fault;
  }
  return null;
}
