import type { RegisterDto } from '@baton/contracts/auth/auth.dto';
import { act, renderHook, waitFor } from '@testing-library/react';
import { ApiError } from '../api/api-error';
import { useDtoForm } from './use-dto-form';

const valid = { organization: 'acme', name: 'Yuki', email: 'y@acme.test', phone: '', password: 'a long secret' };

function form(initial: RegisterDto, submit: (values: RegisterDto) => Promise<unknown>) {
  const messages = { email: 'Enter an email.' };
  return renderHook(() =>
    useDtoForm<RegisterDto>({
      dto: () => import('@baton/contracts/auth/auth.dto').then((module) => module.RegisterDto),
      initial,
      submit,
      messages,
    }),
  ).result;
}

test('sends what is valid, without empty optional fields', async () => {
  const submit = jest.fn().mockResolvedValue(undefined);
  const result = form(valid, submit);
  await act(() => result.current.onSubmit());
  const { phone: _empty, ...rest } = valid;
  expect(submit).toHaveBeenCalledWith(rest);
});

test('names each field that is not valid and sends nothing', async () => {
  const submit = jest.fn();
  const result = form({ ...valid, email: 'nope', phone: '030' }, submit);
  await act(() => result.current.onSubmit());
  expect(submit).not.toHaveBeenCalled();
  expect(result.current.field('email').error).toBe('Enter an email.');
  expect(result.current.field('phone').error).toContain('international number');
});

test('checks a field on leaving it, and forgets the error on typing', async () => {
  const result = form({ ...valid, email: 'nope' }, jest.fn());
  act(() => result.current.field('email').onBlur());
  await waitFor(() => expect(result.current.field('email').error).toBe('Enter an email.'));
  act(() => result.current.field('email').onChange({ target: { value: 'y' } }));
  expect(result.current.field('email').error).toBeUndefined();
});

test('puts the server’s details on their fields, and other refusals above the form', async () => {
  const refused = new ApiError(400, 'request.invalid', 'Some fields are not valid', { name: ['name is taken'] });
  const submit = jest
    .fn()
    .mockRejectedValueOnce(refused)
    .mockRejectedValueOnce(new ApiError(409, 'resource.conflict', 'No.'));
  const result = form(valid, submit);
  await act(() => result.current.onSubmit());
  expect(result.current.field('name').error).toBe('Name is taken');
  expect(result.current.formError).toBeNull();
  await act(() => result.current.onSubmit());
  expect(result.current.formError?.code).toBe('resource.conflict');
});
