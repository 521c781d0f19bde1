declare const brand: unique symbol;

/** A primitive that cannot be mixed up with another one of the same shape. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Minted only where a tenant has been proven: the session guard, one-time tokens, and the worker. */
export type TenantId = Brand<string, 'TenantId'>;
