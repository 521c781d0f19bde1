import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../../config/config.js';
import { Clock } from '../clock/clock.js';
import { SystemQueries } from './system.queries.js';
import { SystemConnections } from './system-connections.js';
import { TenantTransaction } from './tenant-transaction.js';

/** The application's connection pool, as the non-owning role. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        type: 'postgres' as const,
        url: config.DATABASE_URL,
        autoLoadEntities: true,
        applicationName: 'baton',
        poolSize: config.DATABASE_POOL,
        retryAttempts: 3,
        // Statements need not wait for the answers of those before them.
        extra: { connectionTimeoutMillis: 5000, keepAlive: true, pipeline: true },
      }),
    }),
  ],
  providers: [TenantTransaction, SystemConnections, SystemQueries, Clock],
  exports: [TenantTransaction, SystemConnections, SystemQueries, Clock],
})
export class DatabaseModule {}
