// The registration form, with the backend's objections beside the fields that they are about.
import { type Problem, Refusal, register } from "./client";
import { element, reason } from "./page";

const FIELDS = ["name", "email"] as const;
type Field = (typeof FIELDS)[number];

const form = element("register", HTMLFormElement);
const refused = element("form-error", HTMLParagraphElement);
const status = element("form-status", HTMLParagraphElement);

/** Register whoever the form names at each submission, then call `registered`. */
export function onRegistered(registered: () => Promise<void>): void {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void submit(registered);
  });
}

async function submit(registered: () => Promise<void>): Promise<void> {
  clear();
  try {
    const person = await register({ name: input("name").value, email: input("email").value });
    form.reset();
    status.textContent = `${person.name} is registered.`;
    await registered();
  } catch (failure) {
    const marked = failure instanceof Refusal && mark(failure.problem);
    refused.textContent = marked ? "Please correct what is marked." : reason(failure);
  }
}

/** Show each fault of a field beside it, and go to the first; tell whether there was one. */
function mark(problem: Problem): boolean {
  for (const fault of "errors" in problem ? problem.errors : []) {
    const field = FIELDS.find((name) => fault.pointer === `/body/${name}`);
    if (field) say(field, fault.detail);
  }
  const first = form.querySelector<HTMLInputElement>("[aria-invalid=true]");
  first?.focus();
  return first !== null;
}

function say(field: Field, fault: string): void {
  input(field).setAttribute("aria-invalid", String(fault !== ""));
  element(`${field}-error`, HTMLSpanElement).textContent = fault;
}

function clear(): void {
  refused.textContent = status.textContent = "";
  for (const field of FIELDS) say(field, "");
}

function input(field: Field): HTMLInputElement {
  return element(field, HTMLInputElement);
}
