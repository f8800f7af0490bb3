/** For NODE_OPTIONS: the process reads a clock that is off by this much. */
export function clockOff(ms: number): string {
  const code = `
    const Right = Date;
    globalThis.Date = class Date extends Right {
      // Next copies these, and only those of the class itself.
      static parse = Right.parse;
      static UTC = Right.UTC;
      constructor(...given) {
        if (given.length === 0) super(Right.now() + ${ms});
        else super(...given);
      }
      static now() {
        return Right.now() + ${ms};
      }
    };`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}
