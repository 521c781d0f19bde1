import { act, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { useKeptPlace, useWindow } from './use-window';

const ROW = 40;

/** What it draws before its box is laid out, which jsdom never does. */
function List({ name, count = 1000 }: { name: string; count?: number }) {
  const box = useRef<HTMLDivElement>(null);
  const { first, end } = useWindow(box, ROW, count, name);
  useKeptPlace(box, ROW, name);
  return <div data-testid="box" ref={box} data-range={`${first}-${end}`} />;
}
const range = () => screen.getByTestId('box').dataset.range;

beforeAll(() => {
  globalThis.ResizeObserver = class {
    observe() {}
    disconnect() {}
  } as unknown as typeof ResizeObserver;
});
afterEach(() => jest.restoreAllMocks());

it('draws at first about what fits into the window', () => {
  jest.replaceProperty(globalThis, 'innerHeight', 640);
  render(<List name="mine" />);
  expect(range()).toBe('0-10');
});

it('comes back to the row where the list was left, and to the top of any other', () => {
  jest.replaceProperty(globalThis, 'innerHeight', 640);
  const { unmount } = render(<List name="mine" />);
  const box = screen.getByTestId('box');
  box.scrollTop = 500 * ROW;
  act(() => void box.dispatchEvent(new Event('scroll')));
  unmount();
  const { unmount: leave } = render(<List name="mine" />);
  expect(range()).toBe('500-511');
  leave();
  render(<List name="all" />);
  expect(range()).toBe('0-10');
});

it('draws nothing, and not everything, where there is no room at all', () => {
  jest.replaceProperty(globalThis, 'innerHeight', 120);
  render(<List name="low" />);
  expect(range()).toBe('0-0');
});
