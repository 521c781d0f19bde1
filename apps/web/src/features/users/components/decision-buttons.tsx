import type { UserResponse } from '@baton/contracts/users/users.response';
import Check from '@mui/icons-material/CheckOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useApprove } from '../users.mutations';
import { texts } from '../users.texts';

/** Approve at once, or reject with a reason. */
export function DecisionButtons({ user, onReject }: { user: UserResponse; onReject: () => void }) {
  const approve = useApprove();
  return (
    <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 0.75 }}>
      <Button
        variant="text"
        color="inherit"
        aria-label={texts.approvals.rejectWho(user.name)}
        disabled={approve.isPending}
        onClick={onReject}
      >
        {texts.approvals.reject}
      </Button>
      <Button
        aria-label={texts.approvals.approveWho(user.name)}
        startIcon={<Check sx={{ color: 'success.text' }} />}
        loading={approve.isPending}
        onClick={() => approve.mutate(user)}
      >
        {texts.approvals.approve}
      </Button>
    </Box>
  );
}
