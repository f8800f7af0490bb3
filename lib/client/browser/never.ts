/** For `useSyncExternalStore`: what is read never changes while the page stands. */
export const never = () => () => {};
