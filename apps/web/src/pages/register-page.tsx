import HourglassTop from '@mui/icons-material/HourglassTopOutlined';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { texts } from '../features/auth/auth.texts';
import { Outcome } from '../features/auth/components/outcome';
import { RegisterForm } from '../features/auth/forms/register-form';
import { SignedOutOnly } from '../shared/access/signed-out-only';

export function RegisterPage() {
  const [query] = useSearchParams();
  const [sentFor, setSentFor] = useState<string | null>(null);
  return (
    <SignedOutOnly>
      {sentFor ? (
        <Outcome
          icon={<HourglassTop />}
          title={texts.register.pendingTitle}
          text={texts.register.pendingText(sentFor)}
        />
      ) : (
        <RegisterForm organization={query.get('organization') ?? ''} onSent={setSentFor} />
      )}
    </SignedOutOnly>
  );
}
