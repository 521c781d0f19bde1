import Box from '@mui/material/Box';
import { useProtectedImage } from '../api/blob';
import { initials, personHue } from './person-hue';

interface Props {
  person: { id: string; name: string; avatarUrl: string | null };
  size?: 20 | 24 | 32 | 36 | 40 | 64 | 96;
}

/** Picture or initials. The name must stand in text beside it, or the parent must carry it as a label. */
export function PersonAvatar({ person, size = 32 }: Props) {
  const picture = useProtectedImage(person.avatarUrl);
  const hue = personHue(person.id);
  return (
    <Box
      component="span"
      aria-hidden="true"
      title={person.name}
      sx={{
        display: 'inline-grid',
        placeItems: 'center',
        flex: 'none',
        width: size,
        height: size,
        overflow: 'hidden',
        borderRadius: '50%',
        bgcolor: `avatar.${hue}.ground`,
        color: `avatar.${hue}.text`,
        fontSize: Math.max(9, Math.round(size * 0.375)),
        fontWeight: 600,
        lineHeight: 1,
        userSelect: 'none',
      }}
    >
      {picture ? (
        <Box component="img" src={picture} alt="" sx={{ width: 1, height: 1, objectFit: 'cover' }} />
      ) : (
        initials(person.name)
      )}
    </Box>
  );
}
