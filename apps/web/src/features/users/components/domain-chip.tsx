import HelpOutline from '@mui/icons-material/HelpOutlineOutlined';
import Verified from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../users.texts';

/** Whether the address belongs to the organization. Only the unusual one gets a fill. */
export function DomainChip({ known }: { known: boolean }) {
  if (!known) return <SoftChip tone="warning" icon={<HelpOutline />} label={texts.approvals.other} />;
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        typography: 'caption',
        fontWeight: 500,
        color: 'success.text',
        whiteSpace: 'nowrap',
        verticalAlign: 'middle',
      }}
    >
      <Verified sx={{ fontSize: 16 }} />
      {texts.approvals.known}
    </Box>
  );
}
