import Typography, { type TypographyProps } from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { afterPaint } from './after-paint';

const FIRST_LOCATION = 'default';
let announced = FIRST_LOCATION;

const isTyping = () => document.activeElement?.matches('input, textarea, select, [contenteditable="true"]') ?? false;

/**
 * The one `h1` of a page. Names the document, and takes focus when somebody came here by a link, so that a screen
 * reader says where they are. A first visit leaves focus alone.
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
    if (announced === key) return;
    announced = key;
    if (key !== FIRST_LOCATION && !isTyping()) afterPaint(() => heading.current?.focus({ preventScroll: true }));
  }, [key]);
  return (
    <Typography ref={heading} component="h1" variant={variant} tabIndex={-1} {...rest}>
      {children}
    </Typography>
  );
}
