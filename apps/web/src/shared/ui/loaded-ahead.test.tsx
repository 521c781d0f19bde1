import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { loadedAhead } from './loaded-ahead';

const code = { Part: () => <p>There</p> };

const show = (Page: React.ComponentType) =>
  render(
    <Suspense fallback="on its way">
      <Page />
    </Suspense>,
  );

it('shows what was fetched ahead with nothing in its place before', async () => {
  const { Page, preload } = loadedAhead(() => Promise.resolve(code), 'Part');
  await preload();
  const { container } = show(Page);
  expect(container.textContent).toBe('There');
});

it('fetches what was not when it is shown', async () => {
  const { Page } = loadedAhead(() => Promise.resolve(code), 'Part');
  const { container } = show(Page);
  expect(container.textContent).toBe('on its way');
  expect(await screen.findByText('There')).toBeTruthy();
});
