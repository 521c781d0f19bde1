import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ErrorState } from '../../../shared/ui/error-state';
import { FormAlert } from '../../../shared/ui/form-alert';
import { RelativeTime } from '../../../shared/ui/relative-time';
import { SkeletonRows } from '../../../shared/ui/skeleton-rows';
import { oneMail } from '../mail.queries';
import { texts } from '../mail.texts';
import { MailBody } from './mail-body';

const VIEWS = [
  { plain: false, label: texts.formatted },
  { plain: true, label: texts.plain },
];

/** One mail with its head. */
export function MailReader({ id }: { id: string }) {
  const { data: mail, error, refetch } = useQuery(oneMail(id));
  const [plain, setPlain] = useState(false);
  if (!mail && error) return <ErrorState error={error} title={texts.mailFailed} onRetry={() => void refetch()} />;
  if (!mail) return <SkeletonRows rows={4} />;
  return (
    <>
      <Box sx={{ px: 2.5, pt: 2, pb: 1.5, borderBottom: '1px solid', borderColor: 'divider' }}>
        <Box component="h2" sx={{ m: 0, typography: 'h4' }}>
          {mail.subject}
        </Box>
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 2,
            rowGap: 0.5,
            mt: 0.75,
            color: 'text.secondary',
          }}
        >
          <span>
            {texts.to} {mail.to}
          </span>
          <span>
            {texts.template} {mail.template}
          </span>
          <span>{texts.status[mail.status]}</span>
          <RelativeTime at={mail.createdAt} format="clock" />
          <Box role="group" aria-label={texts.view} sx={{ display: 'flex', gap: 0.5, ml: 'auto' }}>
            {VIEWS.map((view) => (
              <Button
                key={view.label}
                size="small"
                variant={view.plain === plain ? 'tonal' : 'text'}
                color={view.plain === plain ? 'primary' : 'inherit'}
                aria-pressed={view.plain === plain}
                onClick={() => setPlain(view.plain)}
              >
                {view.label}
              </Button>
            ))}
          </Box>
        </Box>
        {mail.error && (
          <Box sx={{ mt: 1.5 }}>
            <FormAlert>
              {texts.error} {mail.error}
            </FormAlert>
          </Box>
        )}
      </Box>
      <MailBody mail={mail} plain={plain} />
    </>
  );
}
