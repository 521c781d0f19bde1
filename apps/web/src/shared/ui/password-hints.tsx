import { decidePassword, PASSWORD_MIN_LENGTH } from '@baton/domain/accounts/password-policy';
import CheckCircle from '@mui/icons-material/CheckCircleOutlineOutlined';
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUncheckedOutlined';
import Box from '@mui/material/Box';
import { passwordTexts as texts } from '../forms/password.texts';
import { VisuallyHidden } from './visually-hidden';

const NO_LIST: ReadonlySet<string> = new Set();

function Rule({ met, label }: { met: boolean; label: string }) {
  const Icon = met ? CheckCircle : RadioButtonUnchecked;
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: met ? 'success.text' : 'text.tertiary' }}
    >
      <Icon sx={{ fontSize: 16 }} />
      {label}
      <VisuallyHidden>, {met ? texts.met : texts.open}</VisuallyHidden>
    </Box>
  );
}

/** The password policy while typing. Whether a password is a common one only the server knows. */
export function PasswordHints({ password, identity = [] }: { password: string; identity?: string[] }) {
  const decision = decidePassword(password, NO_LIST, identity);
  const code = decision.allowed ? null : decision.code;
  return (
    <Box
      component="ul"
      aria-label={texts.rules}
      sx={{ listStyle: 'none', m: 0, mt: -1, p: 0, display: 'grid', gap: 0.25, typography: 'caption' }}
    >
      <Rule met={code !== 'password.too_short'} label={texts.length(PASSWORD_MIN_LENGTH)} />
      {identity.length > 0 && (
        <Rule
          met={password !== '' && code !== 'password.contains_identity' && code !== 'password.too_short'}
          label={texts.notIdentity}
        />
      )}
      {code === 'password.too_long' && <Rule met={false} label={texts.tooLong} />}
    </Box>
  );
}
