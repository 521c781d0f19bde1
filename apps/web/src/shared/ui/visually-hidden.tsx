import type { CSSProperties, ReactNode } from 'react';

const LOOK: CSSProperties = {
  position: 'absolute',
  width: 1,
  height: 1,
  margin: -1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** For screen readers only. */
export function VisuallyHidden({ as: Tag = 'span', children }: { as?: 'span' | 'legend'; children: ReactNode }) {
  return <Tag style={LOOK}>{children}</Tag>;
}
