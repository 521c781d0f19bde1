const { constants, createContext, runInContext } = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** Node's own in place of JavaScript's, as Jest has it: what Node's functions return is of these. */
const replaced = ['ArrayBuffer', 'Uint8Array'];

/**
 * Jest's environment of Node with a plain global object. Jest's own is a proxy, which is asked for every `Math` and
 * `Date`: rules that are computed a hundred thousand times spend half their time there. An older Node, which makes no
 * such contexts, makes one of another kind.
 */
module.exports = class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const given = this.global;
    this.context = createContext(constants.DONT_CONTEXTIFY);
    this.global = runInContext('globalThis', this.context);
    for (const name of Reflect.ownKeys(given)) {
      const isHere = Object.hasOwn(this.global, name) && !replaced.includes(name);
      if (!isHere) Object.defineProperty(this.global, name, Object.getOwnPropertyDescriptor(given, name));
    }
    this.global.global = this.global;
    this.global.Error.stackTraceLimit = given.Error.stackTraceLimit;
    this.moduleMocker = new this.moduleMocker.constructor(this.global);
    const { projectConfig } = config;
    this.fakeTimersModern = new this.fakeTimersModern.constructor({ config: projectConfig, global: this.global });
  }
};
