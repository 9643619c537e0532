const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no XML document may hold, and marks that turn the direction of the text around them. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u202A-\u202E\u2066-\u2069]/gu;

/** Text for HTML and XML, inside elements and quoted attributes. */
export const escapeText = (text: string): string =>
  text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"']/g, (one) => ENTITIES[one] ?? one);

type Attributes = Readonly<Record<string, string | number>>;

/** An element; `children` is markup, attribute values are escaped. Numbers get at most two decimals. */
export function element(name: string, attributes: Attributes, children = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) =>
      ` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : escapeText(value)}"`,
  );
  return `<${name}${written.join('')}>${children}</${name}>`;
}

export interface Chart {
  width: number;
  height: number;
  /** What it shows, for readers who do not see it. */
  title: string;
  body: string;
}

/** An `svg` element without colours of its own: classes are styled by `CHART_STYLE`. */
export const chartSvg = ({ width, height, title, body }: Chart): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'chart',
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: 'img',
      'aria-label': title,
    },
    body,
  );

/** By the colours of the page's tokens. */
export const CHART_STYLE = `
.chart text { font: 13px var(--sans); fill: var(--ink); stroke: var(--paper); stroke-width: 4px; paint-order: stroke; }
.chart .soft { fill: var(--ink-soft); }
.chart .small { font-size: 12px; }
.chart .rule { stroke: var(--rule); stroke-width: 1; }
.chart .frame { stroke: var(--field); stroke-width: 1; fill: none; }
.chart .leader { stroke: var(--ink-faint); stroke-width: 1; fill: none; }
.chart .range { stroke: var(--link); stroke-width: 2; fill: none; }
.chart .dot { fill: var(--link); stroke: var(--paper); stroke-width: 1.5; }
.chart .ghost { fill: var(--paper); stroke: var(--ink-soft); stroke-width: 1.5; }
.chart .plain { fill: var(--ink-soft); stroke: var(--paper); stroke-width: 1.5; }
.chart .plain-range { stroke: var(--ink-soft); stroke-width: 2; fill: none; }
`;

/** The chart as a file of its own. `tokens` is the page's style sheet of colours and fonts. */
export function standaloneSvg(chart: string, tokens: string): string {
  const style = `${tokens}\n${CHART_STYLE}\n.chart { background: var(--paper); }`;
  return `${chart.replace('>', `><style>${style}</style>`)}\n`;
}
