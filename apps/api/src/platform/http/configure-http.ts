import { LIMITS } from '@baton/contracts/http/limits';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyHttpOptions, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { Config } from '../../config/config.js';
import { AUTH_PATH } from '../access/auth-cookies.js';
import { Authenticator } from '../access/authenticator.js';
import { isOwnOrigin } from '../access/own-origin.js';
import type { Log } from '../log/log.token.js';
import { AppError } from './app-error.js';
import type { ApiRequest } from './call.js';
import { compressAnswers } from './compress-answers.js';
import { refuseConnection, sendError } from './error.filter.js';
import { suspiciousJson } from './json-guard.js';
import { serveOpenApi } from './openapi/serve-openapi.js';
import { newRequestId, runInRequest } from './request-context.js';
import { inlineScripts, serveWeb } from './serve-web.js';

/** Limits of the bare server: what a client may send before anybody looks at it, and for how long. */
export const fastifyOptions = (config: Config, log: Log): FastifyHttpOptions<RawServerDefault> => ({
  bodyLimit: LIMITS.jsonBytesMax,
  trustProxy: (_address, hop) => hop < config.TRUST_PROXY,
  // Who does not get as far as a request is cut off soon; a slow upload is given its time.
  http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
  requestTimeout: 60_000,
  connectionTimeout: 75_000,
  keepAliveTimeout: 65_000,
  // What still arrives while the server closes is answered like anything else.
  return503OnClosing: false,
  genReqId: newRequestId,
  logger: false,
  // A URL that cannot be decoded names nothing we serve.
  frameworkErrors: (error, request, reply) => sendError(error, request as FastifyRequest, reply as never, log),
  clientErrorHandler: refuseConnection,
  routerOptions: { maxParamLength: 200 },
});

/** Everything in front of the controllers: headers, cookies, body parsing, the log line, documentation, the interface. */
export async function configureHttp(app: NestFastifyApplication, log: Log, webRoot: string | null): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    runInRequest({ requestId: request.id, ip: request.ip }, done);
  });
  // Ahead of the guard, which comes after parsing: from a foreign page nothing that cookies reach is even read.
  server.addHook('onRequest', (request, _reply, done) => {
    const isForeign = request.url.startsWith(`${AUTH_PATH}/`) && !isOwnOrigin(request.headers);
    done(isForeign ? new AppError('request.foreign_origin') : undefined);
  });
  server.addHook('onRequest', lookUpSession(app.get(Authenticator)));
  server.addHook('onResponse', (request, reply, done) => {
    logRequest(request, reply.statusCode, reply.elapsedTime, log);
    done();
  });
  await server.register(helmet, securityHeaders(inlineScripts(webRoot)));
  await server.register(cookie);
  await server.register(multipart, {
    throwFileSizeLimit: false,
    limits: {
      fileSize: Number.POSITIVE_INFINITY,
      files: 50,
      fields: 50,
      parts: 100,
      fieldSize: LIMITS.jsonBytesMax,
      headerPairs: 50,
    },
  });
  acceptOnlyJson(server);
  compressAnswers(server);
  serveOpenApi(server);
  await serveWeb(server, webRoot);
}

const BEARER = /^bearer +(\S+)$/i;

/** The session is looked up while the body is read and the controller found. The guard, which decides, asks again. */
const lookUpSession =
  (authenticator: Authenticator) =>
  (request: ApiRequest, _reply: unknown, done: () => void): void => {
    const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    request.claims = token ? authenticator.claimsOf(token) : null;
    if (request.claims) authenticator.actorOf(request.claims).catch(() => undefined);
    done();
  };

const securityHeaders = (ownScripts: string[]) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'", ...ownScripts],
      // MUI writes its styles into the page at run time.
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  referrerPolicy: { policy: 'same-origin' as const },
  crossOriginEmbedderPolicy: false,
});

/** One body format. Suspicious JSON, text/plain and compressed bodies never reach a handler. */
function acceptOnlyJson(server: FastifyInstance): void {
  server.removeContentTypeParser(['text/plain', 'application/json']);
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addHook('onRequest', (request, _reply, done) => {
    const encoding = request.headers['content-encoding'];
    done(encoding && encoding !== 'identity' ? new AppError('request.unsupported_media_type') : undefined);
  });
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string;
    if (text.trim() === '') return done(null, {});
    const reason = suspiciousJson(text);
    if (reason) return done(new AppError('request.malformed', { reason }), undefined);
    parse(request, text, (error, value) => done(error ? new AppError('request.malformed') : null, value));
  });
}

function logRequest(request: FastifyRequest, status: number, elapsedMs: number, log: Log): void {
  const { actor } = request as { actor?: { tenantId: string; userId: string } };
  // The interface's own files are no news.
  log[request.url.startsWith('/api') ? 'info' : 'debug']({
    requestId: request.id,
    method: request.method,
    // Without the query string: searches and tokens are nobody's business.
    path: request.url.split('?', 1)[0],
    status,
    ms: Math.round(elapsedMs),
    tenantId: actor?.tenantId,
    userId: actor?.userId,
  });
}
