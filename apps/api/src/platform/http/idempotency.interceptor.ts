import { createHmac } from 'node:crypto';
import type { AnyEndpoint } from '@baton/contracts/http/endpoint';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { Config } from '../../config/config.js';
import { signingSecret } from '../access/access-token.js';
import { Clock } from '../clock/clock.js';
import { TenantTransaction } from '../database/tenant-transaction.js';
import { FileIntake } from '../storage/file-intake.js';
import { AppError } from './app-error.js';
import type { ApiRequest } from './call.js';
import { ENDPOINT } from './route.decorator.js';

/** SQLSTATE unique_violation. */
const UNIQUE_VIOLATION = '23505';

const CLAIM = `
INSERT INTO idempotency_keys (tenant_id, user_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4, $5)`;
const KEEP_ANSWER = 'UPDATE idempotency_keys SET response = $4 WHERE tenant_id = $1 AND user_id = $2 AND key = $3';
const ANSWERED =
  'SELECT request_hash, response FROM idempotency_keys WHERE tenant_id = $1 AND user_id = $2 AND key = $3';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * `Idempotency-Key` on POST: the key and the answer are stored in the transaction of the work itself, so a retry
 * finds either nothing or the whole. Simultaneous requests with one key wait for the first and replay its answer.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly transaction: TenantTransaction,
    private readonly intake: FileIntake,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !request.actor) return next.handle();
    if (typeof key !== 'string' || !KEY.test(key))
      throw new AppError('request.invalid', { 'idempotency-key': ['must be 1 to 200 visible ASCII characters'] });
    const endpoint = this.reflector.get<AnyEndpoint>(ENDPOINT, context.getHandler());
    return from(this.once(request, key, this.fingerprint(endpoint, request), () => firstValueFrom(next.handle())));
  }

  /** The work does not wait for the key: should that be taken, what the work did is rolled back with its transaction. */
  private async once(request: ApiRequest, key: string, hash: string, work: () => Promise<unknown>): Promise<unknown> {
    const actor = request.actor as NonNullable<ApiRequest['actor']>;
    const id = [actor.tenantId, actor.userId, key];
    let isTaken = Promise.resolve(false);
    try {
      return await this.transaction.run(actor, async () => {
        isTaken = this.transaction.query(CLAIM, [...id, hash, this.clock.now()]).then(
          () => false,
          (error) => error.code === UNIQUE_VIOLATION,
        );
        const response = (await work()) ?? null;
        this.transaction.send(KEEP_ANSWER, [...id, JSON.stringify(response)]);
        return response ?? undefined;
      });
    } catch (error) {
      if (!(await isTaken)) throw error;
      return this.transaction.read(actor, () => this.replay(request, id, hash));
    }
  }

  private async replay(request: ApiRequest, id: unknown[], hash: string): Promise<unknown> {
    const [stored] = await this.transaction.query<{ request_hash: string; response: unknown }>(ANSWERED, id);
    if (stored?.request_hash !== hash) throw new AppError('idempotency.key_reused');
    for (const file of request.input?.files ?? []) this.transaction.afterCommit(() => this.intake.discard(file));
    return stored.response ?? undefined;
  }

  /** What makes two requests the same. Keyed, because a plain hash of a password can be guessed at. */
  private fingerprint(endpoint: AnyEndpoint, request: ApiRequest): string {
    const { params, query, body, files } = request.input ?? { params: {}, query: {}, body: {}, files: [] };
    const parts = [endpoint.method, endpoint.path, params, query, body, files.map((file) => [file.name, file.sha256])];
    return createHmac('sha256', signingSecret(this.config)).update(JSON.stringify(parts)).digest('hex');
  }
}
