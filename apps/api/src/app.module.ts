import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Config } from './config/config.js';
import { DatabaseModule } from './platform/database/database.module.js';
import { Log } from './platform/log/log.token.js';
import { PlatformModule } from './platform/platform.module.js';
import { HealthModule } from './features/health/health.module.js';

const FEATURES = [HealthModule];

/** The product: its plumbing and its features. */
@Global()
@Module({})
export class AppModule {
  static with(config: Config, log: Log): DynamicModule {
    return {
      module: AppModule,
      imports: [DatabaseModule, PlatformModule, ...FEATURES],
      providers: [
        { provide: Config, useValue: config },
        { provide: Log, useValue: log },
      ],
      exports: [Config, Log],
    };
  }
}
