import { type RefObject, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useSession } from '../../shared/access/use-session';
import { useCommands } from '../../shared/keyboard/use-commands';
import { whenIdle } from '../../shared/layout/when-idle';
import { loadedAhead } from '../../shared/ui/loaded-ahead';
import { routeAt } from '../routes';
import { adminNavigation } from '../shell/admin-navigation';
import { mainNavigation } from '../shell/navigation';
import { texts } from './palette.texts';

const { Page: PaletteHost, preload: loadPalette } = loadedAhead(() => import('./palette-host'), 'PaletteHost');
const { Page: ShortcutsDialog, preload: loadShortcuts } = loadedAhead(
  () => import('../../features/palette/components/shortcuts-dialog'),
  'ShortcutsDialog',
);

/** Fetched once the page stands, so that they open within the frame of their key; offline, when they are asked for. */
function usePreload(): void {
  useEffect(() => whenIdle(() => void Promise.allSettled([loadPalette(), loadShortcuts()])), []);
}

/** Keeps what is typed before the palette is there: it is meant for it, not for the page below. */
function TypedAhead({ into }: { into: RefObject<string> }) {
  useLayoutEffect(() => {
    const take = (event: KeyboardEvent) => {
      if (event.key.length > 1 || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      into.current += event.key;
    };
    addEventListener('keydown', take, true);
    return () => {
      removeEventListener('keydown', take, true);
      into.current = '';
    };
  }, [into]);
  return null;
}

/** What works on every page: the palette, the list of shortcuts, and going places. */
export function CommandCenter() {
  const [open, setOpen] = useState<'palette' | 'shortcuts' | null>(null);
  const { can } = useSession();
  const navigate = useNavigate();
  const typed = useRef('');
  const close = () => setOpen(null);
  usePreload();
  const places = [...mainNavigation(can), ...adminNavigation(can)].filter(({ letter }) => letter !== undefined);
  useCommands(texts.everywhere, [
    { keys: 'mod+k', label: texts.open, run: () => setOpen('palette'), everywhere: true, onlyKeys: true },
    { keys: '?', label: texts.shortcuts, run: () => setOpen('shortcuts'), onlyKeys: true },
    ...places.map(({ path, label, letter }) => ({
      keys: `g ${letter}`,
      label: texts.goTo(label),
      run: () => {
        void routeAt(path)?.preload();
        navigate(path);
      },
      onlyKeys: true,
    })),
  ]);
  return (
    <Suspense fallback={open === 'palette' && <TypedAhead into={typed} />}>
      {open === 'palette' && (
        <PaletteHost typedAhead={typed} onClose={close} onShortcuts={() => setOpen('shortcuts')} />
      )}
      {open === 'shortcuts' && <ShortcutsDialog onClose={close} />}
    </Suspense>
  );
}
