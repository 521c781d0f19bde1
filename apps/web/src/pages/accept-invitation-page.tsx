import LinkOff from '@mui/icons-material/LinkOffOutlined';
import { useState } from 'react';
import { Navigate, useSearchParams } from 'react-router-dom';
import { texts } from '../features/auth/auth.texts';
import { Outcome } from '../features/auth/components/outcome';
import { AcceptInvitationForm } from '../features/auth/forms/accept-invitation-form';
import { useSession } from '../shared/access/use-session';

export function AcceptInvitationPage() {
  const [query] = useSearchParams();
  const token = query.get('token') ?? '';
  const [broken, setBroken] = useState(token === '');
  const { state } = useSession();
  if (state === 'signed-in') return <Navigate to="/" replace />;
  if (broken) {
    return <Outcome icon={<LinkOff />} title={texts.invitation.brokenTitle} text={texts.invitation.brokenText} />;
  }
  return <AcceptInvitationForm token={token} onBroken={() => setBroken(true)} />;
}
