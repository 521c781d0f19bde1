import { normalizeDomain } from './normalize-domain';

test.each([
  ['company.com', 'company.com'],
  [' Company.COM ', 'company.com'],
  ['@company.co.uk', 'company.co.uk'],
  ['dana@company.com', 'company.com'],
  ['https://company.com/about?x=1', 'company.com'],
])('takes %s as %s', (typed, domain) => expect(normalizeDomain(typed)).toBe(domain));

test.each(['', 'company', 'com pany.com', '-a.com', 'a..com', '127.0.0.1'])('refuses %j', (typed) =>
  expect(normalizeDomain(typed)).toBeNull(),
);
