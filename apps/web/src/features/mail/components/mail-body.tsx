import type { MailResponse } from '@baton/contracts/mail/mail.response';
import Box from '@mui/material/Box';
import { texts } from '../mail.texts';

/** Links open beside the desk: the frame itself goes nowhere. */
const asDocument = (html: string): string => html.replace(/<head>/i, (head) => `${head}<base target="_blank">`);

/**
 * The mail in a frame of its own origin that runs no script and reads nothing of the page around it. Its style is its
 * own business, which is why it is no part of the page.
 */
export function MailBody({ mail, plain }: { mail: MailResponse; plain: boolean }) {
  if (plain)
    return (
      <Box
        component="pre"
        // A keyboard must be able to scroll it.
        tabIndex={0}
        sx={{
          m: 0,
          p: 2.5,
          flex: 1,
          overflow: 'auto',
          whiteSpace: 'pre-wrap',
          typography: 'message',
          fontFamily: 'monospace',
        }}
      >
        {mail.text}
      </Box>
    );
  return (
    <Box
      component="iframe"
      title={texts.frame(mail.subject)}
      srcDoc={asDocument(mail.html)}
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      sx={{ flex: 1, width: 1, minHeight: { xs: 560, md: 0 }, border: 0, colorScheme: 'light dark' }}
    />
  );
}
