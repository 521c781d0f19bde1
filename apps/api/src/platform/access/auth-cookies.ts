import type { FastifyReply, FastifyRequest } from 'fastify';

/** Cookies are sent to routes below this only. */
export const AUTH_PATH = '/api/auth';
const DAY = 86_400;

export const REFRESH_COOKIE = { name: 'baton_refresh', seconds: 30 * DAY };
export const DEVICE_COOKIE = { name: 'baton_device', seconds: 365 * DAY };

type AuthCookie = typeof REFRESH_COOKIE;

/** Out of reach of scripts and of other sites; over HTTPS only, when that is how Baton is reached. */
const optionsOf = (request: FastifyRequest, publicUrl: string | undefined) => ({
  path: AUTH_PATH,
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: request.protocol === 'https' || (publicUrl?.startsWith('https:') ?? false),
});

interface Exchange {
  request: FastifyRequest;
  reply: FastifyReply;
}

export function setAuthCookie(
  { request, reply }: Exchange,
  cookie: AuthCookie,
  value: string,
  publicUrl: string | undefined,
): void {
  reply.setCookie(cookie.name, value, { ...optionsOf(request, publicUrl), maxAge: cookie.seconds });
}

export function clearAuthCookie({ request, reply }: Exchange, cookie: AuthCookie, publicUrl: string | undefined): void {
  reply.clearCookie(cookie.name, optionsOf(request, publicUrl));
}

export const readAuthCookie = ({ request }: Pick<Exchange, 'request'>, cookie: AuthCookie): string | undefined =>
  request.cookies[cookie.name];

/** Where a request comes from, as its sender describes it. */
export const deviceOf = (request: FastifyRequest): { userAgent: string; ip: string } => ({
  userAgent: request.headers['user-agent'] ?? '',
  ip: request.ip,
});
