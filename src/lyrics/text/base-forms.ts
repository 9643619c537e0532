/** The word, then the words that it may be an inflected or shortened form of, most likely first. */
export function baseForms(norm: string): string[] {
  const bare = norm.replace(/^'+|'+$/g, '').replace(/'s$/, '');
  const forms = [norm, bare];
  const stem = /^(.{3,}?)(?:ing|in)$/.exec(bare)?.[1];
  if (stem !== undefined) forms.push(`${stem}ing`, ...verbStems(stem));
  const past = /^(.{3,}?)ed$/.exec(bare)?.[1];
  if (past !== undefined) forms.push(...verbStems(past));
  if (/[^s]s$/.test(bare) && bare.length > 3) {
    const single = bare.slice(0, -1);
    forms.push(single);
    if (single.endsWith('ie')) forms.push(`${single.slice(0, -2)}y`);
    if (single.endsWith('e')) forms.push(single.slice(0, -1));
    if (single.endsWith('in')) forms.push(`${single}g`);
  }
  return forms;
}

function verbStems(stem: string): string[] {
  const doubled = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : [];
  return [stem, `${stem}e`, ...doubled];
}
