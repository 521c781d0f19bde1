import { Email, Line, Optional, Phone, Secret, Slug, Text } from '../http/fields.js';
import { LIMITS } from '../http/limits.js';

export class RegisterDto {
  @Line(LIMITS.nameMax)
  name: string;

  @Email()
  email: string;

  @Optional()
  @Phone()
  phone?: string;

  @Text(LIMITS.passwordMax, 1)
  password: string;

  /** The organization's short name, as in its address. */
  @Slug()
  organization: string;
}

export class LoginDto {
  @Email()
  email: string;

  @Text(1000, 1)
  password: string;

  /** Needed only when the e-mail has an account in several organizations. */
  @Optional()
  @Slug()
  organization?: string;
}

export class ForgotPasswordDto {
  @Email()
  email: string;

  @Optional()
  @Slug()
  organization?: string;
}

export class ResetPasswordDto {
  @Secret()
  token: string;

  @Text(LIMITS.passwordMax, 1)
  password: string;
}

export class ChangePasswordDto {
  @Text(1000, 1)
  currentPassword: string;

  @Text(LIMITS.passwordMax, 1)
  newPassword: string;
}

export class AcceptInvitationDto {
  @Secret()
  token: string;

  @Optional()
  @Line(LIMITS.nameMax)
  name?: string;

  @Text(LIMITS.passwordMax, 1)
  password: string;
}
