import ContentCopy from '@mui/icons-material/ContentCopyOutlined';
import Refresh from '@mui/icons-material/RefreshOutlined';
import Report from '@mui/icons-material/ReportGmailerrorredOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { type ReactNode, useState } from 'react';
import { isApiError, NETWORK_ERROR } from '../api/api-error';
import { texts } from './kit.texts';
import { StateMessage } from './state-message';

function RequestNumber({ id }: { id: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard?.writeText(id).then(() => setCopied(true));
  return (
    <Box
      aria-live="polite"
      sx={{ display: 'flex', alignItems: 'center', gap: 0.5, typography: 'caption', color: 'text.tertiary' }}
    >
      {copied ? texts.copied : texts.request(id.slice(0, 18))}
      <IconButton size="small" aria-label={texts.copyRequest} onClick={copy}>
        <ContentCopy sx={{ fontSize: 16 }} />
      </IconButton>
    </Box>
  );
}

interface Props {
  error: unknown;
  /** What did not load: "This ticket did not load". */
  title?: string;
  onRetry?: () => void;
  action?: ReactNode;
}

/** Only the part that failed, with what the server said. */
export function ErrorState({ error, title = texts.loadFailed, onRetry, action }: Props) {
  const text = isApiError(error) && error.code !== NETWORK_ERROR ? error.message : texts.unreachable;
  return (
    <StateMessage
      role="alert"
      tone="error"
      icon={<Report />}
      title={title}
      text={text}
      action={
        <>
          {onRetry && (
            <Button startIcon={<Refresh />} onClick={onRetry}>
              {texts.tryAgain}
            </Button>
          )}
          {action}
        </>
      }
      footer={isApiError(error) && error.requestId ? <RequestNumber id={error.requestId} /> : undefined}
    />
  );
}
