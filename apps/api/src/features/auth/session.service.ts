import { decideRefresh } from '@baton/domain/accounts/refresh-rotation';
import { type Actor, systemActor, type UserActor, userActor } from '@baton/domain/permissions/actor';
import type { Role } from '@baton/domain/permissions/roles';
import type { TenantId } from '@baton/domain/shared/brand';
import { Injectable } from '@nestjs/common';
import { REFRESH_COOKIE } from '../../platform/access/auth-cookies.js';
import { newOpaqueToken, type OpaqueToken, readOpaqueToken } from '../../platform/access/opaque-token.js';
import { Clock } from '../../platform/clock/clock.js';
import { newId } from '../../platform/database/new-id.js';
import { TenantTransaction } from '../../platform/database/tenant-transaction.js';
import { EventRecorder } from '../../platform/events/event-recorder.js';
import { AppError, notFound } from '../../platform/http/app-error.js';
import { SessionRepository } from './session.repository.js';
import { SessionEndingService } from './session-ending.service.js';

/** Where a sign-in comes from, as its owner will see it listed. */
export interface Device {
  userAgent: string;
  ip: string;
}

export interface OpenedSession {
  actor: UserActor;
  refreshToken: string;
}

@Injectable()
export class SessionService {
  constructor(
    private readonly transaction: TenantTransaction,
    private readonly sessions: SessionRepository,
    private readonly ending: SessionEndingService,
    private readonly events: EventRecorder,
    private readonly clock: Clock,
  ) {}

  open(user: { id: string; tenantId: TenantId; role: Role }, device: Device): Promise<OpenedSession> {
    return this.transaction.run(user, async () => {
      const actor = userActor(user, newId());
      const now = this.clock.now();
      await this.sessions.insert({
        tenantId: user.tenantId,
        id: actor.sessionId,
        userId: user.id,
        userAgent: device.userAgent.slice(0, 400),
        ip: device.ip,
        createdAt: now,
        lastUsedAt: now,
        expiresAt: this.expiry(now),
        revokedAt: null,
      });
      return { actor, refreshToken: await this.addToken(actor) };
    });
  }

  /** @throws AppError auth.refresh_rejected; a replayed token has ended its session by then */
  async refresh(text: string | undefined): Promise<OpenedSession> {
    const token = readOpaqueToken(text ?? '');
    // The end of a replayed session must be committed, so the refusal comes after the transaction.
    const opened = token && (await this.transaction.run(token, () => this.exchange(token)));
    if (!opened) throw new AppError('auth.refresh_rejected');
    return opened;
  }

  /** Signing out with whatever the browser still has; nothing to end is fine. */
  async close(text: string | undefined): Promise<void> {
    const token = readOpaqueToken(text ?? '');
    if (!token) return;
    const scope = systemActor(token.tenantId);
    await this.transaction.run(scope, async () => {
      const used = await this.sessions.lockToken(scope, token.hash, this.clock.now());
      if (used) await this.ending.end(scope, used.userId, 'signed_out', { which: [used.sessionId] });
    });
  }

  /** @throws AppError resource.not_found for anybody else's */
  closeOwn(actor: UserActor, sessionId: string): Promise<void> {
    return this.transaction.run(actor, async () => {
      const ended = await this.ending.end(actor, actor.userId, 'signed_out', { which: [sessionId] });
      if (ended === 0) throw notFound();
    });
  }

  async closeAll(actor: UserActor): Promise<void> {
    await this.transaction.run(actor, () => this.ending.end(actor, actor.userId, 'signed_out'));
  }

  private async exchange({ tenantId, hash }: OpaqueToken): Promise<OpenedSession | null> {
    const scope = systemActor(tenantId);
    const now = this.clock.now();
    const used = await this.sessions.lockToken(scope, hash, now);
    if (!used?.isLive) return null;
    const decision = decideRefresh(used, now);
    if (decision === 'replay') {
      await this.ending.end(scope, used.userId, 'signed_out', { which: [used.sessionId] });
      const data = { sessionId: used.sessionId };
      await this.events.record(scope, { type: 'session.family_revoked', subjectId: used.userId, data });
      return null;
    }
    if (decision === 'rotate') await this.sessions.markRotated(scope, hash, now);
    else await this.sessions.markGraceUsed(scope, hash);
    await this.sessions.prolong(scope, used.sessionId, { lastUsedAt: now, expiresAt: this.expiry(now) });
    const actor = userActor({ id: used.userId, tenantId, role: used.role }, used.sessionId);
    return { actor, refreshToken: await this.addToken(actor) };
  }

  private async addToken(actor: Actor & { sessionId: string }): Promise<string> {
    const token = newOpaqueToken(actor.tenantId);
    await this.sessions.addToken(actor, actor.sessionId, token.hash, this.clock.now());
    return token.text;
  }

  private readonly expiry = (now: Date): Date => new Date(now.getTime() + REFRESH_COOKIE.seconds * 1000);
}
