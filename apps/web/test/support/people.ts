import type { SessionUserResponse, SignedInResponse } from '@baton/contracts/auth/auth.response';

export const yuki: SessionUserResponse = {
  id: '0190a000-0000-7000-8000-000000000042',
  tenantId: '0190a000-0000-7000-8000-000000000001',
  name: 'Yuki Tanaka',
  email: 'yuki.tanaka@acme.test',
  phone: null,
  role: 'employee',
  status: 'approved',
  employeeNumber: 'EMP-0042',
  avatarUrl: null,
  timeZone: 'Europe/Berlin',
  language: 'en',
  theme: 'system',
  mailNotifications: true,
  organizationSlug: 'acme',
  organizationName: 'Acme Group',
  teamIds: [],
};

export const signedIn = (accessToken: string): SignedInResponse => ({ accessToken, expiresIn: 900, user: yuki });
