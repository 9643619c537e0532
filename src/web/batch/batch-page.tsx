import '../styles/batch.css';
import { useMemo, useState } from 'preact/hooks';
import { navigate } from '../router/history.ts';
import { PageHeading } from '../shell/page-heading.tsx';
import type { PageProps } from '../shell/pages.ts';
import { batchText } from '../text/batch.ts';
import { CameStep } from './came-step.tsx';
import { CostStep } from './cost-step.tsx';
import { GiveStep } from './give-step.tsx';
import type { ChosenFile } from './open-file.ts';
import { toItems } from './to-items.ts';

const PATH = '/app/batch';

/** A file in three steps: what it holds, what it costs, and what came of it. The batch that runs stands in the address. */
export function BatchPage({ place }: PageProps) {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const id = new URLSearchParams(place.search).get('id');
  const found = useMemo(() => (file === null ? null : toItems(file.read, file.column)), [file]);
  return (
    <div class="column batch">
      <PageHeading title={batchText.title}>{batchText.title}</PageHeading>
      <p class="muted">{batchText.lead}</p>
      {id !== null ? (
        <CameStep key={id} id={id} arrival={place.arrival} anotherHref={PATH} />
      ) : (
        <>
          <GiveStep file={file} found={found} onFile={setFile} />
          {found !== null && found.items.length > 0 && (
            <CostStep
              items={found.items}
              onSent={(sent) => navigate(`${PATH}?id=${encodeURIComponent(sent)}`)}
            />
          )}
        </>
      )}
    </div>
  );
}
