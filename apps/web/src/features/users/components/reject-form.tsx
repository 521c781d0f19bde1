import type { RejectUserDto } from '@baton/contracts/users/users.dto';
import type { UserResponse } from '@baton/contracts/users/users.response';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useDtoForm } from '../../../shared/forms/use-dto-form';
import { firstName } from '../../../shared/text/first-name';
import { FormField } from '../../../shared/ui/form-field';
import { texts } from '../users.texts';

interface Props {
  user: UserResponse;
  onReject: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** The reason, where the decision is made. */
export function RejectForm({ user, onReject, onClose }: Props) {
  const name = firstName(user.name);
  const form = useDtoForm<RejectUserDto>({
    dto: () => import('@baton/contracts/users/users.dto').then((module) => module.RejectUserDto),
    initial: { reason: '' },
    messages: { reason: texts.approvals.reasonMissing },
    submit: ({ reason }) => onReject(reason),
  });
  return (
    <Box
      component="form"
      noValidate
      onSubmit={form.onSubmit}
      onKeyDown={({ key }: { key: string }) => key === 'Escape' && onClose()}
      sx={{ display: 'flex', flexWrap: { xs: 'wrap', md: 'nowrap' }, alignItems: 'flex-start', gap: 1 }}
    >
      <Box sx={{ flex: '1 1 260px', '& label': { typography: 'caption', fontWeight: 500 } }}>
        <FormField autoFocus label={texts.approvals.reasonLabel(name)} {...form.field('reason')} />
      </Box>
      <Box sx={{ display: 'flex', gap: 1, flex: 'none', mt: { md: '24px' }, ml: 'auto' }}>
        <Button variant="text" color="inherit" onClick={onClose}>
          {texts.approvals.keep}
        </Button>
        <Button type="submit" color="error" startIcon={<Close />} loading={form.submitting}>
          {texts.approvals.rejectWho(name)}
        </Button>
      </Box>
    </Box>
  );
}
