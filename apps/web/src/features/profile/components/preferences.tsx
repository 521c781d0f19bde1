import { THEMES } from '@baton/contracts/users/profile';
import DarkMode from '@mui/icons-material/DarkModeOutlined';
import LightMode from '@mui/icons-material/LightModeOutlined';
import SettingsBrightness from '@mui/icons-material/SettingsBrightnessOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useUser } from '../../../shared/access/use-session';
import { useThemeChoice } from '../../../shared/theme/use-theme-choice';
import { CheckBox } from '../../../shared/ui/check-box';
import { SettingsSection } from '../../../shared/ui/settings-section';
import { useSetting } from '../profile.queries';
import { texts } from '../profile.texts';

export function Notifications() {
  const { mailNotifications } = useUser();
  const setting = useSetting((body) => (body.mailNotifications ? texts.mailOn : texts.mailOff));
  const isOn = setting.isPending ? (setting.variables.mailNotifications ?? false) : mailNotifications;
  return (
    <SettingsSection title={texts.notifications} text={texts.notificationsText}>
      <Box component="label" sx={{ display: 'flex', gap: 1.25, cursor: 'pointer' }}>
        <Box sx={{ pt: '1px' }}>
          <CheckBox checked={isOn} onChange={(on) => setting.mutate({ mailNotifications: on })} />
        </Box>
        <span>
          <Box sx={{ typography: 'subtitle2' }}>{texts.mail}</Box>
          <Box sx={{ typography: 'caption', color: 'text.tertiary' }}>{texts.mailHint}</Box>
        </span>
      </Box>
    </SettingsSection>
  );
}

const ICONS = { system: SettingsBrightness, light: LightMode, dark: DarkMode };

export function Appearance() {
  const { theme, choose } = useThemeChoice();
  return (
    <SettingsSection title={texts.appearance} text={texts.appearanceText}>
      <Box role="group" aria-label={texts.theme} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        {THEMES.map((each) => {
          const Icon = ICONS[each];
          return (
            <Button
              key={each}
              variant={each === theme ? 'tonal' : 'outlined'}
              aria-pressed={each === theme}
              startIcon={<Icon />}
              onClick={() => choose(each)}
            >
              {texts.themes[each]}
            </Button>
          );
        })}
      </Box>
    </SettingsSection>
  );
}
