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

/**
 * For a new database: its sessions read a clock that is off by this much. Columns whose default is the time get it
 * from there as well, since migrations find these functions before PostgreSQL's own.
 */
export function databaseClockOff(minutes: number): string {
  const clock = (name: string) => `
    create function public.${name}() returns timestamptz language sql stable
      as $$ select pg_catalog.${name}() + interval '${minutes} minutes' $$;`;
  return `
    ${clock("now")} ${clock("clock_timestamp")}
    do $$ begin
      execute format('alter database %I set search_path = public, pg_catalog', current_database());
    end $$;`;
}
