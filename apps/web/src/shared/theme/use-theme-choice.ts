import type { ThemeChoice } from '@baton/contracts/users/profile';
import { usersEndpoints } from '@baton/contracts/users/users.endpoints';
import { useColorScheme } from '@mui/material/styles';
import { call } from '../api/call';
import { updateSessionUser } from '../api/session-store';

/** The chosen theme: applied at once here, and kept in the profile for the other devices. */
export function useThemeChoice(): { theme: ThemeChoice; choose: (theme: ThemeChoice) => void } {
  const { mode, setMode } = useColorScheme();
  return {
    theme: mode ?? 'system',
    choose: (theme) => {
      setMode(theme);
      // This device has it either way; the profile follows when it can.
      call(usersEndpoints.updateMe, { body: { theme } }).then(updateSessionUser, () => undefined);
    },
  };
}
