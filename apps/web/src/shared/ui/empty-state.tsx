import TaskAlt from '@mui/icons-material/TaskAltOutlined';
import type { ComponentProps } from 'react';
import { StateMessage } from './state-message';

type Props = Omit<ComponentProps<typeof StateMessage>, 'icon' | 'role'> & {
  icon?: ComponentProps<typeof StateMessage>['icon'];
};

/** Nothing here, which is often good news. */
export function EmptyState({ icon = <TaskAlt />, tone = 'success', ...rest }: Props) {
  return <StateMessage icon={icon} tone={tone} {...rest} />;
}
