/**
 * One value per process. Next bundles pages, routes, the proxy and the instrumentation separately,
 * each with its own copy of a module, yet a pool or a listener must exist only once.
 */
export function once<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`greenroom.${name}`);
  store[key] ??= make();
  return store[key];
}
