import { expect, test } from "vitest";
import { ApiError } from "@/lib/client/server-api/api";
import { errorAt, messageOf, refusedBy } from "@/lib/client/server-api/form-state";
import { learnWords } from "@/lib/client/server-api/say";
import { fieldError } from "@/lib/field-errors";
import { invalidField, Problem } from "@/lib/problem";
import { catalogues } from "@/lib/words/catalogues";

learnWords("en", catalogues.en);

const answer = (problem: Problem) => new ApiError(problem.code, problem.message, problem.toBody());

test("a problem with a field is shown at the field, as a sentence", () => {
  const error = fieldError("too-short", "must have at least 10 characters", { min: 10 });
  const state = refusedBy(answer(invalidField("password", error)));
  expect(errorAt(state, "password")).toBe("Must have at least 10 characters.");
  expect(errorAt(state, "email")).toBeUndefined();
  expect(messageOf(state)).toBeNull();
});

test("a taken handle is the handle's error", () => {
  const taken = new Problem("handle-taken", "This handle is taken. Choose another one.");
  const state = refusedBy(answer(taken), { "handle-taken": "handle" });
  expect(errorAt(state, "handle")).toBe("This handle is taken. Choose another one.");
});

test("without an answer, the error belongs to the whole form", () => {
  const state = refusedBy(new ApiError("offline", "The server cannot be reached."));
  expect(messageOf(state)).toBe("The server cannot be reached.");
});
