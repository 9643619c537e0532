import type { ServiceContext } from '../../../context.ts';
import { readReplicaLags } from '../../replicas/replica-lags.ts';
import { type GaugeFields, gauge } from './gauge-values.ts';

/** Whether each replica answers, and how far behind it is. */
export async function readReplicas(
  ctx: Pick<ServiceContext, 'replicas' | 'clock' | 'log'>,
): Promise<GaugeFields> {
  const lags = await readReplicaLags(ctx);
  const fields = lags.map(({ region, isUp, ageMs }) => ({
    ...gauge('barline_replica_up', { region }, Number(isUp)),
    ...(ageMs === null ? {} : gauge('barline_replica_lag_seconds', { region }, ageMs / 1000)),
  }));
  return Object.assign({}, ...fields);
}
