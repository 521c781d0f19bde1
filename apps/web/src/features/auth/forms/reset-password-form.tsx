import type { ResetPasswordDto } from '@baton/contracts/auth/auth.dto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { call } from '../../../shared/api/call';
import { formErrorText } from '../../../shared/forms/form-error';
import { passwordErrorText } from '../../../shared/forms/password-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { PasswordField } from '../../../shared/ui/password-field';
import { PasswordHints } from '../../../shared/ui/password-hints';
import { texts } from '../auth.texts';
import { AuthForm } from '../components/auth-form';
import { AuthLayout } from '../components/auth-layout';

interface Props {
  token: string;
  onDone: () => void;
  /** The link was used, replaced, or has expired. */
  onBroken: () => void;
}

export function ResetPasswordForm({ token, onDone, onBroken }: Props) {
  const form = useDtoForm<ResetPasswordDto>({
    dto: () => import('@baton/contracts/auth/auth.dto').then((module) => module.ResetPasswordDto),
    initial: { token, password: '' },
    messages: { password: texts.invalid.newPassword },
    submit: async (body) => {
      await call(authEndpoints.resetPassword, { body });
      onDone();
    },
    errorOf: (error) => {
      if (error.code === 'auth.token_invalid') onBroken();
      const password = passwordErrorText(error);
      return password ? { password } : null;
    },
  });
  return (
    <AuthLayout title={texts.reset.title} text={texts.reset.text}>
      <AuthForm
        onSubmit={form.onSubmit}
        submitting={form.submitting}
        error={form.formError && formErrorText(form.formError)}
        action={texts.reset.action}
      >
        <PasswordField
          large
          label={texts.newPassword}
          autoComplete="new-password"
          autoFocus
          {...form.field('password')}
        />
        <PasswordHints password={form.values.password} />
      </AuthForm>
    </AuthLayout>
  );
}
