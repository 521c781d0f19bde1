import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config/config.js';

/** Fills an empty database with the demo. @returns whether it did */
export async function seedDemo(_app: NestFastifyApplication, _config: Config): Promise<boolean> {
  return false;
}
