import type { ServiceContext } from '../../../context.ts';
import { VERSION } from '../../../lib/version.ts';
import { type GaugeFields, gauge } from './gauge-values.ts';

/** What is known without asking anyone. */
export function readIsolate({
  config,
  engineVersion,
}: Pick<ServiceContext, 'config' | 'engineVersion'>): GaugeFields {
  const cap = config.llm?.dailyBudgetUsd ?? null;
  const build = { version: VERSION, engine_version: engineVersion, environment: config.environment };
  return {
    ...gauge('barline_build_info', build, 1),
    ...gauge('barline_configuration_faults', {}, config.missing.length + config.faults.length),
    ...(cap === null ? {} : gauge('barline_model_budget_cap_usd', {}, cap)),
  };
}
