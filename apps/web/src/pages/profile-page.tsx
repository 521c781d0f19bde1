import { lazy, Suspense, useState } from 'react';
import { Picture } from '../features/profile/components/picture';
import { Appearance, Notifications } from '../features/profile/components/preferences';
import { Sessions } from '../features/profile/components/sessions';
import { DetailsForm } from '../features/profile/forms/details-form';
import { texts } from '../features/profile/profile.texts';
import { useUser } from '../shared/access/use-session';
import { words } from '../shared/text/words.texts';
import { PageBody } from '../shared/ui/page-body';
import { PageHeader } from '../shared/ui/page-header';
import { Panel } from '../shared/ui/panel';
import { SkeletonRows } from '../shared/ui/skeleton-rows';

const PasswordForm = lazy(() =>
  import('../features/profile/forms/password-form').then((module) => ({ default: module.PasswordForm })),
);

const loading = (
  <Panel sx={{ mb: 2 }}>
    <SkeletonRows rows={4} />
  </Panel>
);

export function ProfilePage() {
  const user = useUser();
  const [passwordChanges, setPasswordChanges] = useState(0);
  const who = [words.role[user.role], user.employeeNumber, user.organizationName].filter(Boolean).join(' · ');
  return (
    <PageBody>
      <PageHeader title={texts.title} text={who} />
      <DetailsForm />
      <Picture />
      <Notifications />
      <Appearance />
      <Suspense fallback={loading}>
        <PasswordForm key={passwordChanges} onChanged={() => setPasswordChanges(passwordChanges + 1)} />
      </Suspense>
      <Sessions />
    </PageBody>
  );
}
