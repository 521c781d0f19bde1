import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ENDPOINT } from '../http/route.decorator.js';

/** Refuses to start when a controller has a handler that is not a row of the endpoint table. */
@Injectable()
export class FailClosed implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    const open = this.discovery.getControllers().flatMap(({ instance, name }) =>
      this.scanner
        .getAllMethodNames(Object.getPrototypeOf(instance))
        .filter((method) => Reflect.hasMetadata('path', instance[method]))
        .filter((method) => !this.reflector.get(ENDPOINT, instance[method]))
        .map((method) => `${name}.${method}`),
    );
    if (open.length > 0) throw new Error(`Routes without an endpoint, so without access rule: ${open.join(', ')}`);
  }
}
