import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntities } from '../../../../src/lib/html-entities.ts';
import { cleanScrapedLyrics } from '../../../../src/lyrics/text/clean.ts';
import { readSong } from '../../../../src/lyrics/text/song.ts';
import { parseImportRow } from '../../../../src/services/import/row.ts';

const meta = { title: 'Copper Kettle', artist: 'Marlow Vane' };
const clean = (raw: string) => cleanScrapedLyrics(raw, meta).lyrics;
const kinds = (raw: string) => cleanScrapedLyrics(raw, meta).changes.map(({ kind }) => kind);
const TWO = 'Steam on the glass\nWater on the boil';
const STANZAS = 'Steam on the glass\n\nWater on the boil';

describe('markup', () => {
  it.each([
    ['Steam on the glass<br>Water on the boil', TWO],
    ['<![CDATA[Steam on the glass<br>Water on the boil]]>', TWO],
    ['Steam on the glass<br/>Water on the boil', TWO],
    ['Steam on the glass<br />Water on the boil', TWO],
    ['Steam on the glass<BR>Water on the boil', TWO],
    ['Steam on the glass<br class="x">Water on the boil', TWO],
    ['Steam on the glass<br>\nWater on the boil', TWO],
    ['Steam on the glass<br>\r\nWater on the boil', TWO],
    ['Steam on the glass<br><br>Water on the boil', STANZAS],
    ['Steam on the glass&lt;br&gt;Water on the boil', TWO],
    ['Steam on the glass&amp;lt;br/&amp;gt;Water on the boil', TWO],
    ['Steam on the glass<hr>Water on the boil', TWO],
    ['<p>Steam on the glass</p><p>Water on the boil</p>', STANZAS],
    ['<p>Steam on the glass<br>Water on the boil</p>', TWO],
    ['<div>Steam on the glass</div><div>Water on the boil</div>', TWO],
    ['<div>Steam on the glass</div>\n<div>Water on the boil</div>', TWO],
    ['<ul><li>Steam on the glass</li><li>Water on the boil</li></ul>', TWO],
    ['<details><summary>Steam on the glass</summary>Water on the boil</details>', TWO],
    ['Steam on the <i>glass</i>\n<b>Water</b> on the boil', TWO],
    ['Steam on the <em class="a">glass</em><br><strong>Water</strong> on the boil', TWO],
    ['<a href="https://x.test/1">Steam on the glass</a><br>Water on the boil', TWO],
    ['<span data-x=1>Steam</span> on the glass<br>Water on the boil', TWO],
    ['Steam on the glass<inread-ad></inread-ad>Water on the boil', TWO],
    ['Steam on the glass<!-- an ad --><br>Water on the boil', TWO],
    ['<script>let a = 1;</script>Steam on the glass<br>Water on the boil', TWO],
    ['Steam on the glass<img src="x.png"><br>Water on the boil', TWO],
    ['<pre>Steam on the glass\nWater on the boil</pre>', TWO],
    ['<blockquote>Steam on the glass</blockquote>Water on the boil', TWO],
    ['Steam&nbsp;on the glass<br>Water on the boil', TWO],
  ])('%j is read', (raw, expected) => {
    expect(clean(raw)).toBe(expected);
  });

  it.each([
    'I <3 you',
    'love <3 hate </3 love',
    'a < b and b > c',
    '<Chorus>\nSteam',
    '<skit>',
    '<i love you> is what she wrote',
    '5 < 6',
    '>>> steam',
    'R&B & M&M',
    'Q&A; and then',
    'AT&T; on the line',
    '<--- this way',
    'x<y',
    'me & you &',
    '&c',
    '& so on; then',
  ])('%j has none', (raw) => {
    expect(clean(raw)).toBe(raw);
    expect(kinds(raw)).toEqual([]);
  });

  it('is counted', () => {
    expect(cleanScrapedLyrics('don&#x27;t &amp; won&amp;#39;t<br><i>go</i>', meta)).toEqual({
      lyrics: "don't & won't\ngo",
      changes: [
        { kind: 'entities', count: 3 },
        { kind: 'markup', count: 3 },
      ],
    });
  });
});

