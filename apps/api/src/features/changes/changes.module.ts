import { Module } from '@nestjs/common';
import { ChangesController } from './changes.controller.js';
import { ChangesQueries } from './changes.queries.js';

@Module({
  controllers: [ChangesController],
  providers: [ChangesQueries],
})
export class ChangesModule {}
