import type { MacroActionsDto } from '@baton/contracts/macros/macros.dto';
import Lock from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import { changeWords, type Names } from '../../../shared/text/change-words';
import { RichText } from '../../../shared/ui/rich-text';
import { SoftChip } from '../../../shared/ui/soft-chip';
import { texts } from '../macros.texts';

interface Props {
  body: string;
  internal: boolean;
  changes: MacroActionsDto;
  names?: Names;
}

/** What a macro says, and what it sets. */
export function MacroPreview({ body, internal, changes, names }: Props) {
  const sets = changeWords(changes, names);
  return (
    <>
      {internal && <SoftChip small tone="note" icon={<Lock />} label={texts.note} />}
      <RichText html={body} />
      {sets.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75, mt: body ? 1.5 : 0 }}>
          <Box component="span" sx={{ typography: 'caption', color: 'text.secondary' }}>
            {texts.sets}
          </Box>
          {sets.map((each) => (
            <SoftChip key={each} small label={each} />
          ))}
        </Box>
      )}
    </>
  );
}
