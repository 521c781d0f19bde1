import Box from '@mui/material/Box';
import { type ReactNode, useId } from 'react';
import { Panel } from './panel';

interface Props {
  title: string;
  text?: ReactNode;
  /** At the end of the title's line. */
  end?: ReactNode;
  children: ReactNode;
}

/** A part of a large form, as wide as its page. */
export function FormSection({ title, text, end, children }: Props) {
  const titleId = useId();
  return (
    <Panel component="section" aria-labelledby={titleId} sx={{ p: { xs: 2, md: 3 } }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 2 }}>
        <Box sx={{ flex: 1 }}>
          <Box component="h2" id={titleId} sx={{ m: 0, typography: 'h5' }}>
            {title}
          </Box>
          {text && <Box sx={{ mt: 0.5, color: 'text.secondary' }}>{text}</Box>}
        </Box>
        {end && (
          <Box sx={{ typography: 'subtitle2', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{end}</Box>
        )}
      </Box>
      {children}
    </Panel>
  );
}
