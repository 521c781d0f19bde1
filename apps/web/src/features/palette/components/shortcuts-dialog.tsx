import Close from '@mui/icons-material/CloseOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useId, useState } from 'react';
import { activeLayers, type Layer } from '../../../shared/keyboard/commands';
import { texts } from '../palette.texts';
import { Keys } from './keys';
import { Overlay } from './overlay';

function Scope({ scope, commands }: Layer) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ breakInside: 'avoid', mb: 2.5 }}>
      <Box
        component="h3"
        id={id}
        sx={{ m: 0, mb: 0.5, typography: 'caption', fontWeight: 600, color: 'text.secondary' }}
      >
        {scope}
      </Box>
      <Box component="dl" sx={{ m: 0 }}>
        {commands.map(({ keys, label }) => (
          <Box key={keys} sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 36 }}>
            <Box component="dt" sx={{ flex: 1 }}>
              {label}
            </Box>
            <Box component="dd" sx={{ m: 0, flex: 'none' }}>
              {keys && <Keys keys={keys} />}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

const withKeys = ({ scope, commands }: Layer): Layer => ({ scope, commands: commands.filter(({ keys }) => keys) });

/** Every key that does something here and now, from the same table that makes it do so. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [layers] = useState(() =>
    activeLayers()
      .map(withKeys)
      .filter(({ commands }) => commands.length > 0),
  );
  return (
    <Overlay label={texts.shortcuts} width={640} onClose={onClose}>
      <Box sx={{ display: 'flex', alignItems: 'center', px: 2.5, pt: 2, pb: 1 }}>
        <Box component="h2" sx={{ m: 0, flex: 1, typography: 'h4' }}>
          {texts.shortcuts}
        </Box>
        <IconButton aria-label={texts.close} onClick={onClose}>
          <Close />
        </IconButton>
      </Box>
      <Box tabIndex={0} sx={{ overflowY: 'auto', px: 2.5, pb: 1, columns: { sm: 2 }, columnGap: 4 }}>
        {layers.map((layer) => (
          <Scope key={layer.scope} {...layer} />
        ))}
      </Box>
    </Overlay>
  );
}
