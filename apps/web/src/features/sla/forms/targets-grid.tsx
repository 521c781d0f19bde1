import type { SlaMetric } from '@baton/domain/sla/policy';
import { TARGET_OF } from '@baton/domain/sla/policy';
import type { Priority } from '@baton/domain/tickets/ticket-priority';
import Box from '@mui/material/Box';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useState } from 'react';
import type { Problems } from '../../../shared/forms/use-editor-form';
import { words } from '../../../shared/text/words.texts';
import { readLength, writeLength } from '../../../shared/time/length';
import { PriorityIcon } from '../../../shared/ui/priority-icon';
import { VisuallyHidden } from '../../../shared/ui/visually-hidden';
import { texts as all } from '../policies.texts';
import { METRICS, type PolicyWish, URGENT_FIRST, withTarget } from '../policy-wish';
import { problemWords } from '../problem-words';

const texts = all.form;

interface InputProps {
  label: string;
  minutes: number | null;
  problem?: string;
  onChange: (minutes: number | null) => void;
}

const shown = (minutes: number | null) => (minutes === null || Number.isNaN(minutes) ? '' : writeLength(minutes));

/** A length of time as people type it; what is none is kept for them to mend. */
function TargetInput({ label, minutes, problem, onChange }: InputProps) {
  const [typed, setTyped] = useState(() => shown(minutes));
  const type = (text: string) => {
    setTyped(text);
    onChange(text.trim() === '' ? null : (readLength(text) ?? Number.NaN));
  };
  return (
    <OutlinedInput
      value={typed}
      placeholder={texts.nothing}
      error={Boolean(problem)}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        const read = readLength(typed);
        if (read !== null) setTyped(writeLength(read));
      }}
      inputProps={{ 'aria-label': label, 'aria-description': problem, maxLength: 20, autoComplete: 'off' }}
      sx={{ width: 1, '& input': { px: 1.25, fontVariantNumeric: 'tabular-nums' } }}
    />
  );
}

interface Props {
  targets: PolicyWish['targets'];
  problems: Problems;
  onChange: (targets: PolicyWish['targets']) => void;
}

const cell = { p: 0.5, verticalAlign: 'top' } as const;

function Row({ priority, targets, problems, onChange }: Props & { priority: Priority }) {
  const change = (metric: SlaMetric, minutes: number | null) =>
    onChange(withTarget(targets, priority, metric, minutes));
  const wrong = METRICS.map((metric) => problems[`${priority}.${TARGET_OF[metric]}`]).find(Boolean);
  return (
    <>
      <tr>
        <Box component="th" scope="row" sx={{ ...cell, pl: 0, pr: 1, textAlign: 'left', fontWeight: 500 }}>
          <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 40 }}>
            <PriorityIcon priority={priority} decorative />
            <VisuallyHidden>{words.priority[priority]}</VisuallyHidden>
            <Box component="span" aria-hidden sx={{ display: { xs: 'none', sm: 'inline' } }}>
              {words.priority[priority]}
            </Box>
          </Box>
        </Box>
        {METRICS.map((metric) => (
          <Box component="td" key={metric} sx={cell}>
            <TargetInput
              label={texts.target(words.priority[priority], words.metric[metric])}
              minutes={targets[priority][TARGET_OF[metric]]}
              problem={problemWords(problems[`${priority}.${TARGET_OF[metric]}`])}
              onChange={(minutes) => change(metric, minutes)}
            />
          </Box>
        ))}
      </tr>
      {wrong && (
        <tr>
          <td />
          <Box
            component="td"
            colSpan={METRICS.length}
            sx={{ px: 0.5, pb: 0.5, typography: 'caption', color: 'error.text' }}
          >
            {problemWords(wrong)}
          </Box>
        </tr>
      )}
    </>
  );
}

/** What is promised for each priority: three lengths of working time, or nothing. */
export function TargetsGrid(props: Props) {
  return (
    <Box sx={{ overflowX: 'auto', mx: -0.5, px: 0.5 }}>
      <Box
        component="table"
        sx={{ width: 1, minWidth: { xs: 280, sm: 420 }, borderCollapse: 'collapse', tableLayout: 'fixed' }}
      >
        <thead>
          <tr>
            <Box component="td" sx={{ width: { xs: 32, sm: 104 } }} />
            {METRICS.map((metric) => (
              <Box component="th" scope="col" key={metric} sx={{ ...cell, textAlign: 'left', fontWeight: 400 }}>
                <Box component="span" sx={{ display: 'block', typography: 'subtitle2' }}>
                  {words.metric[metric]}
                </Box>
                <Box component="span" sx={{ display: 'block', typography: 'caption', color: 'text.tertiary' }}>
                  {texts.metricHelp[metric]}
                </Box>
              </Box>
            ))}
          </tr>
        </thead>
        <tbody>
          {URGENT_FIRST.map((priority) => (
            <Row key={priority} priority={priority} {...props} />
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
