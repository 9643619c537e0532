import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PAGES = globSync(['*.md', '{docs,src,scripts,test,migrations}/**/*.md'], { cwd: ROOT }).toSorted();

const LINK = /\]\((?<target>[^()\s]+)\)/g;
const FENCE = /^```.*?^```/gms;
const HEADING = /^#{1,6} (?<title>.+)$/gm;

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8').replaceAll(FENCE, '');

/** The anchors that GitHub gives to the headings of a page. */
const anchorsOf = (page: string): string[] =>
  [...read(page).matchAll(HEADING)].map(({ groups }) =>
    (groups?.title ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Links of a page to files of the project: as they are written, the file, and the anchor or ''. */
function linksOf(page: string): { written: string; file: string; anchor: string }[] {
  return [...read(page).matchAll(LINK)].flatMap(({ groups }) => {
    const written = groups?.target ?? '';
    if (/^[a-z]+:/.test(written)) return [];
    const [path = '', anchor = ''] = written.split('#');
    return [{ written, file: path === '' ? page : normalize(join(dirname(page), path)), anchor }];
  });
}

function faultOf(page: string, { written, file, anchor }: ReturnType<typeof linksOf>[number]): string[] {
  if (!existsSync(join(ROOT, file))) return [`${page}: ${written} does not exist`];
  if (anchor === '' || statSync(join(ROOT, file)).isDirectory()) return [];
  return anchorsOf(file).includes(anchor) ? [] : [`${page}: ${written} has no such heading`];
}

describe('the pages of the documentation', () => {
  it('link to files and headings that exist', () => {
    const links = PAGES.flatMap((page) => linksOf(page).map((link) => [page, link] as const));
    expect(links.length).toBeGreaterThan(50);
    expect(links.flatMap(([page, link]) => faultOf(page, link))).toEqual([]);
  });

  it('are all found from the README by links, and those of docs/ from its index', () => {
    const found = new Set(['README.md']);
    for (const page of found) {
      // A link to a folder leads to its pages.
      for (const { file } of linksOf(page))
        for (const other of PAGES)
          if (other === file || dirname(other) === normalize(`${file}/.`)) found.add(other);
    }
    expect(PAGES.filter((page) => !found.has(page))).toEqual([]);
    const index = linksOf('docs/README.md').map(({ file }) => file);
    const own = PAGES.filter((page) => dirname(page) === 'docs' && page !== 'docs/README.md');
    expect(own.filter((page) => !index.includes(page))).toEqual([]);
  });

  it('begin with a README that a stranger reads in five minutes', () => {
    expect(read('README.md').split(/\s+/).length).toBeLessThan(1200);
  });
});
