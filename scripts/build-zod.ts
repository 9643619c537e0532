import * as zod from 'zod';

/** Namespaces through which a bundler would keep the messages of all 50 languages: 40 KB of the compressed script. */
const NAMESPACES_WITH_LANGUAGES = new Set(['core', 'locales']);

/** The module's own names for itself. */
const OWN_NAMES = new Set(['z', 'default']);

/**
 * The source of a module that stands for `zod` in the Worker's bundle (`[alias]` of wrangler.toml): all of its names but
 * the two namespaces that hold its translations. The Worker's messages are English.
 * @param entry the path of zod's own module, relative to the one that is written
 */
export function zodInEnglish(entry: string): string {
  const names = Object.keys(zod).filter(
    (name) => !NAMESPACES_WITH_LANGUAGES.has(name) && !OWN_NAMES.has(name),
  );
  return [
    `export { ${names.join(', ')} } from ${JSON.stringify(entry)};`,
    `import * as z from './zod.js';`,
    `export { z, z as default };`,
    '',
  ].join('\n');
}
