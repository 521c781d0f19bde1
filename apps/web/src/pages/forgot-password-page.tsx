import MarkEmailRead from '@mui/icons-material/MarkEmailReadOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { texts } from '../features/auth/auth.texts';
import { Outcome } from '../features/auth/components/outcome';
import { ForgotPasswordForm } from '../features/auth/forms/forgot-password-form';

export function ForgotPasswordPage() {
  const [sentFor, setSentFor] = useState<string | null>(null);
  if (!sentFor) return <ForgotPasswordForm onSent={setSentFor} />;
  return (
    <Outcome
      icon={<MarkEmailRead />}
      title={texts.forgot.sentTitle}
      text={texts.forgot.sentText(sentFor)}
      action={<Button onClick={() => setSentFor(null)}>{texts.forgot.again}</Button>}
    />
  );
}
