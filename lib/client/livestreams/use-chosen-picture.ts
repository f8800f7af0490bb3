"use client";

import { useEffect, useState } from "react";

type Choice = { name: "kept" } | { name: "removed" } | { name: "chosen"; address: string };

/** The picture a form will have: the existing one, a newly chosen one, or none. */
export function useChosenPicture(existing: string | null) {
  const [choice, setChoice] = useState<Choice>({ name: "kept" });
  const address = choice.name === "chosen" ? choice.address : null;
  useEffect(() => () => URL.revokeObjectURL(address ?? ""), [address]);
  const kept = choice.name === "kept" ? existing : null;
  return {
    shown: address ?? kept,
    removed: choice.name === "removed" && existing !== null,
    choose: (file: File | null) =>
      setChoice(file ? { name: "chosen", address: URL.createObjectURL(file) } : { name: "kept" }),
    remove: () => setChoice({ name: "removed" }),
  };
}
