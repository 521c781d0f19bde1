import { MACRO_VARIABLES } from '@baton/domain/macros/macro-variables';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useRef } from 'react';
import { Field } from '../../../shared/ui/field';
import { RichTextEditor, type RichTextEditorHandle } from '../../../shared/ui/rich-text-editor';
import { texts as all } from '../macros.texts';

const texts = all.form;

interface Props {
  initial: string;
  error?: string;
  onChange: (html: string) => void;
}

/** The text, and the names of what is filled in for each ticket: a press puts one at the cursor. */
export function MacroBodyField({ initial, error, onChange }: Props) {
  const editor = useRef<RichTextEditorHandle>(null);
  return (
    <div>
      <Field label={texts.body} error={error}>
        {(control) => (
          <RichTextEditor
            {...control}
            ref={editor}
            initialHtml={initial}
            minHeight={120}
            maxHeight={260}
            onChange={onChange}
          />
        )}
      </Field>
      <Box role="group" aria-label={texts.variables} sx={{ mt: 1, display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {MACRO_VARIABLES.map((name) => (
          <Button
            key={name}
            size="small"
            title={`{{${name}}}`}
            // The cursor must stay where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => editor.current?.insertHtml(`{{${name}}}`)}
            sx={{ typography: 'caption', fontWeight: 500, minHeight: { xs: 36, md: 28 }, py: 0, px: 1 }}
          >
            {all.variables[name]}
          </Button>
        ))}
      </Box>
    </div>
  );
}
