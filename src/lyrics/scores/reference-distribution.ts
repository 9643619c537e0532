export const REFERENCE = {
  rhyme_density: [0, 1],
  multisyllabic_rhymes: [0, 1],
  internal_rhymes: [0, 1],
  mtld: [0, 1],
  mean_word_length: [0, 1],
  syllables_per_line: [0, 1],
  regularity: [0, 1],
  distinct_lines: [0, 1],
  complexity: [0, 1],
  quality: [0, 1],
};
