import type { AnalysisReply, Quote } from '../../../../llm/prompts/analysis-reply.ts';
import type { Entities, Entity, Evidence, ThemeFinding } from '../../../../lyrics/contract.ts';
import type { Theme } from '../../../../lyrics/themes/theme-names.ts';
import { isTelling, type QuoteFinder } from './quote-finder.ts';

const MAX_EVIDENCE = 5;
const MAX_MENTIONS = 50;
const ENTITY_KINDS = ['people', 'places', 'brands'] as const;

/** The parts of a reply that the text supports, with positions instead of quotes. */
export interface GroundedReply {
  reply: AnalysisReply;
  themes: ThemeFinding[];
  wordplay: { level: number; evidence: Evidence[] } | null;
  entities: Entities;
  /** Number of quotes in the reply, and how many of them occur in the text. */
  quotes: { given: number; found: number };
  /** Number of quotes given for themes, and how many of them occur in the text. */
  themeQuotes: { given: number; found: number };
  /** Claims that the text does not support, as readable sentences. */
  dropped: string[];
}

/** Checks every quote of the reply against the text. Claims without evidence are removed and named in `dropped`. */
export function groundReply(reply: AnalysisReply, finder: QuoteFinder): GroundedReply {
  const counted = { given: 0, found: 0 };
  const locate = (quotes: readonly Quote[], isGood: (quote: string) => boolean): Evidence[] => {
    const places = quotes.flatMap(({ line, quote }) => {
      const place = isGood(quote) ? finder.find(quote, line - 1) : null;
      return place === null ? [] : [place];
    });
    counted.given += quotes.length;
    counted.found += places.length;
    return distinct(places);
  };
  const dropped: string[] = [];
  const themes = groundThemes(reply, (quotes) => locate(quotes, isTelling), dropped);
  const themeQuotes = { ...counted };
  const wordplay = groundWordplay(reply, (quotes) => locate(quotes, isTelling), dropped);
  const entities = groundEntities(reply, (quotes) => locate(quotes, Boolean), finder, dropped);
  const lost = counted.given - counted.found;
  if (lost > 0) dropped.unshift(`${lost} of ${counted.given} quotes do not stand in the text`);
  return { reply, themes, wordplay, entities, quotes: counted, themeQuotes, dropped };
}

type Locate = (quotes: readonly Quote[]) => Evidence[];

function groundThemes(reply: AnalysisReply, locate: Locate, dropped: string[]): ThemeFinding[] {
  const found = new Map<Theme, ThemeFinding>();
  for (const { theme, strength, evidence } of reply.themes) {
    const places = locate(evidence);
    const known = found.get(theme);
    if (places.length === 0) dropped.push(`theme ${theme} left out: no evidence in the text`);
    else
      found.set(theme, {
        theme,
        score: Math.max(strength, known?.score ?? 0),
        evidence: distinct([...(known?.evidence ?? []), ...places]).slice(0, MAX_EVIDENCE),
      });
  }
  return [...found.values()].sort((a, b) => b.score - a.score);
}

function groundWordplay(reply: AnalysisReply, locate: Locate, dropped: string[]): GroundedReply['wordplay'] {
  const { wordplay } = reply.style;
  if (wordplay === null) return null;
  const evidence = locate(wordplay.evidence).slice(0, MAX_EVIDENCE);
  if (evidence.length > 0 || wordplay.level === 0) return { level: wordplay.level, evidence };
  dropped.push('wordplay left out: no evidence in the text');
  return null;
}

/** An entity's mentions are all positions of its name in the text, regardless of the count that the model gave. */
function groundEntities(
  reply: AnalysisReply,
  locate: Locate,
  finder: QuoteFinder,
  dropped: string[],
): Entities {
  const entities: Entities = { people: [], places: [], brands: [] };
  for (const kind of ENTITY_KINDS) {
    const known = new Map<string, Entity>();
    for (const { name, mentions } of reply.entities[kind]) {
      const places = locate(mentions).flatMap((place) => finder.findAll(place));
      const all = distinct([...(known.get(name.toLowerCase())?.mentions ?? []), ...places]);
      if (all.length === 0) dropped.push(`${name} left out of ${kind}: not named in the text`);
      else known.set(name.toLowerCase(), { name, count: all.length, mentions: all.slice(0, MAX_MENTIONS) });
    }
    entities[kind] = [...known.values()].sort((a, b) => b.count - a.count);
  }
  return entities;
}

function distinct(places: readonly Evidence[]): Evidence[] {
  const byStart = new Map(places.map((place) => [place.start, place]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
