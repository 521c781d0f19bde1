import type { LoginDto } from '@baton/contracts/auth/auth.dto';
import { authEndpoints } from '@baton/contracts/auth/auth.endpoints';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { isApiError } from '../../../shared/api/api-error';
import { call } from '../../../shared/api/call';
import { startSession } from '../../../shared/api/session-store';
import { formErrorText } from '../../../shared/forms/form-error';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { FormField } from '../../../shared/ui/form-field';
import { Link as RouterLink } from '../../../shared/ui/link';
import { PasswordField } from '../../../shared/ui/password-field';
import { texts } from '../auth.texts';
import { SIGN_IN_ERRORS } from '../auth-errors';
import { AuthForm } from '../components/auth-form';
import { AuthLayout } from '../components/auth-layout';
import { OrganizationChooser } from '../components/organization-chooser';
import { type OrganizationChoice, organizationChoices } from '../organization-choices';

interface Props {
  /** Said above the form, such as after a reset. */
  notice?: React.ReactNode;
}

/** Email and password; and the organization, when the email has an account in several. */
export function SignInForm({ notice }: Props) {
  const [choices, setChoices] = useState<OrganizationChoice[] | null>(null);
  const signIn = async (credentials: LoginDto) => {
    try {
      startSession(await call(authEndpoints.login, { body: credentials }));
    } catch (error) {
      if (!isApiError(error, 'auth.organization_required')) throw error;
      setChoices(organizationChoices(error));
    }
  };
  const form = useDtoForm<LoginDto>({
    dto: () => import('@baton/contracts/auth/auth.dto').then((module) => module.LoginDto),
    initial: { email: '', password: '' },
    messages: texts.invalid,
    submit: signIn,
  });
  const error = form.formError && formErrorText(form.formError, SIGN_IN_ERRORS);

  if (choices) {
    const choose = async (organization: string) => signIn({ ...form.values, organization });
    return <OrganizationChooser choices={choices} onChoose={choose} onBack={() => setChoices(null)} />;
  }
  return (
    <AuthLayout title={texts.signIn.title} text={texts.signIn.text}>
      {notice}
      <AuthForm onSubmit={form.onSubmit} submitting={form.submitting} error={error} action={texts.signIn.action}>
        <FormField large label={texts.email} type="email" autoComplete="username" autoFocus {...form.field('email')} />
        <PasswordField
          large
          label={texts.password}
          autoComplete="current-password"
          {...form.field('password')}
          labelEnd={
            <Link component={RouterLink} to="/forgot-password">
              {texts.signIn.forgot}
            </Link>
          }
        />
      </AuthForm>
      <Typography sx={{ mt: 3, color: 'text.secondary' }}>
        {texts.signIn.newHere}{' '}
        <Link component={RouterLink} to="/register">
          {texts.signIn.register}
        </Link>
      </Typography>
    </AuthLayout>
  );
}