describe('entities', () => {
  it.each([
    ['Rock &#39;n&#39; Roll', "Rock 'n' Roll"],
    ['Rock &#039;n&#039; Roll', "Rock 'n' Roll"],
    ['Rock &amp;#39;n&amp;#39; Roll', "Rock 'n' Roll"],
    ['don&#x27;t', "don't"],
    ['don&#X27;t', "don't"],
    ['don&amp;#x27;t', "don't"],
    ['don&amp;amp;#39;t', "don't"],
    ['don&#39t', "don't"],
    ['don&rsquo;t', 'don’t'],
    ['don&#8217;t', 'don’t'],
    ['don&#146;t', 'don’t'],
    ['don&apos;t', "don't"],
    ['&quot;yes&quot;', '"yes"'],
    ['&ldquo;yes&rdquo;', '“yes”'],
    ['&laquo;oui&raquo;', '«oui»'],
    ['R&amp;B', 'R&B'],
    ['R&amp;amp;B', 'R&B'],
    ['caf&eacute;', 'café'],
    ['&Eacute;t&eacute;', 'Été'],
    ['ma&ntilde;ana', 'mañana'],
    ['gr&uuml;&szlig;', 'grüß'],
    ['&iquest;qu&eacute;?', '¿qué?'],
    ['wait&hellip;', 'wait…'],
    ['a &mdash; b', 'a — b'],
    ['I &lt;3 you', 'I <3 you'],
    ['&euro;5', '€5'],
    ['&#128293;', '🔥'],
    ['&unknown;', '&unknown;'],
    ['&#0;', '&#0;'],
    ['&#55296;', '&#55296;'],
    ['&#9999999;', '&#9999999;'],
    ['fish & chips; beer', 'fish & chips; beer'],
  ])('%s', (text, expected) => {
    expect(decodeEntities(text).text).toBe(expected);
  });

  it('are decoded in titles and artists of a file', () => {
    const row = { artist: 'Marlow &amp; Vane', title: 'Rock &#39;n&#39; Roll', lyrics: 'x' };
    expect(parseImportRow(row)).toMatchObject({ row: { artist: 'Marlow & Vane', title: "Rock 'n' Roll" } });
  });
});

describe('escapes', () => {
  it.each([
    ['Steam on the glass\\nWater on the boil', TWO],
    ['Steam on the glass\\r\\nWater on the boil', TWO],
    ['Steam on the glass\\\\nWater on the boil', TWO],
    ['Steam on the glass\\n\\nWater on the boil', STANZAS],
    ['[Verse 1]\\nSteam on the glass\\nWater on the boil\n', `[Verse 1]\n${TWO}`],
    ['Steam\\ton the glass\\nWater on the boil', TWO],
    ['don\\u2019t go', 'don’t go'],
    ["don\\'t go", "don't go"],
    ['he said \\"go\\"', 'he said "go"'],
    ['and\\/or', 'and/or'],
  ])('%j', (raw, expected) => {
    expect(clean(raw)).toBe(expected);
    expect(kinds(raw)).toContain('escapes');
  });

  it.each(['¯\\_(ツ)_/¯', 'one\ntwo \\near three', 'a \\ b'])('%j has none', (raw) => {
    expect(clean(raw)).toBe(raw);
  });

  it.each(['\r', '\r\n', '\u2028', '\u2029', '\u0085', '\v', '\f'])('the line end %j is one', (end) => {
    expect(clean(`Steam on the glass${end}Water on the boil`)).toBe(TWO);
  });
});

