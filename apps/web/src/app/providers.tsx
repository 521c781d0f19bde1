import { CacheProvider } from '@emotion/react';
import { ThemeProvider, useColorScheme } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect } from 'react';
import { ToastProvider } from '../shared/ui/toast';
import { queryClient } from './cache';
import { styleCache } from './theme/style-cache';
import { THEME_STORAGE_KEY, theme } from './theme/theme';
import { darkTokens, lightTokens } from './theme/tokens';

/** The browser's own bars take the colour of the canvas. */
function BrowserBars() {
  const { colorScheme } = useColorScheme();
  useEffect(() => {
    const { canvas } = colorScheme === 'dark' ? darkTokens : lightTokens;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', canvas);
  }, [colorScheme]);
  return null;
}

/** The page brings the variables of both themes along, and the base of all styles (`first-picture`). */
const STYLES_IN_PAGE = { disableStyleSheetGeneration: true };

const styles = styleCache();

export function Providers({ children }: { children: ReactNode }) {
  return (
    <CacheProvider value={styles}>
      <ThemeProvider
        theme={theme}
        defaultMode="system"
        modeStorageKey={THEME_STORAGE_KEY}
        noSsr
        {...STYLES_IN_PAGE}
        disableTransitionOnChange
      >
        <BrowserBars />
        <QueryClientProvider client={queryClient}>
          <ToastProvider>{children}</ToastProvider>
        </QueryClientProvider>
      </ThemeProvider>
    </CacheProvider>
  );
}
