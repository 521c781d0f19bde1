import { LIMITS } from '@baton/contracts/http/limits';
import PhotoCamera from '@mui/icons-material/PhotoCameraOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type ChangeEvent, useRef } from 'react';
import { useUser } from '../../../shared/access/use-session';
import { PersonAvatar } from '../../../shared/ui/person-avatar';
import { SettingsSection } from '../../../shared/ui/settings-section';
import { useToast } from '../../../shared/ui/toast';
import { useAvatar } from '../profile.queries';
import { texts } from '../profile.texts';

const ACCEPTED = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

/** Why a file is no picture, before it is sent. The server looks again, at the content. */
export function refusalOf({ type, size }: Pick<File, 'type' | 'size'>): string | null {
  if (!ACCEPTED.includes(type)) return texts.pictureRefused.type;
  return size > LIMITS.avatarBytesMax ? texts.pictureRefused.size : null;
}

export function Picture() {
  const user = useUser();
  const avatar = useAvatar();
  const toast = useToast();
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // The same file can be chosen again.
    event.target.value = '';
    if (!file) return;
    const refusal = refusalOf(file);
    if (refusal) toast({ tone: 'error', message: refusal });
    else avatar.mutate(file);
  };
  return (
    <SettingsSection title={texts.picture} text={texts.pictureText}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2.5 }}>
        <PersonAvatar person={user} size={96} />
        <div>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
            <Button startIcon={<PhotoCamera />} loading={avatar.isPending} onClick={() => input.current?.click()}>
              {texts.choosePicture}
            </Button>
            {user.avatarUrl && (
              <Button variant="text" color="inherit" disabled={avatar.isPending} onClick={() => avatar.mutate(null)}>
                {texts.removePicture}
              </Button>
            )}
          </Box>
          <Box sx={{ mt: 0.75, typography: 'caption', color: 'text.tertiary' }}>{texts.pictureHint}</Box>
          <input
            ref={input}
            type="file"
            hidden
            accept={ACCEPTED.join(',')}
            onChange={choose}
            aria-label={texts.choosePicture}
          />
        </div>
      </Box>
    </SettingsSection>
  );
}
