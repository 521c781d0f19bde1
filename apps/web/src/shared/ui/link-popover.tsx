import { RICH_TEXT_LINK_SCHEMES } from '@baton/domain/conversation/rich-text';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import Popover from '@mui/material/Popover';
import type { Editor } from '@tiptap/react';
import { type FormEvent, useState } from 'react';
import { texts } from './kit.texts';

const hasScheme = (address: string) => RICH_TEXT_LINK_SCHEMES.some((scheme) => address.startsWith(`${scheme}:`));

interface Props {
  editor: Editor;
  anchor: HTMLElement;
  onClose: () => void;
}

export function LinkPopover({ editor, anchor, onClose }: Props) {
  const before = String(editor.getAttributes('link').href ?? '');
  const [address, setAddress] = useState(before);

  const apply = (event: FormEvent) => {
    event.preventDefault();
    // React bubbles through portals: the form around the editor must not be sent.
    event.stopPropagation();
    const typed = address.trim();
    if (typed !== '') {
      const href = hasScheme(typed) ? typed : `https://${typed}`;
      const chain = editor.chain().focus().extendMarkRange('link');
      const link = { type: 'text', text: typed, marks: [{ type: 'link', attrs: { href } }] };
      if (editor.state.selection.empty && before === '') chain.insertContent(link).run();
      else chain.setLink({ href }).run();
    }
    onClose();
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };

  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{ paper: { role: 'dialog', 'aria-label': texts.link } }}
    >
      <Box component="form" onSubmit={apply} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, p: 1.5 }}>
        <OutlinedInput
          autoFocus
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          placeholder="https://"
          inputProps={{ 'aria-label': texts.linkPrompt, inputMode: 'url' }}
          sx={{ width: 260 }}
        />
        <Button type="submit" variant="tonal">
          {texts.addLink}
        </Button>
        {before !== '' && (
          <Button variant="text" color="inherit" onClick={remove}>
            {texts.removeLink}
          </Button>
        )}
      </Box>
    </Popover>
  );
}
