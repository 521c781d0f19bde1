import type { ChangePasswordDto } from '@baton/contracts/auth/auth.dto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import { useUser } from '../../../shared/access/use-session';
import type { ApiError } from '../../../shared/api/api-error';
import { call } from '../../../shared/api/call';
import { formErrorText } from '../../../shared/forms/form-error';
import { passwordErrorText } from '../../../shared/forms/password-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormAlert } from '../../../shared/ui/form-alert';
import { PasswordField } from '../../../shared/ui/password-field';
import { PasswordHints } from '../../../shared/ui/password-hints';
import { SettingsSection } from '../../../shared/ui/settings-section';
import { useToast } from '../../../shared/ui/toast';
import { sessionsQuery } from '../profile.queries';
import { texts } from '../profile.texts';

function errorOf(error: ApiError) {
  if (error.code === 'auth.wrong_password') return { currentPassword: texts.wrongPassword };
  const newPassword = passwordErrorText(error);
  return newPassword ? { newPassword } : null;
}

const EMPTY = { currentPassword: '', newPassword: '' };

/** Keep the key changing from outside: a sent form starts over empty. */
export function PasswordForm({ onChanged }: { onChanged: () => void }) {
  const user = useUser();
  const client = useQueryClient();
  const toast = useToast();
  const form = useDtoForm<ChangePasswordDto>({
    dto: () => import('@baton/contracts/auth/auth.dto').then((module) => module.ChangePasswordDto),
    initial: EMPTY,
    messages: { currentPassword: texts.currentMissing, newPassword: texts.newMissing },
    submit: async (body) => {
      await call(authEndpoints.changePassword, { body });
      toast(texts.passwordChanged);
      onChanged();
      await client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
    errorOf,
  });
  const { newPassword } = form.values;
  return (
    <Box component="form" noValidate onSubmit={form.onSubmit}>
      <SettingsSection
        title={texts.password}
        text={texts.passwordText}
        action={
          <Button type="submit" loading={form.submitting} disabled={newPassword === ''}>
            {texts.changePassword}
          </Button>
        }
      >
        {form.formError && <FormAlert>{formErrorText(form.formError)}</FormAlert>}
        {/* Password managers need to know whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={user.email} readOnly hidden />
        <PasswordField
          label={texts.currentPassword}
          autoComplete="current-password"
          {...form.field('currentPassword')}
        />
        <PasswordField label={texts.newPassword} autoComplete="new-password" {...form.field('newPassword')} />
        <PasswordHints password={newPassword} identity={[user.name, user.email]} />
      </SettingsSection>
    </Box>
  );
}
