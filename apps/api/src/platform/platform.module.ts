import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access/access.guard.js';
import { FailClosed } from './access/fail-closed.js';
import { EventBus } from './events/event-bus.js';
import { EventRecorder } from './events/event-recorder.js';
import { ErrorFilter } from './http/error.filter.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { IdempotencyPurgeJob } from './http/idempotency-purge.job.js';
import { InputInterceptor } from './http/input.interceptor.js';
import { StoredAnswers } from './http/stored-answers.js';
import { DispatchEventJob } from './jobs/dispatch-event.job.js';
import { DueTicker } from './jobs/due-ticker.js';
import { JobQueue } from './jobs/job-queue.js';
import { JobRunner } from './jobs/job-runner.js';
import { Log } from './log/log.token.js';
import { RealtimeHub } from './realtime/realtime-hub.js';

/** The plumbing every feature stands on. Guard, interceptors and filter apply to all routes, in this order. */
@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [
    EventBus,
    EventRecorder,
    JobQueue,
    JobRunner,
    DueTicker,
    DispatchEventJob,
    IdempotencyPurgeJob,
    RealtimeHub,
    StoredAnswers,
    FailClosed,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: InputInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
    { provide: APP_FILTER, inject: [Log], useFactory: (log: Log) => new ErrorFilter(log) },
  ],
  exports: [EventBus, EventRecorder, DueTicker, JobQueue, JobRunner, RealtimeHub, StoredAnswers],
})
export class PlatformModule {}
