import { decidePassword, PASSWORD_MAX_BYTES, PASSWORD_MIN_LENGTH } from './password-policy.js';

const common = new Set(['password123', 'qwertyuiop']);
const codeOf = (password: string, identity: string[] = []) => {
  const decision = decidePassword(password, common, identity);
  return decision.allowed ? 'allowed' : decision.code;
};

describe('decidePassword', () => {
  it.each([
    ['', 'password.too_short'],
    ['ninechars', 'password.too_short'],
    ['ten chars!', 'allowed'],
    // Nine people see nine characters, whatever they weigh in UTF-16.
    ['🙂'.repeat(PASSWORD_MIN_LENGTH - 1), 'password.too_short'],
    ['🙂🙃😀😁😂🙂🙃😀😁😂', 'allowed'],
    ['wxyz'.repeat(PASSWORD_MAX_BYTES / 4), 'allowed'],
    ['x'.repeat(PASSWORD_MAX_BYTES + 1), 'password.too_long'],
    ['äöüß'.repeat(PASSWORD_MAX_BYTES / 8), 'allowed'],
    // One key again and again is no secret.
    [' '.repeat(PASSWORD_MIN_LENGTH), 'password.too_common'],
    ['abcabcabcabc', 'password.too_common'],
    ['ü'.repeat(PASSWORD_MAX_BYTES / 2 + 1), 'password.too_long'],
    ['password123', 'password.too_common'],
    ['PassWord123', 'password.too_common'],
    ['password1234', 'allowed'],
  ])('says to %j: %s', (password, expected) => expect(codeOf(password)).toBe(expected));

  it("refuses the person's own words, in any case, and only as the whole", () => {
    const identity = ['Yuki Tanaka', 'yuki@acme.test', ''];
    expect(codeOf('yuki tanaka', identity)).toBe('password.contains_identity');
    expect(codeOf('YUKI@ACME.TEST', identity)).toBe('password.contains_identity');
    expect(codeOf('yuki tanaka of acme', identity)).toBe('allowed');
  });
});
