import Check from '@mui/icons-material/CheckOutlined';
import Close from '@mui/icons-material/CloseOutlined';
import Delete from '@mui/icons-material/DeleteOutlineOutlined';
import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { formatBytes } from './file-rules';
import { FileThumbnail } from './file-thumbnail';
import { fileTexts } from './files.texts';
import type { Upload } from './use-uploads';

function Outcome({ upload }: { upload: Upload }) {
  const size = formatBytes(upload.size);
  if (upload.state === 'uploading') return fileTexts.sentOf(formatBytes(upload.size * upload.share), size);
  const done = upload.state === 'done';
  return (
    <Box
      component="span"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        fontWeight: 500,
        color: done ? 'success.text' : 'error.text',
      }}
    >
      {done ? <Check sx={{ fontSize: 16 }} /> : <ErrorOutline sx={{ fontSize: 16 }} />}
      {done ? size : upload.reason}
    </Box>
  );
}

function Progress({ upload }: { upload: Upload }) {
  return (
    <Box
      role="progressbar"
      aria-label={fileTexts.uploading(upload.name)}
      aria-valuenow={Math.round(upload.share * 100)}
      sx={{ height: 4, mt: 0.5, borderRadius: '2px', bgcolor: 'ghost', overflow: 'hidden' }}
    >
      <Box
        sx={{ height: 1, width: 1, bgcolor: 'primary.main', transformOrigin: 'left', transition: 'transform 160ms' }}
        style={{ transform: `scaleX(${upload.share})` }}
      />
    </Box>
  );
}

/** A file on its way: a bar while it runs, a check when it is there, the reason when it was refused. */
export function FileRow({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const refused = upload.state === 'refused';
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 44 }}>
      <FileThumbnail
        mediaType={upload.attachment?.mediaType ?? upload.mediaType}
        href={upload.attachment?.thumbnailUrl ?? null}
        faded={refused}
      />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', columnGap: 1 }}>
          <Box
            sx={{
              flex: '1 1 140px',
              typography: 'subtitle2',
              overflow: 'hidden',
              textOverflow: 'ellipsis',
              whiteSpace: 'nowrap',
            }}
          >
            {upload.name}
          </Box>
          <Box
            role="status"
            sx={{ typography: 'caption', color: 'text.tertiary', flex: 'none', fontVariantNumeric: 'tabular-nums' }}
          >
            <Outcome upload={upload} />
          </Box>
        </Box>
        {upload.state === 'uploading' && <Progress upload={upload} />}
      </Box>
      <IconButton aria-label={fileTexts.remove(upload.name)} onClick={onRemove}>
        {upload.state === 'done' ? <Delete /> : <Close />}
      </IconButton>
    </Box>
  );
}
