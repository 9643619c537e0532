import { useRef, useState } from 'preact/hooks';
import { ApiError } from '../api/api-error.ts';
import { requestJson } from '../api/request-json.ts';
import type { ModelsInfo, ModelsStatus, SubmittedBatch } from '../api/types.ts';
import { type Loaded, useJson } from '../api/use-json.ts';
import { Button } from '../parts/button.tsx';
import { Choice } from '../parts/choice.tsx';
import { Failure } from '../shell/failure.tsx';
import { batchText } from '../text/batch.ts';
import type { BatchItem } from './to-items.ts';

const texts = batchText.cost;
type Operation = 'analyze' | 'validate';
const OPERATIONS: readonly Operation[] = ['analyze', 'validate'];
/** A thousand texts are several megabytes, on any connection. */
const TIMEOUT_MS = 60_000;

interface CostStepProps {
  items: readonly BatchItem[];
  onSent: (id: string) => void;
}

function useCost(operation: Operation, count: number): string {
  const info: Loaded<ModelsInfo> = useJson<ModelsInfo>('/models/info', 'history');
  const status: Loaded<ModelsStatus> = useJson<ModelsStatus>('/models/status', 'history');
  if (operation === 'validate') return texts.check(count);
  if (info.status === 'failed' || status.status === 'failed') return texts.unknown(count);
  if (info.status !== 'ready' || status.status !== 'ready') return texts.asking(count);
  const model = info.data.capabilities.find(({ capability }) => capability === 'qwen');
  if (model === undefined || model.state === 'off') return texts.engine(count);
  const chat = status.data.models.find(({ role }) => role === 'chat');
  const perThousand = model.cost_per_1000_requests_usd;
  const price = perThousand === null ? '' : texts.price((perThousand * count) / 1000);
  return texts.model(count, chat?.requests_per_minute ?? null) + price;
}

/** The second step: what will be done, how many calls and minutes it takes, and the button that sends. */
export function CostStep({ items, onSent }: CostStepProps) {
  const [operation, setOperation] = useState<Operation>('analyze');
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const cost = useCost(operation, items.length);
  // The same request sent again after a lost answer is the same batch.
  const sending = useRef<{ body: string; key: string } | null>(null);

  const send = async () => {
    setSending(true);
    setError(null);
    const body = { items, operation };
    const text = JSON.stringify(body);
    if (sending.current?.body !== text) sending.current = { body: text, key: crypto.randomUUID() };
    try {
      const headers = { 'idempotency-key': sending.current.key };
      const batch = await requestJson<SubmittedBatch>('/batch', { body, headers, timeoutMs: TIMEOUT_MS });
      onSent(batch.batch_id);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setError(thrown);
      setSending(false);
    }
  };

  return (
    <section aria-labelledby="cost">
      <h2 id="cost">{texts.title}</h2>
      <Choice
        legend={texts.operation}
        name="operation"
        value={operation}
        options={OPERATIONS.map((value) => ({ value, label: texts.operations[value] }))}
        onChoose={setOperation}
      />
      <p>{cost}</p>
      {error !== null && <Failure error={error} retry={send} />}
      <Button kind="primary" isBusy={isSending} onClick={() => void send()}>
        {isSending ? texts.sending : texts.send(items.length)}
      </Button>
    </section>
  );
}
