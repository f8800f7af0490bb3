import { expect, test } from "vitest";
import { ApiError } from "@/lib/client/server-api/api";
import { errorAt, messageOf, refusedBy } from "@/lib/client/server-api/form-state";
import { Problem } from "@/lib/problem";

const answer = (problem: Problem) => new ApiError(problem.code, problem.message, problem.toBody());

test("what is wrong with a field stands at the field, as a sentence", () => {
  const errors = { password: ["must have at least 10 characters"] };
  const state = refusedBy(answer(new Problem("invalid-request", "password: must …", { errors })));
  expect(errorAt(state, "password")).toBe("Must have at least 10 characters.");
  expect(errorAt(state, "email")).toBeUndefined();
  expect(messageOf(state)).toBeNull();
});

test("a taken handle is the handle's error", () => {
  const taken = new Problem("handle-taken", "This handle is taken. Choose another one.");
  const state = refusedBy(answer(taken), { "handle-taken": "handle" });
  expect(errorAt(state, "handle")).toBe("This handle is taken. Choose another one.");
});

test("without an answer the form says so as a whole", () => {
  const state = refusedBy(new ApiError("offline", "The server cannot be reached."));
  expect(messageOf(state)).toBe("The server cannot be reached.");
});
