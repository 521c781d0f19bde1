import { act, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { lazyOptional } from './lazy-optional';

it.each([
  ['is shown when its code is there', async () => () => <p>Chips</p>, 1],
  ['leaves its page alone when its code cannot be had', () => Promise.reject(new TypeError('Failed to fetch')), 0],
])('%s', async (_, load, shown) => {
  const Part = lazyOptional<object>(load);
  await act(async () => {
    render(
      <>
        <h1>Queue</h1>
        <Suspense fallback={null}>
          <Part />
        </Suspense>
      </>,
    );
  });
  expect(screen.queryAllByText('Chips')).toHaveLength(shown);
  expect(screen.queryByRole('heading')).not.toBeNull();
});
