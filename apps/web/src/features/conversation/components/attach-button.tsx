import AttachFile from '@mui/icons-material/AttachFileOutlined';
import IconButton from '@mui/material/IconButton';
import { useRef } from 'react';
import { ACCEPTED_TYPES } from '../../../shared/files/file-rules';
import { texts } from '../conversation.texts';

export function AttachButton({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton size="small" aria-label={texts.attach} title={texts.attach} onClick={() => input.current?.click()}>
        <AttachFile sx={{ fontSize: 18 }} />
      </IconButton>
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
