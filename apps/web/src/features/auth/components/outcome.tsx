import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link } from '../../../shared/ui/link';
import { texts } from '../auth.texts';
import { AuthLayout } from './auth-layout';

interface Props {
  icon: ReactNode;
  title: string;
  text: string;
  action?: ReactNode;
}

/** Instead of a form, once it has been sent, or cannot be. */
export function Outcome({ icon, title, text, action }: Props) {
  return (
    <AuthLayout icon={icon} title={title} text={text}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {action}
        <Button component={Link} to="/sign-in" variant={action ? 'text' : 'outlined'}>
          {texts.backToSignIn}
        </Button>
      </Box>
    </AuthLayout>
  );
}
