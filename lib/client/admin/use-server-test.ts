"use client";

import { useState } from "react";
import { call } from "@/lib/client/server-api/api";
import { errorMessage } from "@/lib/client/server-api/error-message";
import type { Finding, TestKey, testServer } from "@/lib/contracts/admin/server";

/** A check's latest finding, and its test. `problem` says why a test could not run. */
export function useServerTest(first: Finding) {
  const [finding, setFinding] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);
  const [testing, setTesting] = useState(false);

  async function test(key: TestKey) {
    setTesting(true);
    setProblem(null);
    try {
      const params = { key };
      const path = "/installation/server/checks/{key}";
      setFinding(await call<typeof testServer>("POST", path, { params }));
    } catch (error) {
      setProblem(errorMessage(error));
    } finally {
      setTesting(false);
    }
  }

  return { finding, problem, testing, test };
}