describe('times of files', () => {
  const srt =
    '1\n00:00:01,000 --> 00:00:03,500\nSteam on the glass\n\n2\n00:00:04,000 --> 00:00:06,000\nWater on the boil';
  it.each([
    ['[00:12.34]Steam on the glass\n[00:14.34]Water on the boil', TWO],
    ['[00:12]Steam on the glass\n[00:14]Water on the boil', TWO],
    ['[00:12:34] Steam on the glass\n[00:14:34] Water on the boil', TWO],
    ['[00:12.345]Steam on the glass\n[00:14.345]Water on the boil', TWO],
    [
      '[ar:Vane]\n[ti:Kettle]\n[al:Sea]\n[length:03:12]\n[00:12.34]Steam on the glass\n[00:14.34]Water on the boil',
      TWO,
    ],
    ['[ar: Vane]\n[ti: Kettle]\nSteam on the glass\nWater on the boil', TWO],
    ['<00:12.34>Steam <00:12.90>on the glass\n<00:14.00>Water on the boil', TWO],
    ['[00:12.34]<00:12.34>Steam <00:12.90>on <00:13.10>the glass\n[00:14.34]Water on the boil', TWO],
    ['00:12 Steam on the glass\n00:14 Water on the boil\n00:16 Salt', `${TWO}\nSalt`],
    ['00:12.34 Steam on the glass\n00:14.34 Water on the boil\n00:16.34 Salt', `${TWO}\nSalt`],
    ['0:12 Steam on the glass\n0:14 Water on the boil\n1:16 Salt', `${TWO}\nSalt`],
    ['(00:12) Steam on the glass\n(00:14) Water on the boil\n(00:16) Salt', `${TWO}\nSalt`],
    ['00:12 - Steam on the glass\n00:14 - Water on the boil\n00:16 - Salt', `${TWO}\nSalt`],
    ['00:00:12 Steam on the glass\n00:00:14 Water on the boil\n00:00:16 Salt', `${TWO}\nSalt`],
    ['00:12\nSteam on the glass\n00:14\nWater on the boil\n00:16\nSalt', `${TWO}\nSalt`],
    ['[00:12.34]Steam on the glass [00:14.34]Water on the boil', TWO],
    ['[00:12.34] Steam on the glass[00:14.34] Water on the boil', TWO],
    [
      '[00:12.34][00:20.34]Steam is on the glass of the window again',
      'Steam is on the glass of the window again\nSteam is on the glass of the window again',
    ],
    ['[00:12.34]Steam [00:12.90]on [00:13.10]the [00:13.40]glass\n[00:14.34]Water on the boil', TWO],
    [srt, TWO],
    [`WEBVTT\n\n${srt.replaceAll(',', '.')}`, TWO],
  ])('%j', (raw, expected) => {
    expect(clean(raw)).toBe(expected);
    expect(kinds(raw)).toContain('time_stamps');
  });

  it.each([
    "I'm up at 5:30\nand down at 6:30\nand then I go\nand go again",
    '5:30 in the morning\nstill I write\nstill I row\nstill I go',
    '6:00 I rise\n5:00 I fall\n7:00 I call\n1:00 is all',
    '[ar:Vane]\nSteam',
    'love <3 you',
  ])('%j has none', (raw) => {
    expect(clean(raw)).toBe(raw);
  });

  it('are not counted as words when the text is analysed as it is', () => {
    const { words } = readSong('00:12 Steam on the glass\n00:14 Water on the boil\n00:16 Salt on the rope');
    expect(words.map(({ text }) => text).join(' ')).toBe(
      'Steam on the glass Water on the boil Salt on the rope',
    );
  });
});

it('cleaning ends for any text', () => {
  const part = fc.constantFrom(
    '<',
    '>',
    '<br>',
    '</p>',
    '&',
    'amp;',
    '#39;',
    '\\n',
    '\\',
    '[00:01]',
    '00:02 ',
    'Embed',
    'See X Live',
    '\n',
    'a b',
    'Lyrics',
    '"',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
      const once = clean(parts.join(''));
      expect(once).not.toMatch(/\n{3,}|^\n|\n$/);
    }),
  );
});
