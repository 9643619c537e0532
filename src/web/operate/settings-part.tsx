import { useState } from 'preact/hooks';
import type { ConfigInfo } from '../api/types.ts';
import { Choice } from '../parts/choice.tsx';
import { type Column, Table } from '../parts/table.tsx';
import { settingsText as texts } from '../text/operate-settings.ts';
import { PartState } from './part-state.tsx';
import { useFresh } from './use-fresh.ts';

type Variable = ConfigInfo['variables'][number];
type Shown = keyof typeof texts.filters;

const { columns } = texts;
const SHOWN: readonly Shown[] = ['set', 'all'];

const columnsOf = (missing: readonly string[]): readonly Column<Variable>[] => [
  {
    key: 'name',
    label: columns.name,
    render: ({ name }) => <code>{name}</code>,
    sortBy: ({ name }) => name,
  },
  {
    key: 'value',
    label: columns.value,
    render: (variable) => (
      <>
        {texts.value(variable)}
        {variable.fault !== null && <span class="fault">{texts.fault(variable.fault)}</span>}
        {missing.includes(variable.name) && <span class="fault">{texts.missing}</span>}
      </>
    ),
  },
  { key: 'purpose', label: columns.purpose, render: ({ description }) => description },
];

/** Those that do not work stand first. */
const faultsFirst = (variables: readonly Variable[], missing: readonly string[]): Variable[] => {
  const isFaulty = ({ fault, name }: Variable) => fault !== null || missing.includes(name);
  return variables.toSorted((a, b) => Number(isFaulty(b)) - Number(isFaulty(a)));
};

/** The configuration in use, without its secrets. */
export function SettingsPart() {
  const config = useFresh<ConfigInfo>('/config/info');
  const [shown, setShown] = useState<Shown>('set');
  return (
    <section aria-labelledby="settings">
      <h2 id="settings">{texts.title}</h2>
      <PartState fresh={config}>
        {({ environment, version, engine_version, anonymous_scopes, missing, variables }) => (
          <>
            <p>{texts.summary(environment, version, engine_version)}</p>
            <p>{texts.anonymous(anonymous_scopes)}</p>
            <Choice
              legend={texts.show}
              name="settings-shown"
              value={shown}
              options={SHOWN.map((value) => ({ value, label: texts.filters[value] }))}
              onChoose={setShown}
            />
            <Table
              caption={texts.caption}
              columns={columnsOf(missing)}
              rows={faultsFirst(variables, missing).filter(
                ({ is_set, fault, name }) =>
                  shown === 'all' || is_set || fault !== null || missing.includes(name),
              )}
              rowKey={({ name }) => name}
            />
          </>
        )}
      </PartState>
    </section>
  );
}
