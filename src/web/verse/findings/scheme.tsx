import { verseText } from '../../text/verse.ts';
import { RhymeGroups } from '../rhyme-groups.tsx';
import { sectionName } from '../section-name.ts';
import type { Lit } from '../use-lit.ts';
import { lightingBy } from '../use-lit.ts';
import type { VerseModel } from '../verse-model.ts';
import { Panel } from './panel.tsx';

/** The letters of the line ends by section, and the groups that they and the other rhymes make. */
export function Scheme({ model, lit }: { model: VerseModel; lit: Lit }) {
  const { schemes, groups } = model.heard.rhyme;
  const text = verseText.scheme;
  // Of what was not heard nobody can say that it does not rhyme.
  if (schemes.length > 0 && schemes.every(({ language }) => language === null))
    return (
      <Panel title={text.title}>
        <p class="muted">{text.notHeard}</p>
      </Panel>
    );
  const rhymes = schemes.some(({ scheme }) => /[^-]/.test(scheme));
  return (
    <Panel title={text.title} {...(groups.length > 0 && { note: verseText.groups.hint })}>
      {rhymes ? (
        <dl class="schemes" {...lightingBy(lit)}>
          {schemes.map(({ section, lines, language }) => (
            <div key={lines[0]}>
              <dt>{sectionName(model, { section, lines })}</dt>
              <dd>{language === null ? text.unheard : <Letters model={model} lines={lines} />}</dd>
            </div>
          ))}
        </dl>
      ) : (
        // A text of which no word rhymes is told of once, by the list of groups.
        groups.length > 0 && <p class="muted">{text.none}</p>
      )}
      {groups.length > 0 && <h4>{verseText.groups.title(groups.length)}</h4>}
      <RhymeGroups model={model} lit={lit} />
    </Panel>
  );
}

function Letters({ model, lines }: { model: VerseModel; lines: readonly number[] }) {
  return (
    <>
      {lines.map((line) => {
        const end = model.marks.ends.get(line);
        if (end === undefined) return <span key={line}>–</span>;
        const { letter, group } = end;
        if (group === null) return <span key={line}>{letter}</span>;
        return (
          <span key={line} class={`rhyme-${model.hues[group] ?? 0}`} data-group={group}>
            {letter}
          </span>
        );
      })}
    </>
  );
}
