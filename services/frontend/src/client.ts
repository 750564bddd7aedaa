// What this page asks of the backend, in the types of the backend's compiled contract.
import type { paths } from "./api/schema";

type Users = paths["/v1/users"];

export type Person = Users["get"]["responses"][200]["content"]["application/json"][number];
export type Registration = Users["post"]["requestBody"]["content"]["application/json"];
export type Problem = Users["post"]["responses"][409 | 422]["content"]["application/problem+json"];

export const PAGE_SIZE = 50;

/** The backend's refusal; the message is for people, the problem for the program. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title);
    this.problem = problem;
  }
}

/** Register a person. Throws `Refusal`, or `Error` when the backend does not answer. */
export async function register(registration: Registration): Promise<Person> {
  const headers = { "content-type": "application/json" };
  return ask<Person>("/v1/users", { method: "POST", headers, body: JSON.stringify(registration) });
}

/** List up to `PAGE_SIZE` people whose id is greater than `after`, the oldest first. */
export async function list(after?: number): Promise<Person[]> {
  const query = new URLSearchParams({ limit: String(PAGE_SIZE) });
  if (after !== undefined) query.set("after", String(after));
  return ask<Person[]>(`/v1/users?${query}`);
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, init).catch(() => {
    throw new Error("The server cannot be reached. Try again later.");
  });
  if (response.ok) return (await response.json()) as Answer;
  if (response.headers.get("content-type")?.startsWith("application/problem+json"))
    throw new Refusal((await response.json()) as Problem);
  throw new Error("The server did not answer as expected. Try again later.");
}
