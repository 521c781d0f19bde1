import Lock from '@mui/icons-material/LockOutlined';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import { texts } from './kit.texts';
import { Link } from './link';
import { StateMessage } from './state-message';

interface Props {
  title?: string;
  text?: string;
  action?: ReactNode;
  /** It is all of the page. */
  page?: boolean;
}

/** Not allowed, and who can help. */
export function NoPermission({ title = texts.notYours, text = texts.notYoursWhy, action, page }: Props) {
  return (
    <StateMessage
      page={page}
      icon={<Lock />}
      title={title}
      text={text}
      action={
        action ?? (
          <Button component={Link} to="/">
            {texts.backHome}
          </Button>
        )
      }
    />
  );
}
