import type { AcceptInvitationDto } from '@baton/contracts/auth/auth.dto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import { call } from '../../../shared/api/call';
import { startSession } from '../../../shared/api/session-store';
import { formErrorText } from '../../../shared/forms/form-error';
import { passwordErrorText } from '../../../shared/forms/password-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormField } from '../../../shared/ui/form-field';
import { PasswordField } from '../../../shared/ui/password-field';
import { PasswordHints } from '../../../shared/ui/password-hints';
import { texts } from '../auth.texts';
import { AuthForm } from '../components/auth-form';
import { AuthLayout } from '../components/auth-layout';

interface Props {
  token: string;
  /** The invitation was used, replaced, or has expired. */
  onBroken: () => void;
}

export function AcceptInvitationForm({ token, onBroken }: Props) {
  const form = useDtoForm<AcceptInvitationDto>({
    dto: () => import('@baton/contracts/auth/auth.dto').then((module) => module.AcceptInvitationDto),
    initial: { token, name: '', password: '' },
    messages: { name: texts.invalid.name, password: texts.invalid.newPassword },
    submit: async (body) => startSession(await call(authEndpoints.acceptInvitation, { body })),
    errorOf: (error) => {
      if (error.code === 'auth.token_invalid') onBroken();
      const password = passwordErrorText(error);
      return password ? { password } : null;
    },
  });
  const { name, password } = form.values;
  return (
    <AuthLayout title={texts.invitation.title} text={texts.invitation.text}>
      <AuthForm
        onSubmit={form.onSubmit}
        submitting={form.submitting}
        error={form.formError && formErrorText(form.formError)}
        action={texts.invitation.action}
      >
        <FormField
          large
          label={texts.name}
          optional
          hint={texts.invitation.nameHint}
          autoComplete="name"
          autoFocus
          {...form.field('name')}
        />
        <PasswordField large label={texts.password} autoComplete="new-password" {...form.field('password')} />
        <PasswordHints password={password} identity={name ? [name] : []} />
      </AuthForm>
    </AuthLayout>
  );
}
