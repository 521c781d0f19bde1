import { LIMITS } from '@baton/contracts/http/limits';
import UploadFile from '@mui/icons-material/UploadFileOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { type DragEvent, useRef, useState } from 'react';
import { FileRow } from './file-row';
import { ACCEPTED_TYPES, formatBytes } from './file-rules';
import { fileTexts } from './files.texts';
import type { Uploads } from './use-uploads';

function DropZone({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drag = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === 'dragover');
  };
  const drop = (event: DragEvent) => {
    drag(event);
    onFiles(event.dataTransfer.files);
  };
  return (
    <>
      <ButtonBase
        onClick={() => input.current?.click()}
        onDragOver={drag}
        onDragLeave={drag}
        onDrop={drop}
        sx={{
          width: 1,
          minHeight: 44,
          gap: 1,
          px: 2,
          typography: 'body2',
          color: 'text.secondary',
          borderRadius: '8px',
          border: '1px dashed',
          borderColor: over ? 'primary.main' : 'outline.control',
          bgcolor: over ? 'primary.soft' : 'transparent',
        }}
      >
        <UploadFile />
        <span>
          {fileTexts.drop}{' '}
          <Box component="span" sx={{ color: 'primary.text', fontWeight: 500 }}>
            {fileTexts.choose}
          </Box>
        </span>
      </ButtonBase>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED_TYPES.join(',')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // So that the same file can be chosen again after it was removed.
          event.target.value = '';
        }}
      />
    </>
  );
}

/** Files of a form: the rows, and where to drop, paste or choose more. */
export function FilePicker({ uploads }: { uploads: Uploads }) {
  return (
    <Box
      component="section"
      aria-label={fileTexts.files}
      onPaste={(event) => {
        if (event.clipboardData.files.length > 0) uploads.add([...event.clipboardData.files]);
      }}
    >
      <Box sx={{ display: 'flex', justifyContent: 'space-between', alignItems: 'baseline', gap: 1, mb: 0.75 }}>
        <Box sx={{ typography: 'subtitle2' }}>{fileTexts.files}</Box>
        <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>
          {fileTexts.limits(formatBytes(LIMITS.fileBytesMax), uploads.most)}
        </Box>
      </Box>
      {uploads.uploads.length > 0 && <FileList uploads={uploads} />}
      <DropZone onFiles={uploads.add} />
    </Box>
  );
}

/** Only the rows, for composers that have a paperclip of their own. */
export function FileList({ uploads }: { uploads: Uploads }) {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 1 }}>
      {uploads.uploads.map((upload) => (
        <FileRow key={upload.key} upload={upload} onRemove={() => uploads.remove(upload.key)} />
      ))}
    </Box>
  );
}
