// The list of people, page by page.
import { list, PAGE_SIZE, type Person } from "./client";
import { element, reason } from "./page";

const rows = element("people", HTMLTableSectionElement);
const more = element("more", HTMLButtonElement);
const failed = element("people-error", HTMLParagraphElement);
let last: number | undefined;

/** Add the next page to the list; the button stays for as long as there may be another. */
export async function showMore(): Promise<void> {
  try {
    const page = await list(last);
    rows.append(...page.map(row));
    last = page.at(-1)?.id ?? last;
    more.hidden = page.length < PAGE_SIZE;
    failed.textContent = "";
  } catch (failure) {
    more.hidden = false;
    failed.textContent = reason(failure);
  }
}

/** Add whoever is new, unless the list has not come that far yet. */
export async function refresh(): Promise<void> {
  if (more.hidden) await showMore();
}

function row(person: Person): HTMLTableRowElement {
  const cells = [person.name, person.email, person.role].map((text) => {
    const cell = document.createElement("td");
    cell.textContent = text;
    return cell;
  });
  const line = document.createElement("tr");
  line.append(...cells);
  return line;
}

more.addEventListener("click", () => void showMore());
