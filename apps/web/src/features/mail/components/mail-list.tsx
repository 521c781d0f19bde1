import type { MailSummaryResponse } from '@baton/contracts/mail/mail.response';
import Box from '@mui/material/Box';
import { Link } from '../../../shared/ui/link';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../mail.texts';

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

interface Props {
  mails: readonly MailSummaryResponse[];
  selectedId: string | null;
  addressOf: (id: string) => string;
}

/** Newest first, two lines each. */
export function MailList({ mails, selectedId, addressOf }: Props) {
  return (
    <Box component="ul" aria-label={texts.list} sx={{ listStyle: 'none', m: 0, p: 1 }}>
      {mails.map((mail) => {
        const isSelected = mail.id === selectedId;
        return (
          <li key={mail.id}>
            <Box
              component={Link}
              to={addressOf(mail.id)}
              aria-current={isSelected ? 'true' : undefined}
              sx={{
                display: 'grid',
                gridTemplateColumns: 'minmax(0, 1fr)',
                gap: 0.25,
                minHeight: { xs: 64, md: 56 },
                alignContent: 'center',
                px: 1.5,
                py: 1,
                borderRadius: '8px',
                color: 'text.primary',
                textDecoration: 'none',
                bgcolor: isSelected ? 'primary.soft' : 'transparent',
                boxShadow: isSelected ? 'inset 3px 0 0 var(--mui-palette-primary-main)' : 'none',
                '&:hover': { bgcolor: isSelected ? 'primary.soft' : 'surface.hover' },
              }}
            >
              <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
                <Box sx={{ flex: 1, minWidth: 0, typography: 'subtitle2', ...oneLine }}>{mail.subject}</Box>
                <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>
                  <RelativeTime at={mail.createdAt} />
                </Box>
              </Box>
              <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                <Box sx={{ flex: 1, minWidth: 0, typography: 'caption', color: 'text.secondary', ...oneLine }}>
                  {mail.to}
                </Box>
                {mail.status === 'failed' && <SoftChip small tone="error" label={texts.status.failed} />}
              </Box>
            </Box>
          </li>
        );
      })}
    </Box>
  );
}
