"use client";

import { useState } from "react";

/** A name field, and a handle that follows it until the person edits it. */
export function useNameAndHandle(suggested: (name: string) => string) {
  const [name, setName] = useState("");
  const [own, setOwn] = useState<string | null>(null);
  return {
    name: { value: name, write: setName },
    handle: { value: own ?? suggested(name), write: setOwn },
  };
}
