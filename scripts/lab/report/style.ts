import { CHART_STYLE } from '../charts/markup.ts';

/** Over the page's tokens, which hold light, dark and (for print) light again. */
export const REPORT_STYLE = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: var(--step-0)/1.5 var(--sans); }
header, main { max-width: 76rem; margin: 0 auto; padding: 0 clamp(1rem, 4vw, 3rem); }
header { padding-top: 2.5rem; }
h1 { font-size: var(--step-3); line-height: 1.15; margin: 0 0 0.5rem; text-wrap: balance; }
h2 { font-size: var(--step-2); line-height: 1.2; margin: 3rem 0 1rem; padding-top: 1rem; border-top: 2px solid var(--ink); }
h3 { font-size: var(--step-1); margin: 2rem 0 0.75rem; overflow-wrap: anywhere; }
p { max-width: var(--measure); margin: 0.75rem 0; }
header p, figcaption, .caption { color: var(--ink-soft); }
.caption { margin: 1.5rem 0 0; }
.caption + .frame { margin-top: 0.5rem; }
a { color: var(--link); }
a:focus-visible, .frame:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; margin: 1rem 0; }
nav a { display: inline-block; padding: 0.4rem 0; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 9.5rem), 1fr)); gap: 0.75rem 1.5rem; margin: 1rem 0; }
dl > .long { grid-column: 1 / -1; }
dt { color: var(--ink-soft); font-size: var(--step-down); }
dd { margin: 0; overflow-wrap: anywhere; font-variant-numeric: tabular-nums; }
.frame { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; min-width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 0.45rem 1.25rem 0.45rem 0; border-bottom: 1px solid var(--rule); font-weight: 400; min-width: 4.5rem; max-width: 26rem; overflow-wrap: break-word; }
.figures td, .figures thead th { white-space: nowrap; }
.figures { font-size: 0.9375rem; }
.figures tbody th { min-width: 11rem; max-width: 17rem; }
thead th { color: var(--ink-soft); font-size: var(--step-down); white-space: nowrap; border-bottom-color: var(--field); }
th.number, td.number { text-align: right; }
figure { margin: 1.5rem 0; }
figcaption { font-size: var(--step-down); max-width: var(--measure); }
svg.chart { display: block; max-width: 100%; height: auto; }
.columns { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr)); gap: 0 2.5rem; }
.refused { border-left: 4px solid var(--alarm); padding-left: 1rem; margin: 1.5rem 0; }
.refused h3 { margin-top: 0; }
footer { height: 4rem; }
@media print {
  body { font-size: 10pt; }
  header, main { max-width: none; padding: 0; }
  nav { display: none; }
  h2 { margin-top: 1.5rem; break-after: avoid; }
  h3, .caption { break-after: avoid; }
  .frame { overflow: visible; }
  .figures td, .figures thead th { white-space: normal; }
  .figures tbody th { min-width: 0; }
  figure, tr, .refused, dl > div { break-inside: avoid; }
  th, td { padding-right: 0.6rem; font-size: 8pt; }
}
${CHART_STYLE}`;
