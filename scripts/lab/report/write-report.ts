import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { element, escapeText } from '../charts/markup.ts';
import { replaceFile } from '../run/replace-file.ts';
import { analyzersSection, headlineSection } from './evaluation-sections.ts';
import {
  costSection,
  datasetSection,
  endpointSection,
  furtherSections,
  runSection,
  stepsSection,
} from './other-sections.ts';
import { type Results, readResults } from './read-results.ts';
import { REPORT_STYLE } from './style.ts';

const TOKENS = new URL('../../../src/web/styles/tokens.css', import.meta.url);
/** Nothing is loaded and nothing runs, whatever a name or an error in the results says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";
/** Enough digits to find a commit by. */
const COMMIT = /^([0-9a-f]{12})[0-9a-f]{28}/;
const HEADING = /<h2 id="([^"]+)">([^<]*)<\/h2>/g;

/** One HTML document without scripts and without anything to load, from the results in the folder of a run. */
export function reportHtml(results: Results, tokens: string): string {
  const { run, steps, evaluation, matrix, dataset, endpoint } = results;
  const timingsOf = (name: string) => steps.find((step) => step.name === name)?.timings ?? {};
  const sections = [
    ...(steps.length === 0 ? [] : [stepsSection(steps)]),
    ...(evaluation === null ? [] : [headlineSection(evaluation), analyzersSection(evaluation)]),
    ...(matrix === null ? [] : [costSection(matrix)]),
    ...furtherSections(steps),
    ...(endpoint === null ? [] : [endpointSection(endpoint, timingsOf('test-api'))]),
    ...(dataset === null ? [] : [datasetSection(dataset)]),
    runSection(results),
  ].join('');
  const title = `Lab report, ${run.started_at.slice(0, 10)}`;
  const links = Array.from(sections.matchAll(HEADING), ([, id = '', name = '']) =>
    element('li', {}, element('a', { href: `#${id}` }, name)),
  );
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    element('title', {}, escapeText(title)),
    element('style', {}, `${tokens}\n${REPORT_STYLE}`),
  ].join('\n');
  const header = element(
    'header',
    {},
    element('h1', {}, escapeText(title)) +
      element(
        'p',
        {},
        escapeText(`lab ${run.command}, run ${run.run}, code ${run.code_version.replace(COMMIT, '$1')}`),
      ) +
      element('nav', { 'aria-label': 'Sections' }, element('ul', {}, links.join(''))),
  );
  return `<!doctype html>\n<html lang="en">\n<head>\n${head}\n</head>\n<body>\n${header}\n<main>${sections}</main>\n<footer></footer>\n</body>\n</html>\n`;
}

/** Writes `report.html` into the folder of a run, or to `out`, and returns its path. */
export async function writeReport(folder: string, out = join(folder, 'report.html')): Promise<string> {
  const [results, tokens] = await Promise.all([readResults(folder), readFile(TOKENS, 'utf8')]);
  await replaceFile(out, reportHtml(results, tokens));
  return out;
}
