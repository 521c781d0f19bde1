import type { Logger } from 'pino';

/** The injectable log: a class for Nest's sake, a pino logger in fact. */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the class is only the token that the merged interface is injected by
export abstract class Log {}
export interface Log extends Logger {}
