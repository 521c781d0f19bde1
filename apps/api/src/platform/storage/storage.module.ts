import { Global, Module } from '@nestjs/common';
import { Config } from '../../config/config.js';
import { FileIntake } from './file-intake.js';
import { storageFrom } from './storage-from.js';
import { StoragePort } from './storage-port.js';

/** The storage port and the only way in for files. */
@Global()
@Module({
  providers: [{ provide: StoragePort, inject: [Config], useFactory: storageFrom }, FileIntake],
  exports: [StoragePort, FileIntake],
})
export class StorageModule {}
