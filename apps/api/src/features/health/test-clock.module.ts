import { Module } from '@nestjs/common';
import { TestClockController } from './test-clock.controller.js';
import { TestClockService } from './test-clock.service.js';

/** Part of the product only where BATON_TEST_CLOCK asks for it. */
@Module({ controllers: [TestClockController], providers: [TestClockService] })
export class TestClockModule {}
