import type { ForgotPasswordDto } from '@baton/contracts/auth/auth.dto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import Link from '@mui/material/Link';
import { call } from '../../../shared/api/call';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormField } from '../../../shared/ui/form-field';
import { Link as RouterLink } from '../../../shared/ui/link';
import { texts } from '../auth.texts';
import { AuthForm } from '../components/auth-form';
import { AuthLayout } from '../components/auth-layout';

/** The answer is the same whether or not there is an account. */
export function ForgotPasswordForm({ onSent }: { onSent: (email: string) => void }) {
  const form = useDtoForm<ForgotPasswordDto>({
    dto: () => import('@baton/contracts/auth/auth.dto').then((module) => module.ForgotPasswordDto),
    initial: { email: '' },
    messages: texts.invalid,
    submit: async (body) => {
      await call(authEndpoints.forgotPassword, { body });
      onSent(body.email);
    },
  });
  return (
    <AuthLayout title={texts.forgot.title} text={texts.forgot.text}>
      <AuthForm
        onSubmit={form.onSubmit}
        submitting={form.submitting}
        error={form.formError && formErrorText(form.formError)}
        action={texts.forgot.action}
      >
        <FormField large label={texts.email} type="email" autoComplete="username" autoFocus {...form.field('email')} />
      </AuthForm>
      <Link component={RouterLink} to="/sign-in" sx={{ display: 'inline-block', mt: 3 }}>
        {texts.backToSignIn}
      </Link>
    </AuthLayout>
  );
}
