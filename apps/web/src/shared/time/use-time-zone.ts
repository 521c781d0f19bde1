import { useSession } from '../access/use-session';

/** The reader's zone: the one of the profile, else the browser's. */
export function useTimeZone(): string {
  const session = useSession();
  return session.user?.timeZone || Intl.DateTimeFormat().resolvedOptions().timeZone;
}
