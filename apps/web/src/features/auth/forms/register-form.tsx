import type { RegisterDto } from '@baton/contracts/auth/auth.dto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { call } from '../../../shared/api/call';
import { formErrorText } from '../../../shared/forms/form-error';
import { passwordErrorText } from '../../../shared/forms/password-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormField } from '../../../shared/ui/form-field';
import { Link as RouterLink } from '../../../shared/ui/link';
import { PasswordField } from '../../../shared/ui/password-field';
import { PasswordHints } from '../../../shared/ui/password-hints';
import { texts } from '../auth.texts';
import { AuthForm } from '../components/auth-form';
import { AuthLayout } from '../components/auth-layout';

interface Props {
  /** From the link somebody followed. */
  organization: string;
  onSent: (email: string) => void;
}

export function RegisterForm({ organization, onSent }: Props) {
  const form = useDtoForm<RegisterDto>({
    dto: () => import('@baton/contracts/auth/auth.dto').then((module) => module.RegisterDto),
    initial: { organization, name: '', email: '', phone: '', password: '' },
    messages: { ...texts.invalid, password: texts.invalid.newPassword },
    submit: async (body) => {
      await call(authEndpoints.register, { body });
      onSent(body.email);
    },
    errorOf: (error) => {
      const password = passwordErrorText(error);
      return password ? { password } : null;
    },
  });
  const { name, email, password } = form.values;
  return (
    <AuthLayout title={texts.register.title} text={texts.register.text}>
      <AuthForm
        onSubmit={form.onSubmit}
        submitting={form.submitting}
        error={form.formError && formErrorText(form.formError)}
        action={texts.register.action}
      >
        <FormField
          large
          label={texts.organization}
          hint={texts.organizationHint}
          autoComplete="organization"
          autoCapitalize="none"
          autoFocus
          {...form.field('organization')}
        />
        <FormField large label={texts.name} autoComplete="name" {...form.field('name')} />
        <FormField large label={texts.email} type="email" autoComplete="email" {...form.field('email')} />
        <FormField
          large
          label={texts.phone}
          optional
          hint={texts.phoneHint}
          type="tel"
          autoComplete="tel"
          {...form.field('phone')}
        />
        <PasswordField large label={texts.password} autoComplete="new-password" {...form.field('password')} />
        <PasswordHints password={password} identity={[name, email].filter(Boolean)} />
      </AuthForm>
      <Typography sx={{ mt: 3, color: 'text.secondary' }}>
        {texts.register.haveOne}{' '}
        <Link component={RouterLink} to="/sign-in">
          {texts.register.signIn}
        </Link>
      </Typography>
    </AuthLayout>
  );
}
