import { useLocation } from 'react-router-dom';
import { texts } from '../features/auth/auth.texts';
import { SignInForm } from '../features/auth/forms/sign-in-form';
import { SignedOutOnly } from '../shared/access/signed-out-only';
import { FormAlert } from '../shared/ui/form-alert';

export function SignInPage() {
  const { passwordSaved } = (useLocation().state ?? {}) as { passwordSaved?: boolean };
  return (
    <SignedOutOnly>
      <SignInForm notice={passwordSaved && <FormAlert tone="info">{texts.reset.done}</FormAlert>} />
    </SignedOutOnly>
  );
}
