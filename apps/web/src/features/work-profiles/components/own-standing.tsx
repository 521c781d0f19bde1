import { useUser } from '../../../shared/access/use-session';
import { PersonStanding } from '../../../shared/ui/availability-dot';
import { useMyAvailability } from '../use-my-availability';

/** One's own picture, with the dot that colleagues see. */
export function OwnStanding() {
  const { profile } = useMyAvailability();
  return <PersonStanding person={useUser()} size={32} availability={profile?.availability} />;
}
