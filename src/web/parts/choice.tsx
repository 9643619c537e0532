interface ChoiceProps<Value extends string> {
  /** What is chosen; read out, not shown. */
  legend: string;
  name: string;
  value: Value | null;
  options: readonly { value: Value; label: string; hint?: string }[];
  /** Without it the form around it hears the change. */
  onChoose?: (value: Value) => void;
}

/** One of a few words in a row. */
export function Choice<Value extends string>({ legend, name, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <fieldset class="modes">
      <legend class="unseen">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class="mode" title={option.hint}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChoose?.(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
