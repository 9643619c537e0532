import '../styles/operate.css';
import type { ComponentType } from 'preact';
import { useKey } from '../api/key.ts';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { openDialog } from '../shell/open-dialog.ts';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { operateText } from '../text/operate.ts';
import { BackupsPart } from './backups-part.tsx';
import { FailuresPart } from './failures-part.tsx';
import { KeysPart } from './keys-part.tsx';
import { ModelsPart } from './models-part.tsx';
import { NowPart } from './now-part.tsx';
import { SettingsPart } from './settings-part.tsx';
import { SongsPart } from './songs-part.tsx';

type Part = keyof typeof operateText.tabs;

const PARTS: Readonly<Record<Part, ComponentType>> = {
  now: NowPart,
  failures: FailuresPart,
  songs: SongsPart,
  models: ModelsPart,
  keys: KeysPart,
  backups: BackupsPart,
  settings: SettingsPart,
};
const NAMES = Object.keys(PARTS) as Part[];

const hrefOf = (part: Part): string => (part === 'now' ? '/app/operate' : `/app/operate?part=${part}`);

/** Looking after the server, for whoever has a key that may. */
export function OperatePage({ place }: PageProps) {
  const key = useKey();
  const asked = new URLSearchParams(place.search).get('part');
  const part = NAMES.find((name) => name === asked) ?? 'now';
  const Shown = PARTS[part];
  return (
    <div class="operate">
      <PageHeading title={operateText.title}>{operateText.title}</PageHeading>
      {key === null ? (
        <EmptyState sentence={operateText.needsKey}>
          <Button kind="primary" onClick={() => openDialog('key')}>
            {operateText.useKey}
          </Button>
        </EmptyState>
      ) : (
        <>
          <Tabs
            label={operateText.parts}
            tabs={NAMES.map((name) => ({
              href: hrefOf(name),
              label: operateText.tabs[name],
              isCurrent: name === part,
            }))}
          />
          <Shown key={`${part} ${key}`} />
        </>
      )}
    </div>
  );
}
