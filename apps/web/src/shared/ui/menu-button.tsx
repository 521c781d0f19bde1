import { lazy, type MouseEvent, type ReactNode, Suspense, useState } from 'react';
import type { OptionMenuProps } from './option-menu';

const load = () => import('./option-menu');
const OptionMenu = lazy(() => load().then((module) => ({ default: module.OptionMenu })));

/** To spread on whatever opens the menu. */
export interface MenuTrigger {
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  onClick: (event: MouseEvent<HTMLElement>) => void;
  onMouseEnter: () => void;
}

interface Props extends Omit<OptionMenuProps, 'anchor' | 'onClose'> {
  children: (trigger: MenuTrigger) => ReactNode;
}

/** Opens a menu below its button; the menu's code comes with the first hover. */
export function MenuButton({ children, ...menu }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      {children({
        'aria-haspopup': 'menu',
        'aria-expanded': anchor !== null,
        onClick: (event) => setAnchor(event.currentTarget),
        onMouseEnter: () => void load(),
      })}
      {anchor && (
        <Suspense fallback={null}>
          <OptionMenu {...menu} anchor={anchor} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}
