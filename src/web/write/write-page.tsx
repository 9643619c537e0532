import { useMemo } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { actionOf } from '../parts/key-table.ts';
import { Tabs } from '../parts/tabs.tsx';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { writeText } from '../text/write.ts';
import { Beside } from './beside.tsx';
import { DraftBar } from './drafts/draft-bar.tsx';
import { type OpenDraft, useDraft } from './drafts/use-draft.ts';
import { RhymeStrip, useIsNarrow } from './finder/rhyme-strip.tsx';
import { useFinder } from './finder/use-finder.ts';
import { Pad } from './pad/pad.tsx';
import { PadController } from './pad/pad-controller.ts';
import { PadFacts } from './pad/pad-facts.tsx';
import { useMarks } from './pad/use-marks.ts';
import { parseWriteAddress, TOOLS, type Tool, writeHref } from './write-address.ts';
import './write.css';

/** A verse to write, with help beside it. */
export function WritePage({ place }: PageProps) {
  const { draft: asked, tool } = parseWriteAddress(place.search);
  const draft = useDraft(asked, tool);
  return (
    <div class="write">
      <PageHeading title={writeText.title} class="write-heading">
        {writeText.title}
      </PageHeading>
      <p class="muted">{writeText.intro}</p>
      <Draft key={draft.session.key} draft={draft} tool={tool} />
    </div>
  );
}

function Draft({ draft, tool }: { draft: OpenDraft; tool: Tool }) {
  const { session } = draft;
  const pad = useMemo(() => new PadController(session.document), [session]);
  const isNarrow = useIsNarrow();
  const search = useFinder(pad, tool === 'rhymes' || isNarrow);
  const leave = (event: KeyboardEvent) => {
    if (actionOf('besidePad', event) === 'leave' && !event.isComposing) pad.focus();
  };
  const tabs = TOOLS.map((one) => ({
    href: writeHref({ draft: session.state.id, tool: one }),
    label: writeText.beside[one],
    isCurrent: one === tool,
  }));
  return (
    <>
      <DraftBar draft={draft} pad={pad} tool={tool} />
      <div class={`write-body write-body-${tool}`}>
        <PadColumn pad={pad} />
        <aside class="write-beside" aria-label={writeText.beside.label} onKeyDown={leave}>
          <Tabs label={writeText.beside.label} tabs={tabs} areChoices />
          <Beside pad={pad} tool={tool} search={search} />
        </aside>
      </div>
      <RhymeStrip pad={pad} search={search} />
    </>
  );
}

/** The pad and what is said of the verse: all that is drawn anew with each key. */
function PadColumn({ pad }: { pad: PadController }) {
  const { document } = pad;
  const { keeper, view } = useMarks(document.text);
  return (
    <div class="write-pad">
      <Pad pad={pad} keeper={keeper} view={view} />
      {view.text === '' && (
        <p class="write-example">
          <Button kind="quiet" onClick={() => pad.insertWord(writeText.example.text)}>
            {writeText.example.label}
          </Button>
        </p>
      )}
      <PadFacts view={view} made={document.content.made} retry={() => keeper.retry()} />
    </div>
  );
}
