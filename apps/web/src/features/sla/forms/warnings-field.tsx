import { useState } from 'react';
import { writeLength } from '../../../shared/time/length';
import { FormField } from '../../../shared/ui/form-field';
import { namesOf } from '../names';
import { texts as all } from '../policies.texts';
import { readWarnings } from '../policy-wish';
import { problemWords } from '../problem-words';

const texts = all.form;
/** Minutes of the example. */
const EXAMPLE = 240;

interface Props {
  warnings: readonly number[];
  /** The first that is wrong with them. */
  problem?: string;
  onChange: (warnings: number[]) => void;
}

const hintFor = (warnings: readonly number[]): string =>
  warnings.length === 0
    ? texts.warningsNone
    : texts.warningsHint(
        namesOf(warnings.map((percent) => ({ name: writeLength(Math.round((EXAMPLE * percent) / 100)) }))),
      );

/** Percents of a target, typed with commas between. */
export function WarningsField({ warnings, problem, onChange }: Props) {
  const [typed, setTyped] = useState(() => warnings.join(', '));
  return (
    <FormField
      label={texts.warningsLabel}
      value={typed}
      error={problemWords(problem)}
      hint={warnings.every((percent) => percent > 0 && percent < 100) ? hintFor(warnings) : undefined}
      inputProps={{ inputMode: 'numeric', maxLength: 40, autoComplete: 'off' }}
      onChange={(event) => {
        setTyped(event.target.value);
        onChange(readWarnings(event.target.value));
      }}
      sx={{ maxWidth: 200 }}
    />
  );
}
