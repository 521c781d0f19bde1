import Typography, { type TypographyProps } from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { afterPaint } from './after-paint';

/** The place that was announced last; nothing as long as the page is as the browser loaded it. */
let announced: string | undefined;

const BUSY = 'input, textarea, select, [contenteditable="true"], [role="menu"] *, [role="dialog"] *';

/** By the time the page is painted, somebody may already be typing or in a menu. */
const isBusy = () => document.activeElement?.matches(BUSY) ?? false;

/**
 * The one `h1` of a page. Names the document, and takes focus when somebody came here by a link, so that a screen
 * reader says where they are. A first visit or a reload leaves focus alone.
 */
export function PageTitle({ children, variant = 'h2', ...rest }: { children: string } & TypographyProps<'h1'>) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { key } = useLocation();
  // Both after the paint: one tells another process, the other asks where everything is.
  useEffect(() => {
    let isHere = true;
    afterPaint(() => {
      if (isHere) document.title = `${children} · Baton`;
    });
    return () => {
      isHere = false;
    };
  }, [children]);
  useEffect(() => {
    const isNews = announced !== undefined && announced !== key;
    announced = key;
    if (isNews)
      afterPaint(() => {
        if (!isBusy()) heading.current?.focus({ preventScroll: true });
      });
  }, [key]);
  return (
    <Typography ref={heading} component="h1" variant={variant} tabIndex={-1} {...rest}>
      {children}
    </Typography>
  );
}
