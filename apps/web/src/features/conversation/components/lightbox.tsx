import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import IconButton from '@mui/material/IconButton';
import { useId } from 'react';
import { useProtectedImage } from '../../../shared/api/blob';
import { texts } from '../conversation.texts';

/** A picture as large as the window lets it be. */
export function Lightbox({ file, onClose }: { file: AttachmentResponse; onClose: () => void }) {
  const titleId = useId();
  const picture = useProtectedImage(file.downloadUrl);
  return (
    <Dialog open onClose={onClose} maxWidth={false} aria-labelledby={titleId}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, pl: 2, pr: 1, py: 0.75 }}>
        <Box id={titleId} sx={{ flex: 1, typography: 'subtitle2', overflowWrap: 'anywhere' }}>
          {file.name}
        </Box>
        <IconButton aria-label={texts.close} onClick={onClose}>
          <Close />
        </IconButton>
      </Box>
      <Box
        component="img"
        src={picture ?? undefined}
        alt={file.name}
        width={file.width ?? undefined}
        height={file.height ?? undefined}
        sx={{
          display: 'block',
          maxWidth: 1,
          height: 'auto',
          maxHeight: 'calc(100dvh - 140px)',
          objectFit: 'contain',
          bgcolor: 'surface.sunken',
          visibility: picture ? 'visible' : 'hidden',
        }}
      />
    </Dialog>
  );
}
