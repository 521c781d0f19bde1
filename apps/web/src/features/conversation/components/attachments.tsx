import type { AttachmentResponse } from '@baton/contracts/files/files.response';
import Download from '@mui/icons-material/FileDownloadOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import IconButton from '@mui/material/IconButton';
import { lazy, Suspense, useState } from 'react';
import { downloadFile } from '../../../shared/api/blob';
import { formatBytes } from '../../../shared/files/file-rules';
import { FileThumbnail } from '../../../shared/files/file-thumbnail';
import { useToast } from '../../../shared/ui/toast';
import { texts } from '../conversation.texts';

const Lightbox = lazy(() => import('./lightbox').then((module) => ({ default: module.Lightbox })));

function AttachmentCard({ file, onOpen }: { file: AttachmentResponse; onOpen: () => void }) {
  const toast = useToast();
  const download = () =>
    downloadFile(file.downloadUrl, file.name).catch(() => toast({ message: texts.downloadFailed, tone: 'error' }));
  const isImage = file.thumbnailUrl !== null;
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        maxWidth: 1,
        p: 0.75,
        borderRadius: '8px',
        bgcolor: 'background.paper',
        color: 'text.primary',
        border: '1px solid',
        borderColor: 'outline.button',
      }}
    >
      <ButtonBase
        onClick={isImage ? onOpen : download}
        aria-label={isImage ? texts.openImage(file.name) : texts.download(file.name)}
        sx={{ gap: 1.25, minWidth: 0, textAlign: 'left', borderRadius: '6px' }}
      >
        <FileThumbnail mediaType={file.mediaType} href={file.thumbnailUrl} />
        <Box component="span" sx={{ minWidth: 0 }}>
          <Box
            component="span"
            sx={{
              display: 'block',
              typography: 'subtitle2',
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
            }}
          >
            {file.name}
          </Box>
          <Box component="span" sx={{ display: 'block', typography: 'caption', color: 'text.secondary' }}>
            {formatBytes(file.size)}
          </Box>
        </Box>
      </ButtonBase>
      <IconButton
        size="small"
        aria-label={texts.download(file.name)}
        title={texts.download(file.name)}
        onClick={download}
      >
        <Download sx={{ fontSize: 18 }} />
      </IconButton>
    </Box>
  );
}

/** Files of a message: pictures open at full size, everything can be saved. */
export function Attachments({ files }: { files: readonly AttachmentResponse[] }) {
  const [open, setOpen] = useState<AttachmentResponse | null>(null);
  if (files.length === 0) return null;
  return (
    <>
      <Box component="ul" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, listStyle: 'none', m: 0, mt: 1, p: 0 }}>
        {files.map((file) => (
          <AttachmentCard key={file.id} file={file} onOpen={() => setOpen(file)} />
        ))}
      </Box>
      {open && (
        <Suspense fallback={null}>
          <Lightbox file={open} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
