import { afterAll } from "vitest";
import { endShows } from "./factories";

afterAll(endShows);
