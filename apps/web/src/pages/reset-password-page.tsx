import LinkOff from '@mui/icons-material/LinkOffOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { texts } from '../features/auth/auth.texts';
import { Outcome } from '../features/auth/components/outcome';
import { ResetPasswordForm } from '../features/auth/forms/reset-password-form';
import { Link } from '../shared/ui/link';

export function ResetPasswordPage() {
  const [query] = useSearchParams();
  const token = query.get('token') ?? '';
  const [broken, setBroken] = useState(token === '');
  const navigate = useNavigate();
  if (broken) {
    return (
      <Outcome
        icon={<LinkOff />}
        title={texts.reset.brokenTitle}
        text={texts.reset.brokenText}
        action={
          <Button component={Link} to="/forgot-password">
            {texts.reset.newLink}
          </Button>
        }
      />
    );
  }
  const done = () => navigate('/sign-in', { replace: true, state: { passwordSaved: true } });
  return <ResetPasswordForm token={token} onDone={done} onBroken={() => setBroken(true)} />;
}
