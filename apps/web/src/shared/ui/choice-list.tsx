import Box from '@mui/material/Box';
import { type ReactNode, useId } from 'react';
import { CheckBox } from './check-box';

interface Choice {
  value: string;
  label: string;
  icon?: ReactNode;
  hint?: string;
}

interface Props {
  label: string;
  hint?: string;
  error?: string;
  choices: readonly Choice[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** What stands there when there is nothing to choose. */
  empty?: string;
}

/** Any number of a few things: one checkbox each, in a list that scrolls when it is long. */
export function ChoiceList({ label, hint, error, choices, chosen, onChange, empty }: Props) {
  const noteId = useId();
  const note = error ?? hint;
  const toggle = (value: string, on: boolean) =>
    onChange(on ? [...chosen, value] : chosen.filter((each) => each !== value));
  return (
    <Box component="fieldset" aria-describedby={note ? noteId : undefined} sx={{ m: 0, p: 0, border: 0, minWidth: 0 }}>
      <Box component="legend" sx={{ p: 0, mb: 0.75, typography: 'subtitle2' }}>
        {label}
      </Box>
      <Box
        sx={{
          maxHeight: 232,
          overflowY: 'auto',
          border: '1px solid',
          borderColor: 'outline.button',
          borderRadius: '8px',
          p: 0.5,
        }}
      >
        {choices.map(({ value, label: name, icon, hint: about }) => (
          <Box
            component="label"
            key={value}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1.25,
              minHeight: { xs: 44, md: 36 },
              px: 1,
              borderRadius: '6px',
              cursor: 'pointer',
              '&:hover': { bgcolor: 'surface.hover' },
            }}
          >
            <CheckBox checked={chosen.includes(value)} onChange={(on) => toggle(value, on)} />
            {icon}
            <Box component="span" sx={{ flex: 1, minWidth: 0 }}>
              {name}
            </Box>
            {about && (
              <Box component="span" sx={{ typography: 'caption', color: 'text.tertiary' }}>
                {about}
              </Box>
            )}
          </Box>
        ))}
        {choices.length === 0 && <Box sx={{ px: 1, py: 1, color: 'text.tertiary' }}>{empty}</Box>}
      </Box>
      {note && (
        <Box id={noteId} sx={{ mt: 0.5, typography: 'caption', color: error ? 'error.text' : 'text.tertiary' }}>
          {note}
        </Box>
      )}
    </Box>
  );
}
