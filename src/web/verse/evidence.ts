/** Words that a finding stands on: their line, from 0, and where they stand in the text, in UTF-16 units. */
export interface Evidence {
  line: number;
  start: number;
  end: number;
}
