import { CacheProvider } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { type CssVarsTheme, ThemeProvider } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { StaticRouter } from 'react-router-dom';
import { SignInForm } from '../../features/auth/forms/sign-in-form';
import { styleCache } from '../theme/style-cache';
import { theme } from '../theme/theme';
import { DeskPicture } from './desk-picture';
import { AnyPage, MyTicketsPicture, QueuePicture } from './page-pictures';

export { firstQuestions } from './first-questions';

type Values = Record<string, string | number>;

const hyphened = (name: string) =>
  name.startsWith('--') ? name : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const rule = ([selector, values]: [string, Values]) =>
  `${selector}{${Object.entries(values)
    .map(([name, value]) => `${hyphened(name)}:${value}`)
    .join(';')}}`;

/** The colours and sizes of both themes as the variables every component reads. */
const themeStyles = (): string =>
  (theme as unknown as CssVarsTheme)
    .generateStyleSheets()
    .flatMap((sheet) => Object.entries(sheet as Record<string, Values>))
    .map(rule)
    .join('');

/** They are written once, not with each picture. */
const WITHOUT_STYLES = { disableStyleSheetGeneration: true };
const STYLE = /<style[^>]*>(.*?)<\/style>/gs;
/** What is typed before the app is there would be lost with the picture. */
const INPUT = /<input [^>]*class="([^"]*)"[^>]*>/g;

/** Without a browser each element brings its styles along. */
function draw(name: string, address: string, content: ReactNode): { markup: string; styles: string[] } {
  const drawn = renderToStaticMarkup(
    <CacheProvider value={styleCache()}>
      <ThemeProvider theme={theme} {...WITHOUT_STYLES}>
        <CssBaseline enableColorScheme />
        <StaticRouter location={address}>{content}</StaticRouter>
      </ThemeProvider>
    </CacheProvider>,
    // All of them stand in the page, one of them shown: what one refers to must not lie in another.
    { identifierPrefix: name },
  );
  const markup = drawn.replace(STYLE, '').replace(INPUT, '<span class="$1">&nbsp;</span>');
  return { markup, styles: [...drawn.matchAll(STYLE)].map(([, style = '']) => style) };
}

/** Of all other pages of the desk the frame. */
const PAGES: Record<string, ReactNode> = {
  'my-tickets': <MyTicketsPicture />,
  queue: <QueuePicture />,
  desk: <AnyPage />,
};

/** What stands on the screen until the app does, by name, and the styles of all of it. */
export function pictures(): { markups: Record<string, string>; styles: string } {
  const desk = Object.entries(PAGES).map(
    ([name, page]) => [name, draw(name, '/', <DeskPicture>{page}</DeskPicture>)] as const,
  );
  const all = [['sign-in', draw('sign-in', '/sign-in', <SignInForm />)] as const, ...desk];
  return {
    markups: Object.fromEntries(all.map(([name, { markup }]) => [name, markup])),
    styles: [...new Set([themeStyles(), ...all.flatMap(([, { styles }]) => styles)])].join(''),
  };
}
