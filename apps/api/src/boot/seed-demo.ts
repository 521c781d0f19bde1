import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Fills an empty database with the demo. @returns whether it did */
export async function seedDemo(_app: NestFastifyApplication): Promise<boolean> {
  return false;
}
