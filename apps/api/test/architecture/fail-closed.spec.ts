import 'reflect-metadata';
import { endpoint } from '@baton/contracts/http/endpoint';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { FailClosed } from '../../src/platform/access/fail-closed.js';
import { Route } from '../../src/platform/http/route.decorator.js';

const open = endpoint({ method: 'GET', path: '/open', access: 'public', summary: 'Open on purpose' });

@Controller()
class Declared {
  @Route(open)
  async answer(): Promise<void> {}
}

@Controller()
class Forgotten {
  @Route(open)
  async answer(): Promise<void> {}

  @Get('back-door')
  async secret(): Promise<string> {
    return 'everything';
  }
}

async function boot(controller: Type): Promise<void> {
  @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [FailClosed] })
  class App {}
  const module = await Test.createTestingModule({ imports: [App] }).compile();
  await module.init();
  await module.close();
}

it('starts when every handler is a row of the endpoint table', async () => {
  await expect(boot(Declared)).resolves.toBeUndefined();
});

it('refuses to start when one is not, and names it', async () => {
  await expect(boot(Forgotten)).rejects.toThrow('Forgotten.secret');
});
