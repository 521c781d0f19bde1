import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
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
    <AuthLayout title={title} text={text}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
        <Box
          sx={{
            display: 'grid',
            placeItems: 'center',
            width: 44,
            height: 44,
            borderRadius: '12px',
            bgcolor: 'primary.soft',
            color: 'primary.text',
          }}
        >
          {icon}
        </Box>
        {action}
        <Button component={Link} to="/sign-in" variant={action ? 'text' : 'outlined'}>
          {texts.backToSignIn}
        </Button>
      </Box>
    </AuthLayout>
  );
}
