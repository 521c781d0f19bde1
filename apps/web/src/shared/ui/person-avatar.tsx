import type { CSSProperties } from 'react';
import { useProtectedImage } from '../api/blob';
import { initials, personHue } from './person-hue';

interface Person {
  id: string;
  name: string;
  avatarUrl: string | null;
}

interface Props {
  person: Person;
  size?: 20 | 24 | 32 | 36 | 40 | 64 | 96;
}

const LOOK: CSSProperties = {
  display: 'inline-grid',
  placeItems: 'center',
  flex: 'none',
  overflow: 'hidden',
  borderRadius: '50%',
  fontWeight: 600,
  lineHeight: 1,
  userSelect: 'none',
};

/** Until the picture is there, the initials. */
function Picture({ href, name }: { href: string; name: string }) {
  const picture = useProtectedImage(href);
  if (picture === null) return initials(name);
  return <img src={picture} alt="" style={{ width: '100%', height: '100%', objectFit: 'cover' }} />;
}

/**
 * Picture or initials. The name must stand in text beside it, or the parent must carry it as a label. Plain styles:
 * a page shows dozens of these, and each generated style would be worked out anew.
 */
export function PersonAvatar({ person: { id, name, avatarUrl }, size = 32 }: Props) {
  const hue = `--mui-palette-avatar-${personHue(id)}`;
  const look: CSSProperties = {
    ...LOOK,
    width: size,
    height: size,
    backgroundColor: `var(${hue}-ground)`,
    color: `var(${hue}-text)`,
    fontSize: Math.max(9, Math.round(size * 0.375)),
  };
  return (
    <span aria-hidden="true" title={name} style={look}>
      {avatarUrl ? <Picture href={avatarUrl} name={name} /> : initials(name)}
    </span>
  );
}
