import { THEMES } from '@baton/contracts/users/profile';
import Bolt from '@mui/icons-material/BoltOutlined';
import DarkMode from '@mui/icons-material/DarkModeOutlined';
import LightMode from '@mui/icons-material/LightModeOutlined';
import Logout from '@mui/icons-material/LogoutOutlined';
import Person from '@mui/icons-material/PersonOutlineOutlined';
import SettingsBrightness from '@mui/icons-material/SettingsBrightnessOutlined';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { useUnsent } from '../../features/conversation/use-unsent';
import { AvailabilityItems } from '../../features/work-profiles/components/availability-items';
import { signOut } from '../../shared/access/sign-out';
import { useSession, useUser } from '../../shared/access/use-session';
import { useWiderThan } from '../../shared/layout/use-wider-than';
import { words } from '../../shared/text/words.texts';
import { useThemeChoice } from '../../shared/theme/use-theme-choice';
import { ActionMenu } from '../../shared/ui/action-menu';
import { ConfirmDialog } from '../../shared/ui/confirm-dialog';
import { Link } from '../../shared/ui/link';
import { routeAt } from '../routes';
import { texts } from './shell.texts';

const THEME_ICONS = { system: SettingsBrightness, light: LightMode, dark: DarkMode };

function Who() {
  const user = useUser();
  return (
    <Box component="li" role="presentation" sx={{ px: 1.25, pt: 0.75, pb: 1 }}>
      <Box sx={{ typography: 'h6' }}>{user.name}</Box>
      <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{user.email}</Box>
      <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>
        {words.role[user.role]} · {user.organizationName}
      </Box>
    </Box>
  );
}

/** Wider windows have it in the header. */
function AvailabilityOnPhones({ onChosen }: { onChosen: () => void }) {
  if (useWiderThan('md')) return null;
  return (
    <>
      <AvailabilityItems onChosen={onChosen} />
      <Divider sx={{ my: 0.5 }} />
    </>
  );
}

function UnsentDialog({ count, onClose }: { count: number; onClose: () => void }) {
  return (
    <ConfirmDialog
      open
      title={texts.unsentTitle(count)}
      confirmLabel={texts.signOutAnyway}
      danger
      onConfirm={() => void signOut()}
      onClose={onClose}
    >
      {texts.unsentText}
    </ConfirmDialog>
  );
}

export function AccountMenu({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const { theme, choose } = useThemeChoice();
  const { name } = useUser();
  const { can } = useSession();
  const unsent = useUnsent();
  const [asking, setAsking] = useState(false);
  if (asking) return <UnsentDialog count={unsent} onClose={onClose} />;
  return (
    <ActionMenu anchor={anchor} label={texts.account(name)} onClose={onClose} align="right" width={264}>
      <Who />
      <Divider sx={{ my: 0.5 }} />
      {can('self.availability') && <AvailabilityOnPhones onChosen={onClose} />}
      {routeAt('/profile') && (
        <MenuItem component={Link} to="/profile" onClick={onClose}>
          <Person />
          {texts.profile}
        </MenuItem>
      )}
      {can('macro.use') && (
        <MenuItem component={Link} to="/macros" onClick={onClose}>
          <Bolt />
          {texts.macros}
        </MenuItem>
      )}
      <Box
        component="li"
        role="presentation"
        sx={{ px: 1.25, pt: 1, pb: 0.5, typography: 'caption', color: 'text.tertiary' }}
      >
        {texts.theme}
      </Box>
      {THEMES.map((choice) => {
        const Icon = THEME_ICONS[choice];
        return (
          <MenuItem
            key={choice}
            role="menuitemradio"
            aria-checked={theme === choice}
            selected={theme === choice}
            onClick={() => choose(choice)}
          >
            <Icon />
            {texts.themes[choice]}
          </MenuItem>
        );
      })}
      <Divider sx={{ my: 0.5 }} />
      <MenuItem onClick={() => (unsent > 0 ? setAsking(true) : void signOut())}>
        <Logout />
        {texts.signOut}
      </MenuItem>
    </ActionMenu>
  );
}
