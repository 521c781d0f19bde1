import { act, render, screen } from '@testing-library/react';
import { MemoryRouter, type NavigateFunction, useLocation, useNavigate } from 'react-router-dom';
import { PageTitle } from './page-title';

let navigate: NavigateFunction;

function Page() {
  navigate = useNavigate();
  const name = useLocation().pathname.slice(1);
  return (
    <>
      <PageTitle key={name}>{name}</PageTitle>
      <div role="menu">
        <button type="button">{`Item of ${name}`}</button>
      </div>
    </>
  );
}
const painted = () => act(() => new Promise((done) => setTimeout(done, 100)));

test('a page takes the focus when somebody comes to it, and never out of what they are doing', async () => {
  // As after a reload: the place keeps the key it had.
  render(
    <MemoryRouter initialEntries={[{ pathname: '/queue', key: 'kept by the browser' }]}>
      <Page />
    </MemoryRouter>,
  );
  await painted();
  expect(document.activeElement).toBe(document.body);

  act(() => void navigate('/tickets'));
  await painted();
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'tickets' }));
  expect(document.title).toBe('tickets · Baton');

  act(() => void navigate('/people'));
  act(() => screen.getByRole('button', { name: 'Item of people' }).focus());
  await painted();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Item of people' }));
});
